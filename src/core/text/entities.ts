/** Who is who: names of one article that mean the same person, organisation or place. */
import type { Entity, Name, NameKind } from '../article.ts';
import { FIRST_NAMES } from './data/first-names.ts';
import { courtesyOf, type Gender, genderOf } from './gender.ts';
import type { NameRun } from './reading.ts';
import { findRole } from './roles.ts';
import type { Token } from './tokens.ts';

interface Group {
  readonly words: readonly string[];
  /** The run with the fullest form. */
  readonly full: number;
  readonly mentions: number[];
  /** Where the full form stands, as run indexes in order. */
  readonly fulls: number[];
  readonly kinds: Map<NameKind, number>;
}

/** So many groups that share a word are looked at: a bound for hostile texts. */
const LOOKED_AT = 12;
/** So many names make headline and lead. */
const LEAD = 12;
/** A full name so near before a surname is what it means, in names. */
const NEAR = 6;

/**
 * Groups the names of an article. A surname alone joins the person that the article names in full; where two have it,
 * the one who is named far more often or was named last is meant, and otherwise nobody: the surname stands for itself.
 */
export function groupNames(
  text: string,
  tokens: readonly Token[],
  runs: readonly NameRun[],
): { names: Name[]; entities: Entity[] } {
  const groups: Group[] = [];
  const byWord = new Map<string, number[]>();
  const entity = new Array<number | null>(runs.length).fill(null);
  const words = runs.map((run) => wordsOf(tokens, run));
  const genders: (Gender | null)[] = [];
  const suffixes: (string | null)[] = [];
  const initials = new Map<string, number>();
  const second = secondAlone(words);
  let sorted = false;
  const order = runs
    .map((_, i) => i)
    .sort(
      (a, b) =>
        Math.min(lengthOf(words[b]), 2) - Math.min(lengthOf(words[a]), 2) ||
        lengthOf(words[b]) - lengthOf(words[a]) ||
        a - b,
    );
  for (const i of order) {
    const own = words[i] ?? [];
    // All full names have been seen before the first surname alone.
    if (own.length === 1 && !sorted) {
      for (const group of groups) group.fulls.sort((a, b) => a - b);
      sorted = true;
    }
    const run = runs[i] as NameRun;
    const keys = [...new Set([own.at(-1) ?? '', own[0] ?? ''])];
    const near = keys.flatMap((key) => (byWord.get(key) ?? []).slice(-LOOKED_AT));
    // "Mr. Hale" is not the Mrs. Hale of the article.
    const courtesy = courtesyOf(tokens, run.first);
    const clashes = (at: number) => courtesy !== null && genders[at] !== null && genders[at] !== courtesy;
    const suffix = suffixOf(tokens, run);
    const fitting = [...new Set(near)].filter(
      (at) =>
        fits(groups[at] as Group, own, run.kind) &&
        (suffix === null || suffixes[at] === suffix || groups[at]?.words.length === own.length) &&
        (own.length > 1 || !clashes(at)),
    );
    const early = (at: number) =>
      own.length > 1 || isIntroduced(groups[at] as Group, runs.length, second.get(own[0] ?? ''));
    let chosen = fitting.length > 1 ? choose(groups, fitting, own, i) : fitting.find(early);
    chosen ??= own.length === 1 && run.kind === 'organisation' ? initials.get(own[0] ?? '') : undefined;
    if (chosen === undefined) {
      chosen = groups.length;
      groups.push({ words: own, full: i, mentions: [], fulls: [], kinds: new Map() });
      for (const key of keys) byWord.set(key, [...(byWord.get(key) ?? []).slice(-LOOKED_AT), chosen]);
      if (own.length > 2 && run.kind === 'organisation')
        initials.set(own.map((word) => word.charAt(0)).join(''), chosen);
    }
    const group = groups[chosen] as Group;
    genders[chosen] = courtesy ?? genders[chosen] ?? (own.length > 1 ? genderOf(own.join(' '), null) : null);
    suffixes[chosen] = suffix ?? suffixes[chosen] ?? null;
    group.mentions.push(i);
    if (own.length > 1 || (group.words.length === 1 && group.fulls.length === 0)) group.fulls.push(i);
    group.kinds.set(run.kind, (group.kinds.get(run.kind) ?? 0) + 1);
    entity[i] = chosen;
  }
  const kinds = groups.map((group) => kindOf(runs, group));
  const names = runs.map(
    (run, i): Name => ({
      ...spanOf(tokens, run),
      kind: kinds[entity[i] ?? -1] ?? run.kind,
      entity: entity[i] ?? null,
    }),
  );
  const entities = groups.map((group, at): Entity => {
    const { start, end } = spanOf(tokens, runs[group.full] as NameRun);
    const mentions = group.mentions.sort((a, b) => a - b);
    return {
      kind: kinds[at] as NameKind,
      name: text.slice(start, end),
      role: kinds[at] === 'person' ? roleOf(text, tokens, runs, mentions) : null,
      mentions,
    };
  });
  return { names, entities };
}

const lengthOf = (words: readonly string[] | undefined): number => words?.length ?? 0;

