/** What a follow-up may refer to: the phrases of the conversation so far, with what speaks for each of them. */
import { parseWords, STOP_WORDS, termOf } from '../search/query.ts';
import { parseNames } from '../text/names.ts';
import { type Features, type Weights, weigh } from './linear.ts';
import type { Turn } from './types.ts';

export interface Referent {
  /** As it stands in the conversation; empty for "nothing is missing". */
  readonly text: string;
  readonly features: Features;
}

/** Kinds of words in a follow-up that point back. */
export type Pointer = 'it' | 'they' | 'he' | 'she' | 'there' | 'this' | 'these' | 'one' | 'none';

/** Turns that are read, newest first; what was said longer ago is seldom meant. */
const TURNS = 8;
/** Sentences of the last answer that are read. */
const ANSWER_CHARACTERS = 600;
/** Words of a phrase. */
const LONGEST = 5;

/** Words that no phrase of a question contains, besides the stop words: asking, doing, chatting. */
const VERBS = new Set(
  `tell know give explain describe list find make made use used happen happened come came think thought mean means meant
  work works start started begin began become became say said call called need want wanted like look looking talk heard hear
  mentioned mention compare help show go going get affect affects cause causes caused differ eat live lived see take
  interesting okay ok thanks thank yes great cool sounds sound sure right wow sorry wait actually possible many much good
  survive survived develop developed publish published receive received include included consider increase increased decrease
  treat treated cook cooked buy sell build built create created invent invented discover discovered relate related evolve
  evolved solve win won lose lost visit learn teach speak spread lead led choose play played run change changed grow grown move
  moved die died kill killed reach become happen talk believe suggest recommend remember involve involved require required
  improve improved prevent reduce protect produce produced support supported allow allowed respond responded try tried
  bad best better easy hard big biggest small smallest large largest long short top true real whole able sure specifically
  naturally originally actually currently recently generally especially currently apart away together time times way ways thing
  things kind kinds type types lot lots example examples
  important common main different popular new old first last really`.split(/\s+/),
);

const POINTERS: readonly (readonly [Pointer, RegExp])[] = [
  ['he', /\b(?:he|him|his)\b/i],
  ['she', /\b(?:she|her|hers)\b/i],
  ['they', /\b(?:they|them|their|theirs)\b/i],
  ['it', /\b(?:it|its)\b/i],
  ['these', /\b(?:these|those)\b/i],
  ['this', /\b(?:this|that)\b/i],
  ['there', /(?<!\b(?:is|are|was|were|if|were) )\bthere\b(?! (?:is|are|was|were|any|a|be|been)\b)/i],
  ['one', /\b(?:one|ones|another)\b/i],
];

/** The first word of a question that points back, by kind. */
export function pointerOf(question: string): Pointer {
  return POINTERS.find(([, pattern]) => pattern.test(question))?.[0] ?? 'none';
}

interface Run {
  readonly words: readonly string[];
  /** The word before it. */
  readonly before: string;
  /** Order in the text. */
  readonly place: number;
  readonly last: boolean;
}

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

