/** An answer as a card: the short answer, the sentences that say so, and nothing else. */

import type { Source } from '../../core/brief/types.ts';
import type { AskResult, Cited, TopicLine } from '../../core/briefing-types.ts';
import { lengthOfDateline } from '../../core/text/dateline.ts';
import { lettersOf } from '../../core/text/letters.ts';
import type { Action, Block, Card, Inline } from '../card.ts';
import { formatDate, words } from '../words.ts';
import { citations, heading, note, paragraph, plain, sourcesBlock, strong } from './inline.ts';
import { topicsNote } from './lists.ts';

/** Evidence beyond the first passage goes before the first does. */
const DROP_EVIDENCE = 2;

/**
 * `asked` are the person's own words: the question as it was understood is shown where it differs. `topics`: what there
 * is to ask about, where nothing comes near.
 */
export function buildAnswerCard(result: AskResult, asked: string, topics: readonly TopicLine[] = []): Card {
  const { answer, sources } = result;
  const blocks: Block[] = answer.answered
    ? [
        {
          type: 'paragraph',
          inlines: [
            ...(answer.tentative ? [plain(words.perhaps), plain(answer.answer)] : [strong(answer.answer)]),
            ...(answer.speaker === undefined ? [] : [plain(` — ${answer.speaker}`)]),
            ...cite(result.passages.slice(0, 1), sources),
          ],
        },
        ...evidenceBeyond(answer.answer, result.passages, sources),
        ...ageNote(result.passages, sources),
        ...(result.searched === 'wider' ? [note(words.wider)] : []),
      ]
    : [
        paragraph(summaryOf(answer)),
        ...(result.passages.length > 0
          ? [heading(words.nearest, 2), evidenceList(result.passages, sources)]
          : []),
        ...(result.searched === 'wider' ? [note(words.widerTried)] : []),
        ...(result.questions.length > 0 ? [note(words.couldAsk + result.questions.join(' · '))] : []),
        ...topicsNote(topics),
      ];
  return {
    summary: summaryOf(answer),
    blocks: [
      ...blocks,
      ...understoodNote(answer.question, asked),
      ...(sources.length > 0 ? [sourcesBlock(sources)] : []),
      { type: 'actions', actions: answerActions(answer.question) },
    ],
  };
}

/** The answer, with a "perhaps" where it is rather not one, or why there is none: nothing speaks of it, nothing says it clearly, or it is said otherwise. */
function summaryOf(answer: AskResult['answer']): string {
  if (answer.answered) return `${answer.tentative ? words.perhaps : ''}${answer.answer}`;
  if (answer.contradicted) return words.contradicted;
  return answer.unsure && answer.nearest.length > 0 ? words.unsure : words.doNotSay;
}

/** "When: what will they do?": the question before, with what it asks of that one. */
const TOGETHER = /^[^:]{2,40}: (?<before>.+)$/;

/** How a question was understood, where it was not taken word for word: an apostrophe or a capital more is nothing to be told. */
function understoodNote(question: string, asked: string): Block[] {
  if (lettersOf(question) === lettersOf(asked)) return [];
  const before = asked.includes(':') ? undefined : TOGETHER.exec(question)?.groups?.['before'];
  const said = capital(before ?? question);
  return [note(before === undefined ? words.understoodAs(said) : words.takenWith(said))];
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The sentences that say so; the answer is not said twice where it is all of the first passage, or a sentence of it. */
function evidenceBeyond(answer: string, passages: readonly Cited[], sources: readonly Source[]): Block[] {
  const [first, ...others] = passages;
  if (first === undefined) return [];
  const rest = restOf(first.words.trim(), answer.trim());
  const beyond = rest === '' ? others : [{ ...first, words: rest }, ...others];
  return beyond.length === 0 ? [] : [evidenceList(beyond, sources)];
}

/** Of which day the answer is, where a newer article is cited beside it: what was so on Monday need not be so on Thursday. */
function ageNote([first, ...others]: readonly Cited[], sources: readonly Source[]): Block[] {
  const publishedOf = (cited: Cited | undefined): string | null =>
    sources.find(({ number }) => number === cited?.source)?.published ?? null;
  const told = publishedOf(first);
  if (told === null) return [];
  const newer = others.find((other) => (publishedOf(other) ?? '').slice(0, 10) > told.slice(0, 10));
  return newer === undefined ? [] : [note(words.asOf(formatDate(told), newer.source))];
}

const SENTENCE_END = /[.!?]["”’)]*$/;

/** What of a passage is not the answer, where that is a whole sentence of it; else all of the passage. */
function restOf(passage: string, answer: string): string {
  const told = passage.slice(lengthOfDateline(passage));
  if (told === answer) return '';
  if (!SENTENCE_END.test(answer)) return passage;
  if (told.startsWith(`${answer} `)) return told.slice(answer.length).trim();
  const before = passage.endsWith(` ${answer}`) ? passage.slice(0, -answer.length).trim() : '';
  // "The mayor praised “…”": the answer is no sentence of its own there.
  return SENTENCE_END.test(before) ? before : passage;
}

function evidenceList(passages: readonly Cited[], sources: readonly Source[]): Block {
  return {
    type: 'list',
    items: passages.map((cited): Inline[] => [plain(cited.words), ...cite([cited], sources)]),
    keep: 1,
    drop: DROP_EVIDENCE,
    noun: ['passage', 'passages'],
  };
}

function cite(passages: readonly Cited[], sources: readonly Source[]): Inline[] {
  return citations(
    passages.map(({ source }) => source),
    sources,
  );
}

function answerActions(question: string): Action[] {
  const about = `ask:${question}`;
  return [
    { label: words.helpful, command: { type: 'feedback', about, helpful: true } },
    { label: words.notHelpful, command: { type: 'feedback', about, helpful: false } },
  ];
}
