/** Questions about texts of our own (bench/learned), in the form of the labelled ones. */
import { readdirSync, readFileSync } from 'node:fs';
import type { ReadArticle } from '../src/core/article.ts';
import { parseFields } from '../src/ingest/parse/fields.ts';
import { parseMarkdown } from '../src/ingest/parse/markdown.ts';
import { readArticle } from '../tests/fakes/read-article.ts';
import type { Question } from './desk-score.ts';
import type { LabelledQuestion } from './labelled.ts';

const HOME = new URL('learned/', import.meta.url);
const NOTHING = { answers: [], plausible: [], evidence: [], references: [] } as const;

function readLines<T>(path: URL): T[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}

function readFile(path: URL, id: string): ReadArticle {
  const { fields, text } = parseMarkdown(readFileSync(path, 'utf8'));
  const { title, publisher, published } = parseFields(fields);
  return readArticle({ id, title, publisher, published, text });
}

/** Questions about the articles of one folder each. */
export function readFolders(set: 'stories' | 'quizzes'): LabelledQuestion[] {
  const home = new URL(`${set}/`, HOME);
  return readdirSync(home)
    .sort()
    .flatMap((name) => {
      const folder = new URL(`${name}/`, home);
      const files = readdirSync(folder)
        .sort()
        .filter((file) => file.endsWith('.md'));
      const articles = files.map((file) => readFile(new URL(file, folder), file));
      return readLines<Question>(new URL('questions.jsonl', folder)).flatMap((one): LabelledQuestion[] => {
        if (one.type !== 'answer' && one.type !== 'silent') return [];
        const { q: question, accept: answers, passage, type } = one;
        const answerable = type === 'answer';
        return [{ ...NOTHING, set, question, articles, answers, said: passage, answerable, group: name }];
      });
    });
}
