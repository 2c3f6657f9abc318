/** What people type, turned into commands: behind a slash, after a mention, at the prompt. */
import type { BriefCommand, Command, DigestAction } from './command.ts';

const LENGTHS = new Set(['headline', 'short', 'full']);
const DIGEST_ACTIONS: readonly DigestAction[] = [
  'help',
  'now',
  'add',
  'list',
  'preview',
  'pause',
  'resume',
  'skip',
  'remove',
];

/**
 * The command that a slash command means: `parseSlash('brief', 'kim-putin short')`. The name comes without the slash.
 * Every command is also a word after `briefwire`. An unknown name gives undefined.
 */
export function parseSlash(name: string, words: string): Command | undefined {
  const rest = words.replace(/\s+/g, ' ').trim();
  switch (name.toLowerCase()) {
    case 'brief':
      return parseBrief(rest);
    case 'ask': {
      const { words, found } = takeFlag(rest, 'private');
      return { type: 'ask', question: words, ...(found ? { private: true } : {}) };
    }
    case 'quotes':
    case 'quote': {
      const { words, found } = takeFlag(rest, 'private');
      return { type: 'quotes', query: unquote(words), ...(found ? { private: true } : {}) };
    }
    case 'digest':
      return parseDigest(rest);
    case 'briefwire':
      return parseBriefwire(rest);
    case 'help':
      return { type: 'help' };
    case 'topics':
      return { type: 'topics' };
    case 'sources':
      return { type: 'sources' };
    case 'status':
      return { type: 'status' };
    default:
      return undefined;
  }
}

/** Words behind the bot's name: "@briefwire, brief strike": what sets the name off from them is none of them. */
export function afterName(words: string): string {
  return words.trim().replace(/^[,:;.!–—-]+\s+/, '');
}

/** The command that a line of words means ("/brief kim-putin", "brief kim-putin"), or undefined where it is a question; a slash before no command asks for help. */
export function parseLine(line: string): Command | undefined {
  const match = /^\s*(\/?)([a-z]+)(?:\s+([\s\S]*))?$/i.exec(line.slice(0, 12_000));
  if (!match) return undefined;
  const [, slash, name = '', rest = ''] = match;
  // Without a slash "sources say what?" is a question: words that stand alone are commands only when nothing follows.
  if (!slash && rest.trim() !== '' && !/^(brief|ask|quotes|digest|briefwire)$/i.test(name)) return undefined;
  if (!slash && isInWords(name, rest)) return undefined;
  return parseSlash(name, rest) ?? (slash ? { type: 'help', unknown: `/${name}` } : undefined);
}

/** "brief me on the strike", "quotes from Lund": the words after a command's name go on with a sentence, and name no topic. */
function isInWords(name: string, rest: string): boolean {
  const on: Readonly<Record<string, RegExp>> = {
    brief: /^(?:(?:me|us)\b|(?:on|about|of) |(?:please|pls|plz)\W*$)/i,
    quotes: /^(?:(?:from|by|on|about|of) |(?:please|pls|plz)\W*$)/i,
    digest: /^(?:on|about|of) /i,
  };
  return on[name.toLowerCase()]?.test(rest) ?? false;
}

/** `kim-putin short since yesterday until 2023-09-11 from The Verge private`, the options in any order after the query. */
function parseBrief(words: string): BriefCommand {
  const options: { since?: string; until?: string; from?: string } = {};
  const pieces = words.split(/\s+(?=(?:since|until|from)\s+\S)/i);
  const [first = '', ...clauses] = /^(?:since|until|from)\s/i.test(words) ? ['', ...pieces] : pieces;
  let length: string | undefined;
  let isPrivate = false;
  // Whoever wants to be answered alone is, wherever the word stands: what stands in the channel cannot be taken back.
  const takeFlags = (text: string): string => {
    const [, rest = '', flag = ''] = /^(.*?)(?:^|\s)(headline|short|full|private)$/i.exec(text) ?? [];
    if (flag === '') return text;
    if (flag.toLowerCase() === 'private') isPrivate = true;
    // "/brief short" is about that word.
    else if (rest === '') return text;
    else length ??= flag.toLowerCase();
    return takeFlags(rest.trim());
  };
  const query = takeFlags(first);
  for (const clause of clauses) {
    const [keyword = '', ...value] = takeFlags(clause).split(' ');
    options[keyword.toLowerCase() as 'since' | 'until' | 'from'] = value.join(' ');
  }
  return {
    type: 'brief',
    query: unquote(query.trim()),
    ...(isLength(length) ? { length } : {}),
    ...options,
    ...(isPrivate ? { private: true } : {}),
  };
}

function parseDigest(words: string): Command {
  const [first = '', ...rest] = words.split(' ');
  const action = DIGEST_ACTIONS.find((name) => name === first.toLowerCase());
  if (action) return { type: 'digest', action, words: rest.join(' ') };
  return words === ''
    ? { type: 'digest', action: 'help', words: '' }
    : { type: 'digest', action: 'add', words };
}

function parseBriefwire(words: string): Command {
  const [first = '', ...others] = words.split(' ');
  const rest = others.join(' ');
  const shown = `/briefwire ${words}`.slice(0, 60);
  switch (first.toLowerCase()) {
    case 'add':
      return { type: 'add', url: rest };
    case 'remove':
      return { type: 'remove', article: rest };
    case 'forget':
      // What is deleted does not come back: only what surely means it.
      return /^me[.!]?$/i.test(rest) ? { type: 'forget' } : { type: 'help', unknown: shown };
    case 'zone':
      return { type: 'zone', zone: rest };
    case '':
    case 'briefwire':
      return { type: 'help' };
    default:
      return parseSlash(first, rest) ?? { type: 'help', unknown: shown };
  }
}

/** Takes a last word such as "private" off. */
function takeFlag(words: string, flag: string): { words: string; found: boolean } {
  const pattern = new RegExp(`(?:^|\\s)${flag}$`, 'i');
  return { words: words.replace(pattern, '').trim(), found: pattern.test(words) };
}

/** Without the marks around all of it: "<topic>" is how a hint has it, and `topic` how people set it off. */
function unquote(words: string): string {
  return /^(?:["“].*["”]|'.*'|<.*>|\[.*\]|`.*`|\*.*\*)$/.test(words) ? words.slice(1, -1).trim() : words;
}

function isLength(word: string | undefined): word is 'headline' | 'short' | 'full' {
  return word !== undefined && LENGTHS.has(word);
}