/** Runs of words that carry a subject, and the shorter runs inside them. */
function findRuns(text: string): Run[] {
  const runs: Run[] = [];
  const clauses = text.split(/[.!?;:,()"“”]+/);
  let place = 0;
  for (const clause of clauses) {
    const words = clause.match(/[\p{L}\p{N}]+(?:[-'’.&][\p{L}\p{N}]+)*/gu) ?? [];
    let from = 0;
    while (from < words.length) {
      const carries = (at: number): boolean => {
        const word = words[at];
        if (word === undefined) return false;
        const lower = word.toLowerCase();
        if (
          STOP_WORDS.has(lower) ||
          (/['’](?:s|re|ve|ll|d|t|m)$/.test(lower) && STOP_WORDS.has(lower.replace(/['’].*/, '')))
        )
          return false;
        return !VERBS.has(lower) || (isCapital(word) && at > 0);
      };
      if (!carries(from)) {
        from += 1;
        continue;
      }
      let to = from;
      // "Ministry of Trade", "Bank of the North": small words inside names belong to them.
      while (
        carries(to) ||
        (isCapital(words[to - 1] ?? '') &&
          /^(?:of|the|and|for)$/.test(words[to] ?? '') &&
          isCapital(words[to + 1] ?? ''))
      )
        to += 1;
      runs.push({
        words: words.slice(from, Math.min(to, from + LONGEST)),
        before: (words[from - 1] ?? '').toLowerCase(),
        place,
        last: to >= words.length,
      });
      place += 1;
      from = to;
    }
  }
  return runs;
}

/** Questions that bring up a subject. */
const INTRODUCES =
  /\b(?:tell me (?:more )?about|what(?: is|'s|’s| are| was| were)|who (?:is|was|are|were)|(?:know|learn|hear|heard|talk|interested) (?:more )?(?:about|in))\b/i;

interface Source {
  readonly introduces: boolean;
  readonly runs: readonly Run[];
  /** 0 for the turn before. */
  readonly ago: number;
  /** `referent`: what was understood to be meant there, though it was not said. */
  readonly kind: 'question' | 'answer' | 'referent';
}

function sourcesOf(history: readonly Turn[], referents: readonly string[]): Source[] {
  const sources: Source[] = [];
  history.forEach((turn, at) => {
    const ago = history.length - 1 - at;
    if (ago >= TURNS) return;
    const referent = referents[at] ?? '';
    if (referent !== '') {
      const run = { words: referent.split(' '), before: '', place: 0, last: true };
      sources.push({ runs: [run], ago, kind: 'referent', introduces: false });
    }
    sources.push({
      runs: findRuns(turn.question),
      ago,
      kind: 'question',
      introduces: INTRODUCES.test(turn.question),
    });
    if (turn.answer !== undefined && ago === 0) {
      sources.push({
        runs: findRuns(turn.answer.slice(0, ANSWER_CHARACTERS)),
        ago,
        kind: 'answer',
        introduces: false,
      });
    }
  });
  return sources;
}

function termsOf(words: readonly string[]): string[] {
  return words.flatMap((word) => termOf(word) ?? []);
}

/** What is known of the follow-up itself. */
interface Follow {
  readonly pointer: Pointer;
  readonly terms: ReadonlySet<string>;
  readonly features: Features;
}

function readFollow(question: string): Follow {
  const words = parseWords(question);
  const terms = new Set(termsOf(words));
  const pointer = pointerOf(question);
  const capitals = words.slice(1).filter(isCapital).length;
  const features: Record<string, number> = {
    [`points:${pointer}`]: 1,
    short: words.length <= 3 ? 1 : 0,
    terms: Math.min(8, terms.size) / 4,
    names: Math.min(3, capitals),
    definite: /\bthe \p{Ll}+s?\b(?! of\b)/u.test(question) ? 1 : 0,
    about: /^(?:and|what about|how about|or|but)\b/i.test(question) ? 1 : 0,
    tellMeAbout:
      /\b(?:tell me (?:more )?about|what (?:is|are|was|were) (?:an? |the )?[\p{L}-]+(?: [\p{L}-]+)?\?*$)/iu.test(
        question,
      )
        ? 1
        : 0,
    hasOf: /\b(?:of|about) (?!it|them|this|that)\p{L}/u.test(question) ? 1 : 0,
    why: /^(?:why|how come|how so)\W*$/i.test(question) ? 1 : 0,
    chat: /^(?:no|yes|ok|okay|thanks|thank|great|interesting|wow|i )\b/i.test(question) ? 1 : 0,
  };
  return { pointer, terms, features };
}

const PLURAL = /(?:[^s]s|men|women|people|children)$/i;

const AUXILIARY = /^(?:do|does|did|can|could|should|would|will|may|must)$/;
const BEING = /^(?:is|are|was|were|been|be)$/;

/** Behind "does" or "was" the run of words ends in a verb: "does the valve open", "was it found". */
function shapeOf(run: Run, first: number, last: number): Features {
  if (run.words.length < 2) return { single: 1 };
  const opener = AUXILIARY.test(run.before) ? 'aux' : BEING.test(run.before) ? 'be' : 'other';
  const dropped = run.words.length - last;
  const ends = run.last ? 'end' : 'inside';
  const verbal = /(?:ed|ing|en|ly|e)$/.test(run.words.at(-1) ?? '') ? 'verbal' : 'plain';
  return {
    [`${opener}:${ends}:drops${Math.min(dropped, 2)}`]: 1,
    [`${opener}:${verbal}:drops${Math.min(dropped, 2)}`]: 1,
    [`whole:${first === 0 && dropped === 0 ? 'yes' : 'no'}`]: 1,
  };
}

/**
 * The candidates of a follow-up, the empty one first.
 * @param referents what the questions of the history were understood to refer to, empty where to nothing
 */
export function findReferents(
  question: string,
  history: readonly Turn[],
  referents: readonly string[],
): Referent[] {
  const follow = readFollow(question);
  const nothing: Record<string, number> = { nothing: 1 };
  for (const [name, value] of Object.entries(follow.features)) nothing[`nothing:${name}`] = value;
  const sources = sourcesOf(history, referents);
  const mentions = new Map<string, number>();
  for (const { runs, kind } of sources) {
    if (kind === 'answer') continue;
    for (const term of new Set(runs.flatMap(({ words }) => termsOf(words))))
      mentions.set(term, (mentions.get(term) ?? 0) + 1);
  }
  const earlier = history.map(({ question: one, answer }, at) =>
    `${one} ${referents[at] ?? ''} ${answer ?? ''}`.toLowerCase(),
  );
  const found = new Map<string, Referent>();
  for (const { runs, ago, kind, introduces } of sources.reverse()) {
    runs.forEach((run, order) => {
      for (let first = 0; first < run.words.length; first++) {
        for (let last = run.words.length; last > first; last--) {
          const words = run.words.slice(first, last);
          const text = words.join(' ');
          const key = text.toLowerCase();
          const terms = termsOf(words);
          if (found.has(key) || terms.length === 0 || terms.some((term) => follow.terms.has(term))) continue;
          const head = words.at(-1) ?? '';
          const named =
            words.filter(isCapital).length === words.length &&
            !(order === 0 && first === 0 && run.before === '');
          const plural = PLURAL.test(head);
          const counts = terms.map((term) => mentions.get(term) ?? 0.5);
          const [least, most] = [Math.min(...counts), Math.max(...counts)];
          const { pointer } = follow;
          const features: Record<string, number> = {
            [`ago:${Math.min(ago, 3)}`]: 1,
            [`words:${words.length}`]: 1,
            [`from:${kind}`]: 1,
            dropsFirst: first,
            dropsLast: run.words.length - last,
            [`before:${/^(?:is|are|was|were|of|about|in|for|the|a|an|to|do|does|did|on|with|from|and)$/.test(run.before) ? run.before : 'other'}`]:
              first === 0 ? 1 : 0,
            named: named ? 1 : 0,
            [`${pointer}:named`]: named ? 1 : 0,
            [`${pointer}:plural`]: plural ? 1 : 0,
            [`${pointer}:singular`]: plural ? 0 : 1,
            mentions: Math.log(least),
            uneven: Math.log(most / least),
            phrase: Math.log(1 + earlier.filter((one) => one.includes(key)).length),
            ...shapeOf(run, first, last),
            order: order === 0 ? 1 : 0,
            lastOfAll: order === runs.length - 1 ? 1 : 0,
            verbal: /(?:ed|ing)$/.test(head) ? 1 : 0,
            adverb: /ly$/.test(head) ? 1 : 0,
            introduced: introduces && run.last ? 1 : 0,
            fromFirst: ago === history.length - 1 && kind === 'question' ? 1 : 0,
          };
          for (const name of ['terms', 'definite', 'hasOf', 'tellMeAbout', 'about']) {
            features[`something:${name}`] = follow.features[name] ?? 0;
          }
          found.set(key, { text, features });
        }
      }
    });
  }
  return [{ text: '', features: nothing }, ...agreeing(follow.pointer, [...found.values()], history)];
}

/** He and she are people, and it is none, where the conversation names people. */
function agreeing(
  pointer: Pointer,
  referents: readonly Referent[],
  history: readonly Turn[],
): readonly Referent[] {
  if (pointer !== 'he' && pointer !== 'she' && pointer !== 'it') return referents;
  const said = history.map(({ question, answer }) => `${question} ${answer ?? ''}`).join('\n\n');
  const people = parseNames(said)
    .filter(({ kind }) => kind === 'person')
    .map(({ start, end }) => ` ${said.slice(start, end)} `);
  if (people.length === 0) return referents;
  const isPerson = ({ text }: Referent) => people.some((name) => name.includes(` ${text} `));
  return referents.filter((referent) => isPerson(referent) === (pointer !== 'it'));
}

/** Candidates that are weighed against each other. */
const WEIGHED = 15;
/** Nothing is put in unless something is this much likelier: a wrong name misleads more than an open question. */
const DOUBT = 1.5;

function sharedTerms(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const same = [...a].filter((term) => b.has(term)).length;
  return same === 0 ? 0 : (2 * same) / (a.size + b.size);
}

/**
 * The referent that is expected to share most with the right one (minimum Bayes risk: forms of one name do not split its
 * vote), or "" for nothing.
 */
export function chooseReferent(referents: readonly Referent[], weights: Weights): string {
  const scored = referents
    .map(({ text, features }) => ({
      text,
      score: weigh(features, weights),
      terms: new Set(termsOf(text.split(' '))),
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, WEIGHED);
  const most = scored[0]?.score ?? 0;
  const shares = scored.map(({ score }) => Math.exp(score - most));
  const nothing = shares.reduce((sum, share, at) => sum + (scored[at]?.text === '' ? share : 0), 0);
  let best = { text: '', value: nothing * DOUBT };
  for (const { text, terms } of scored) {
    if (text === '') continue;
    const value = scored.reduce(
      (sum, other, at) => sum + (shares[at] ?? 0) * sharedTerms(terms, other.terms),
      0,
    );
    if (value > best.value) best = { text, value };
  }
  return best.text;
}
