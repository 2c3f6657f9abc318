/** How fast an article is read, and that the time grows no faster than the text. */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Article } from '../src/core/article.ts';
import { analyse } from '../src/core/text/analyse.ts';

const DATA = new URL('../../shared/data/quotes-polnear/dev.jsonl.gz', import.meta.url);
const WORDS = 700;
const GOAL_ARTICLE = 8;
const GOAL_MEGABYTE = 2000;

const article = (text: string): Article => ({
  id: 'bench',
  title: null,
  text,
  author: null,
  publisher: null,
  published: '2024-03-14',
  url: null,
});

/** Milliseconds of processor time, all threads (the collector's included): other work on the machine does not count. */
function time(text: string): number {
  const { user, system } = process.cpuUsage();
  analyse(article(text));
  const spent = process.cpuUsage({ user, system });
  return (spent.user + spent.system) / 1000;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Texts that have made readers slow: each about a megabyte at size 1. */
function hostile(size: number): [string, string][] {
  const n = size * 1_000_000;
  const fill = (part: string) => part.repeat(Math.ceil(n / part.length)).slice(0, n);
  return [
    ['no full stop', fill('the minister said that many people went there and ')],
    ['capitals', fill('John Smith Kim Lee Paul Anna ')],
    ['opening marks', fill('“a ')],
    ['only marks', fill('"')],
    ['apostrophes', fill("'tis the dogs' ")],
    ['unbalanced', fill('"We go, he said. “No. ‘Yes ')],
    ['brackets', fill('(a [b ')],
    ['full stops', fill('. ')],
    ['commas and verbs', fill('Smith, a man, said, ')],
    ['paragraphs of quotations', fill('“We will go.\n\n')],
    ['fragments in one sentence', fill('he said “a b c d e f” and ')],
    ['closing marks without opening', fill('a ” b\n\n“c d e\n\n')],
    ['pronouns', fill('Mr. Hale said she ')],
    ['one word', fill('a')],
    ['abbreviations', fill('U.S. Gov. J. ')],
  ];
}

export async function run(): Promise<void> {
  if (!existsSync(DATA)) {
    console.log('skipped: ../shared/data is not here');
    return;
  }
  const texts = gunzipSync(readFileSync(DATA))
    .toString()
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text);
  const sized = texts.filter((text) => Math.abs(text.split(/\s+/).length - WORDS) < 100);
  for (const text of sized) time(text);
  const each = sized.flatMap((text) => [time(text), time(text), time(text)]);
  console.log(
    `article of about ${WORDS} words (${sized.length} articles): median ${median(each).toFixed(2)} ms, goal < ${GOAL_ARTICLE} ms`,
  );
  const all = texts.join('\n\n');
  for (const times of [1, 2, 4]) {
    const text = all.repeat(2).slice(0, times * 1_000_000);
    console.log(
      `news, ${times} MB: ${median([time(text), time(text), time(text)]).toFixed(0)} ms, goal < ${times * GOAL_MEGABYTE} ms`,
    );
  }
  for (const [i, [name]] of hostile(0).entries()) {
    const figures = [1, 2, 4].map((size) => time(hostile(size)[i]?.[1] ?? ''));
    const growth = (figures[2] as number) / (figures[0] as number);
    console.log(
      `${name.padEnd(26)} 1, 2, 4 MB: ${figures.map((ms) => ms.toFixed(0)).join(', ')} ms; grows ${growth.toFixed(1)} times, linear is 4`,
    );
  }
}
