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

export function readInvented(path: URL, id: string): ReadArticle {
  const { fields, text } = parseMarkdown(readFileSync(path, 'utf8'));
  const { title, publisher, published } = parseFields(fields);
  return readArticle({ id, title, publisher, published, text });
}

/** Asks for yes or no, or why: a sentence tells it, and no few words. */
const TELLING =
  /^(?:(?:and|but|so) )?(?:why|is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|might|must)\b/i;

/** An article without the sentences, and the headline, that have any of these words. */
export function leaveOut({ analysis, ...article }: ReadArticle, said: readonly string[]): ReadArticle {
  const has = (text: string): boolean => said.some((part) => text.includes(part));
  const sentences = analysis.sentences.map(({ start, end }) => article.text.slice(start, end));
  const text = sentences.filter(has).reduce((left, one) => left.replace(one, ''), article.text);
  return readArticle({ ...article, title: has(article.title ?? '') ? null : article.title, text });
}

/**
 * Questions about the articles of one folder each. Those for yes or no, or why, are told by a sentence (`told`), and by nothing
 * where it is left out (`untold`); for yes or no also of the one article that has it. Those for words are asked again where
 * nothing has the words (`gone`).
 */
export function readFolders(set: 'stories' | 'quizzes'): LabelledQuestion[] {
  const home = new URL(`${set}/`, HOME);
  return readdirSync(home)
    .sort()
    .flatMap((name) => {
      const folder = new URL(`${name}/`, home);
      const files = readdirSync(folder)
        .sort()
        .filter((file) => file.endsWith('.md'));
      const articles = files.map((file) => readInvented(new URL(file, folder), file));
      return readLines<Question>(new URL('questions.jsonl', folder)).flatMap((one): LabelledQuestion[] => {
        if (one.type === 'unscored') return [];
        const { q: question, accept: answers, passage: said, type } = one;
        const asked = { ...NOTHING, question, said, group: name };
        const without = (words: readonly string[]): ReadArticle[] =>
          articles.map((article) => leaveOut(article, words)).filter(({ text }) => text.trim() !== '');
        if (type === 'answer')
          return [
            { ...asked, set, articles, answers, answerable: true },
            { ...asked, set: 'gone', articles: without([...said, ...answers]), answerable: false },
          ];
        if (type === 'silent')
          return [{ ...asked, set: TELLING.test(question) ? 'untold' : set, articles, answerable: false }];
        const alone = articles.filter(({ text }) => said.some((part) => text.includes(part))).slice(0, 1);
        return [articles, ...(type === 'yesno' ? [alone] : [])].flatMap((read): LabelledQuestion[] => [
          { ...asked, set: 'told', articles: read, answerable: true },
          {
            ...asked,
            set: 'untold',
            articles: read.map((article) => leaveOut(article, said)),
            answerable: false,
          },
        ]);
      });
    });
}