const spanOf = (tokens: readonly Token[], run: NameRun) => ({
  start: (tokens[run.first] as Token).start,
  end: (tokens[run.last - 1] as Token).end,
});

/** "Jr" or "Sr" in or right behind a name, in lower case. */
function suffixOf(tokens: readonly Token[], { first, last }: NameRun): string | null {
  for (let i = Math.max(first + 1, last - 2); i <= last + 1; i++) {
    const token = tokens[i];
    if (/^(?:jr|sr)$/.test(token?.lower ?? '')) return token?.lower ?? null;
    if (i >= last && token?.word !== ',') return null;
  }
  return null;
}

/** The words of a name in lower case, without "the", initials and "Jr". */
function wordsOf(tokens: readonly Token[], run: NameRun): string[] {
  const words: string[] = [];
  for (let i = run.first; i < run.last; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word' && token.kind !== 'number') continue;
    if (/^(?:the|jr|sr)$/.test(token.lower) && run.last - run.first > 1) continue;
    if (token.end - token.start === 1 && tokens[i + 1]?.word === '.' && words.length > 0) continue;
    words.push(token.lower);
  }
  return words;
}

/** The fullest form decides, unless the same words were read as something else more often. */
function kindOf(runs: readonly NameRun[], group: Group): NameKind {
  if (group.words.length > 1) return (runs[group.full] as NameRun).kind;
  let best: NameKind = 'other';
  for (const [kind, count] of group.kinds) if (count > (group.kinds.get(best) ?? 0)) best = kind;
  return best;
}

function fits(group: Group, words: readonly string[], kind: NameKind): boolean {
  const { words: full } = group;
  if (full.length === words.length) return full.every((word, i) => word === words[i]);
  const isPerson = (group.kinds.get('person') ?? 0) > 0;
  if (!isPerson || kind === 'place' || kind === 'organisation') return false;
  const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
  if (words.length > 1)
    return full.at(-1) === last && (full[0] === first || full.at(-words.length) === first);
  if (full.at(-1) === last) return true;
  // "Kim" of Kim Jong Un; "Hillary" of Hillary Clinton
  return full[0] === first && (full.length === 3 || FIRST_NAMES.has(first));
}

/**
 * Whether a person is named in full before the surname is used alone, but for a headline or a lead:
 * a full name far down the article is somebody else of that name.
 */
function isIntroduced(group: Group, size: number, second: number | undefined): boolean {
  const first = group.fulls[0] ?? 0;
  if (group.words.length === 1 || first <= Math.max(LEAD, size * 0.2)) return true;
  return second === undefined || second > first;
}

/** Where each word stands alone as a name for the second time, as run indexes. */
function secondAlone(words: readonly (readonly string[])[]): Map<string, number> {
  const once = new Set<string>();
  const second = new Map<string, number>();
  words.forEach((own, i) => {
    const word = own[0] ?? '';
    if (own.length !== 1) return;
    if (once.has(word) && !second.has(word)) second.set(word, i);
    once.add(word);
  });
  return second;
}

/** "van der Weber", "De los Reyes": somebody is called so without his given name. */
const PARTICLE = /^(?:van|von|ter|der|den|de|del|della|di|da|dos|du|la|las|los)$/;

/** Among several people of one surname: who is named far more often in full, or was named last before. */
function choose(
  groups: readonly Group[],
  fitting: readonly number[],
  words: readonly string[],
  at: number,
): number | undefined {
  if (words.length > 1) {
    const isSame = (group: number) => groups[group]?.words.length === words.length;
    // What begins so is a surname, though it was read as a place before.
    const whole = PARTICLE.test(words[0] ?? '') ? fitting.filter((group) => !isSame(group)) : [];
    return whole.length === 1 ? whole[0] : (fitting.find(isSame) ?? fitting[0]);
  }
  const counted = fitting
    .map((group) => {
      const fulls = groups[group]?.fulls ?? [];
      return { group, count: fulls.length, distance: at - lastBefore(fulls, at) };
    })
    .sort((a, b) => a.distance - b.distance);
  const [nearest, next] = counted;
  if (!nearest || !next) return nearest?.group;
  const most = counted.reduce((a, b) => (b.count > a.count ? b : a));
  const dominant = counted.every((other) => other === most || most.count >= 2 * other.count);
  if (dominant && (nearest === most || nearest.distance > NEAR)) return most.group;
  return nearest.distance <= NEAR && next.distance > 2 * NEAR ? nearest.group : undefined;
}

/** The greatest number below a limit in a sorted list, by halving. */
function lastBefore(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low > 0 ? (sorted[low - 1] as number) : Number.NEGATIVE_INFINITY;
}

/** The first role that is more than a courtesy, else the first. */
function roleOf(
  text: string,
  tokens: readonly Token[],
  runs: readonly NameRun[],
  mentions: readonly number[],
): string | null {
  let short: string | null = null;
  for (const mention of mentions.slice(0, LOOKED_AT)) {
    const role = findRole(tokens, runs[mention] as NameRun);
    if (!role) continue;
    const words = text.slice((tokens[role.first] as Token).start, (tokens[role.last - 1] as Token).end);
    if (role.last - role.first > 2 || !words.endsWith('.')) return words;
    short ??= words;
  }
  return short;
}
