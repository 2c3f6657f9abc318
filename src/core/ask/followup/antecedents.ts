/** What the words that point back in a question may mean, by whom and what the conversation and the articles name. */
import { genderOf } from '../../text/gender.ts';
import { parseNames } from '../../text/names.ts';
import { isSomebody } from '../words/somebody.ts';
import { fits } from './fitting.ts';
import { type KnownName, nameKey } from './known-names.ts';
import type { Read } from './phrases.ts';
import { findPointers, type Pointer, type PointerKind } from './pointers.ts';
import type { Conversation, Said } from './turns.ts';

/** Names of people in a text, as they stand there. */
export function findPeople({ text }: Read): string[] {
  return parseNames(text)
    .filter(({ kind }) => kind === 'person')
    .map(({ start, end }) => text.slice(start, end));
}

/** Whoever a bare name answers "Who resigned?" with: nothing else in it says that it is a person's. */
function findAnswered({ turns, answer }: Conversation): string[] {
  const asked = turns.at(-1)?.question.text ?? '';
  const name = answer?.text.trim() ?? '';
  return /^(?:and |so )?who\b/i.test(asked) && /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}$/u.test(name)
    ? [name]
    : [];
}

/** Whoever is named as people are, as far as questions and answers tell. */
function peopleOf(conversation: Conversation): ReadonlySet<string> {
  const { turns, answer } = conversation;
  const reads = turns.map((turn) => turn.question);
  if (answer !== undefined) reads.push(answer);
  return new Set([...reads.flatMap(findPeople), ...findAnswered(conversation)]);
}

/** Whether the last question has the same word, and nothing was put in for it: whatever it meant is still spoken of. */
function isLeftOpen({ turns }: Conversation, kind: PointerKind): boolean {
  const last = turns.at(-1)?.question;
  return (
    (kind === 'it' || kind === 'they') &&
    last !== undefined &&
    findPointers(last).some((pointer) => pointer.kind === kind && !pointer.owns)
  );
}

/** What that is answered with is a time or a measure, and nothing that "it" or "they" speak of: "about two light years". */
const MEASURES =
  /^(?:(?:and|so|but),? )?(?:when|(?:at |in )?(?:what|which) (?:time|year|day|date|month|percentage|share)|how (?:many|much|long|far|old|big|large|tall|high|deep|wide|heavy|fast|often|soon|late|close))\b/i;

/** What a question may refer to: "he" and "she" only to people, where some are named, "it" and "they" to what fits their place. */
export function findAntecedents(
  question: Read,
  conversation: Conversation,
  pointers: readonly Pointer[],
): readonly Said[] {
  const kinds = new Set(pointers.map(({ kind }) => kind));
  if (kinds.has('he') || kinds.has('she')) return findPersons(conversation, kinds);
  const { referents, names } = conversation;
  const open = pointers.filter(({ kind }) => kind === 'it' || kind === 'they' || kind === 'there');
  if (open.length === 0) return referents;
  const isMeasured = MEASURES.test(conversation.turns.at(-1)?.question.text ?? '');
  const asked =
    isMeasured && !kinds.has('there') ? referents.filter(({ ago }) => ago !== undefined) : referents;
  // Without articles little is known, and any phrase is better than none.
  if (names.size === 0) return asked;
  if (open.some(({ kind }) => isLeftOpen(conversation, kind))) return [];
  const known = { ...conversation, people: partsOfPeople(conversation) };
  return asked.filter(({ referent }) => open.some((pointer) => fits(referent, pointer, question, known)));
}

const OPENS_SUBJECT =
  /^(?:(?:and|but|so),? )?(?:(?:when|where|why|what|how) )?(?:is|was|will|did|does|has|had|would|can|could) (?:the |an? )?/iu;

/**
 * "When is the election? Who will win it?": the one thing that was just asked about by its name goes on to be spoken of, as
 * whoever did something does. Of "the role of serotonin" and of several things nobody knows which.
 */
export function findAskedOf(
  question: Read,
  conversation: Conversation,
  pointers: readonly Pointer[],
): Said | undefined {
  const [pointer, another] = pointers;
  if (pointer?.kind !== 'it' || another !== undefined || HAPPENING.test(question.text)) return undefined;
  const { turns, referents } = conversation;
  const last = turns.at(-1)?.question;
  const lead = OPENS_SUBJECT.exec(last?.text ?? '')?.[0];
  if (last === undefined || lead === undefined || findPointers(last).length > 0) return undefined;
  const rest = last.text.slice(lead.length);
  const subjects = referents.filter(
    ({ referent, ago }) => ago === 0 && !referent.plural && rest.startsWith(referent.text),
  );
  const [whole] = subjects.sort((a, b) => b.referent.text.length - a.referent.text.length);
  if (whole === undefined || / (?:of|between|for)\b/.test(rest.slice(0, whole.referent.text.length + 4)))
    return undefined;
  return fits(whole.referent, pointer, question, { ...conversation, people: partsOfPeople(conversation) })
    ? whole
    : undefined;
}

/** "When did it happen?": what happened is no thing. */
const HAPPENING = /\bit (?:happen|occur|take place|all (?:begin|start|happen))/i;

