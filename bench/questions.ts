/** Labelled questions of several sets in one form, read from ../shared/data at run time. */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { ReadArticle, Span } from '../src/core/article.ts';
import { understand } from '../src/core/ask/conversation.ts';
import { FOLLOW_FORESTS } from '../src/core/ask/followup/follow-weights.ts';
import type { Turn } from '../src/core/ask/types.ts';
import { openTagger } from '../src/core/ask/words/tagging.ts';
import { readArticle } from '../tests/fakes/read-article.ts';
import { readFolders } from './invented.ts';
import type { LabelledQuestion } from './labelled.ts';

const tagger = await openTagger();

const DATA = new URL('../../shared/data/', import.meta.url);

export function hasData(): boolean {
  return existsSync(DATA);
}

/** The rows of a set. Each caller states the fields that it reads. */
export function readRows<T>(path: string): T[] {
  const text = gunzipSync(readFileSync(new URL(path, DATA))).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

const NOTHING = { answers: [], plausible: [], evidence: [], references: [] } as const;

interface Web {
  readonly title: string | null;
  readonly text: string | null;
  readonly date: string | null;
}

function readSquad(): LabelledQuestion[] {
  interface Row {
    readonly title: string;
    readonly context: string;
    readonly questions: readonly {
      question: string;
      answers: string[];
      unanswerable: boolean;
      plausible_answers: string[];
    }[];
  }
  return readRows<Row>('qa-squad2/dev.jsonl.gz').flatMap(({ title, context, questions }) => {
    const articles = [readArticle({ id: 'a', title: title.replaceAll('_', ' '), text: context })];
    return questions.map(
      ({ question, answers, unanswerable, plausible_answers }): LabelledQuestion => ({
        ...NOTHING,
        set: 'squad',
        question,
        articles,
        answers: unanswerable ? [] : answers,
        plausible: plausible_answers,
        answerable: !unanswerable,
        group: title,
      }),
    );
  });
}

/** Paragraphs among which the right one is to be found. */
const AMONG = 6;

/** Every second question of SQuAD, asked of several paragraphs on one subject: what is not said in one may seem to be said in another. */
function amongOthers(asked: readonly LabelledQuestion[]): LabelledQuestion[] {
  const groups = new Map<string, ReadArticle[]>();
  for (const { group, articles } of asked) {
    const own = groups.get(group) ?? [];
    groups.set(group, own);
    for (const article of articles) if (!own.includes(article)) own.push(article);
  }
  return asked.flatMap((one, place): LabelledQuestion[] => {
    const [own] = one.articles;
    const all = groups.get(one.group) ?? [];
    if (own === undefined || place % 2 === 1 || all.length < AMONG) return [];
    const from = all.indexOf(own);
    const articles = Array.from({ length: AMONG }, (_, i) => all[(from + i) % all.length] ?? own);
    return [
      {
        ...one,
        set: 'paragraphs',
        articles: articles.map((article, i) => ({ ...article, id: String(i), title: null })),
      },
    ];
  });
}

function readRealtime(): LabelledQuestion[] {
  interface Row {
    readonly id: string;
    readonly question: string;
    readonly answers: string[];
    readonly retrieved_gcs: readonly Web[];
  }
  return readRows<Row>('qa-realtimeqa/dev.jsonl.gz').map(({ id, question, answers, retrieved_gcs }) => {
    const articles = retrieved_gcs.flatMap(({ title, text, date }, place) =>
      text?.trim()
        ? [readArticle({ id: String(place), title, text, published: date?.replaceAll('/', '-') ?? null })]
        : [],
    );
    return { ...NOTHING, set: 'realtime', question, articles, answers, answerable: true, group: id };
  });
}

function readRgb(): LabelledQuestion[] {
  interface Row {
    readonly id: string;
    readonly question: string;
    /** Alternatives, nested where several were asked for. */
    readonly answer: unknown;
    readonly docs_positive: string[];
  }
  return readRows<Row>('qa-rgb-fact/dev.jsonl.gz').map(({ id, question, answer, docs_positive }) => ({
    ...NOTHING,
    set: 'rgb',
    question,
    articles: docs_positive.map((text, place) => readArticle({ id: String(place), text })),
    answers: [answer].flat(3).map(String),
    answerable: true,
    group: id,
  }));
}

/** Where sentences stand in their text, a space between them. */
function spansOf(sentences: readonly string[]): Span[] {
  let at = 0;
  return sentences.map(({ length }) => {
    const start = at;
    at += length + 1;
    return { start, end: start + length };
  });
}

function readClapnq(): LabelledQuestion[] {
  interface Row {
    readonly question: string;
    readonly title: string;
    readonly sentences: string[];
    readonly unanswerable: boolean;
    readonly evidence_sentence_ids: readonly (readonly number[])[];
  }
  return readRows<Row>('qa-clapnq/dev.jsonl.gz').map((row): LabelledQuestion => {
    const spans = spansOf(row.sentences);
    return {
      ...NOTHING,
      set: 'clapnq',
      question: row.question,
      articles: [readArticle({ id: 'a', title: row.title, text: row.sentences.join(' ') })],
      answerable: !row.unanswerable,
      evidence: row.evidence_sentence_ids.map((ids) => ids.flatMap((id) => spans[id] ?? [])),
      group: row.title,
    };
  });
}

interface Context {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
}
interface Talk {
  readonly conversation: string;
  readonly history: readonly { role: string; text: string }[];
  readonly contexts: readonly Context[];
  readonly labels: { answerability?: string[] };
  readonly reference_answers: readonly string[];
}

function turnsOf(history: Talk['history']): Turn[] {
  const turns: { question: string; answer?: string }[] = [];
  for (const { role, text } of history) {
    const last = turns.at(-1);
    if (role === 'user') turns.push({ question: text });
    else if (last === undefined) turns.push({ question: '', answer: text });
    else last.answer = text;
  }
  return turns;
}

/** Each answerable turn, and the same turn with the passages of another conversation, which do not answer it. */
function readTurns(): LabelledQuestion[] {
  const talks = readRows<Talk>('followup-mtragun/dev.jsonl.gz').filter(
    ({ labels }) => labels.answerability?.[0] === 'ANSWERABLE',
  );
  return talks.flatMap((talk, place) => {
    const last = talk.history.at(-1)?.text ?? '';
    const question = understand(last, turnsOf(talk.history.slice(0, -1)), tagger, FOLLOW_FORESTS);
    const other = [...talks.slice(place + 1), ...talks.slice(0, place)].find(
      ({ conversation, contexts }) =>
        conversation !== talk.conversation &&
        !contexts.some(({ id }) => talk.contexts.some((own) => own.id === id)),
    );
    const ask = (contexts: readonly Context[], answerable: boolean): LabelledQuestion => ({
      ...NOTHING,
      set: 'turns',
      question,
      articles: contexts.map(({ id, title, text }) => readArticle({ id, title, text })),
      answerable,
      references: talk.reference_answers,
      group: talk.conversation,
    });
    return other === undefined
      ? [ask(talk.contexts, true)]
      : [ask(talk.contexts, true), ask(other.contexts, false)];
  });
}

/** All labelled questions with articles. */
export function readQuestions(): LabelledQuestion[] {
  const squad = readSquad();
  const all = [
    ...squad,
    ...amongOthers(squad),
    ...readRealtime(),
    ...readRgb(),
    ...readClapnq(),
    ...readTurns(),
    ...readFolders('stories'),
    ...readFolders('quizzes'),
  ];
  return all.filter(({ articles }) => articles.length > 0);
}

function normalise(text: string): string[] {
  const plain = text.toLowerCase().replace(/[!-/:-@[-`{-~]/g, '');
  return plain
    .replace(/\b(?:a|an|the)\b/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** SQuAD's F1 of words, the best over the right answers. */
export function answerF1(text: string, answers: readonly string[]): number {
  const said = normalise(text);
  return Math.max(
    0,
    ...answers.map((answer) => {
      const left = normalise(answer);
      const size = left.length;
      const same = said.filter((word) => {
        const at = left.indexOf(word);
        if (at >= 0) left.splice(at, 1);
        return at >= 0;
      }).length;
      return same === 0 ? 0 : (2 * same) / (said.length + size);
    }),
  );
}

/** Whether a text holds one of the answers as whole words. */
export function holdsAnswer(text: string, answers: readonly string[]): boolean {
  const words = ` ${normalise(text).join(' ')} `;
  return answers.some((answer) => words.includes(` ${normalise(answer).join(' ')} `));
}