/** The names of people and their parts. */
function partsOfPeople(conversation: Conversation): ReadonlySet<string> {
  return new Set([...peopleOf(conversation)].flatMap((name) => [name, ...name.split(' ')]));
}

/** Whose words were asked for: he goes on to be spoken of, not whom his words name. */
const WHOSE_WORDS =
  /\bwhat (?:did|does|has|have) (?<who>.+?) (?:say|said|tell|told|call|called|think|thought|write|written|add|claim|argue|mean)\b/i;

/** "When did Reed back Lund?": he who did it goes on to be spoken of (the subject is the likeliest centre: Grosz, Joshi, Weinstein 1995). */
const WHO_DID =
  /^(?:(?:and|but|so) )?(?:(?:when|where|why|whom?|what|which \p{L}+|how(?: \p{L}+)?) )?(?:did|does|has|had|will|would|can|could|should|is|was) (?<who>\p{Lu}.*)$/iu;

/** What no article knows may be somebody; what some take for a place is none in all likelihood, whatever the others read in it. */
const mayBePerson = (known: KnownName | undefined): boolean =>
  known === undefined || (known.kind === undefined && !known.isPlace);

const MALE =
  /^(?:man|boy|father|son|brother|husband|uncle|king|prince|gentleman|grandfather|businessman|policeman|fisherman)$/;
const FEMALE =
  /^(?:woman|girl|mother|daughter|sister|wife|aunt|queen|princess|lady|grandmother|businesswoman|policewoman|widow|actress|waitress)$/;
/** An answer of so few words says who it was: "a 16-month-old boy". */
const WHO = 5;

/** Somebody without a name whom the last question asked about, or was answered with: "What did the driver say?", "Who fell ill? A boy". */
function findDescribed(
  { turns, answer, referents, names, lexicon }: Conversation,
  kinds: ReadonlySet<PointerKind>,
): readonly Said[] {
  if (lexicon === undefined || names.size === 0) return [];
  const asked = turns.at(-1)?.question.text ?? '';
  const isWho = /^(?:(?:and|so|but) )?who\b/i.test(asked) && (answer?.text.split(/\s+/).length ?? 9) <= WHO;
  return referents.flatMap(({ referent, ago }): Said[] => {
    const { text, plural, named, article } = referent;
    const head = /\p{L}+$/u.exec(text)?.[0].toLowerCase() ?? '';
    if (plural || named || !isSomebody(head, lexicon)) return [];
    if (kinds.has('he') ? FEMALE.test(head) : MALE.test(head)) return [];
    const isMeant = ago === 0 ? article === 'the' : ago === undefined && isWho;
    return isMeant ? [{ referent: { ...referent, article: 'the', person: true }, ago }] : [];
  });
}

/** Those who may be "he" or "she", as far as names and the articles tell. */
function findPersons(conversation: Conversation, kinds: ReadonlySet<PointerKind>): readonly Said[] {
  const { turns, referents, names } = conversation;
  const known = ({ referent }: Said) => names.get(nameKey(referent.text));
  const people = peopleOf(conversation);
  const isOne = (said: Said): boolean => {
    const name = known(said);
    return name?.kind === 'person' || (mayBePerson(name) && people.has(said.referent.text));
  };
  const persons = referents.filter(isOne);
  // Of Naomi Feld and Victor Lang only one is "she".
  const genderIn = (said: Said) => genderOf(said.referent.text, null) ?? known(said)?.gender ?? null;
  const fitting = persons.filter((said) => {
    const gender = genderIn(said);
    return gender === null || kinds.has(gender);
  });
  // Where nobody known fits, somebody may be meant who is not known as a person.
  const named = referents.filter(
    (said) => said.referent.named && !people.has(said.referent.text) && mayBePerson(known(said)),
  );
  // Whoever was asked about just now, or surely is one in the answer, is meant before those of earlier questions.
  const isPair = kinds.has('he') && kinds.has('she');
  const justNow = fitting.filter(
    (said) => !isPair && (said.ago === 0 || (said.ago === undefined && genderIn(said) !== null)),
  );
  const speaker = WHOSE_WORDS.exec(turns.at(-1)?.question.text ?? '')?.groups?.['who'] ?? '';
  const speaking = justNow.filter((said) => said.ago === 0 && speaker.includes(said.referent.text));
  const doer = WHO_DID.exec(turns.at(-1)?.question.text ?? '')?.groups?.['who'] ?? '';
  // Of "Ada Reed" the reader of names may have found no more than "Ada".
  const isDoer = ({ referent, ago }: Said): boolean =>
    ago === 0 &&
    referent.named &&
    doer.startsWith(referent.text) &&
    justNow.some((one) => one.ago === 0 && referent.text.includes(one.referent.text));
  const doers = referents.filter(isDoer);
  const longest = Math.max(...doers.map(({ referent }) => referent.text.length));
  const doing = doers.filter(({ referent }) => referent.text.length === longest);
  // Where the articles tell who is who, a man is no "she", and a town nobody: then nothing is put in.
  const others = names.size > 0 ? [] : [persons, referents];
  const described = isPair ? [] : findDescribed(conversation, kinds);
  return (
    [speaking, doing, justNow, described, fitting, named, ...others].find(({ length }) => length > 0) ?? []
  );
}
