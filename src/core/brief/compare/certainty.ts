/** How sure a sentence is of what it says: stated, expected, possible, denied, or said to be unknown. */

/** From surest to least sure; `denied` stands beside the scale. */
export type Certainty = 'stated' | 'expected' | 'possible' | 'unknown' | 'denied';

/** What an "it is unclear where …" asks for. */
type Slot = 'place' | 'date' | 'number' | 'actor' | 'whether' | 'other';

/** What a sentence says is not known. */
export interface NotKnown {
  readonly slot: Slot;
  /** The words after "where", "when" …: "a meeting might take place". */
  readonly clause: string;
  readonly start: number;
}

const UNKNOWN =
  /\b(?:(?:it|that) (?:is|was|remains?|remained) (?:still |as yet |yet |immediately )*(?:unclear|unknown|uncertain|not (?:yet |immediately |fully |entirely )*(?:clear|known))|(?:is|was|are|were|remains?|remained) (?:still |yet |immediately )*(?:unclear|unknown|uncertain|not (?:yet |immediately |fully |entirely )*(?:clear|known(?! (?:to|for|as)\b)))|(?:no one|nobody|no-one) (?:yet |still |really |outside )*knows?|not (?:immediately|yet) (?:clear|known)|(?:has|have|had) (?:not|yet) (?:yet |to )*(?:be|been) (?:officially |publicly |formally )*(?:disclosed|released|determined|established|confirmed|announced|identified|named|decided|set|finali[sz]ed|made public)|there (?:is|was|were|has been) no (?:immediate )?(?:(?:word|information|confirmation)\b|indication (?:of )?(?=wh|how))|(?:declined|refused) to (?:say|comment on|disclose|reveal)|(?:did|would|could|do|does) not (?:say|know|disclose|reveal|specify|give))\b/i;
const DENIED =
  /\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:es|ed)|ruled? out|(?:is|was|are|were|did|does|do|has|have|had|will|would|could|can) (?:not|never)|(?:isn|wasn|aren|weren|didn|doesn|don|hasn|haven|hadn|won|wouldn|couldn|can)['’]t|never|no longer|no (?:plans?|evidence|sign|intention)|without (?:any )?(?:evidence|proof))\b/i;
const POSSIBLE =
  /\b(?:might|could|possibl[ey]|perhaps|maybe|allege[ds]?|allegedly|reportedly|apparently|rumou?red|suspected (?:of|to)|believed? to|believes|thought to|thinks|appears?|seems?|likely|unlikely|probably|is feared|are feared|fears? that|considering|considers|claim(?:s|ed)? (?:that|to)|speculat\w+|suggests?|unconfirmed|potential(?:ly)?|if)\b/i;
const EXPECTED =
  /\b(?:expect(?:s|ed)?|scheduled|planned|plans? to|planning to|intends? to|aims? to|hopes? to|set to|slated|anticipated|poised to|preparing to|in talks)\b/i;
/** "is due to open", but not "closed due to snow", "is due to the snow", "is due to rising costs". */
const IS_DUE =
  /\b(?:is|are|was|were|be|been|now|also|still) due to (?!(?:the|an?|its|their|his|her|[a-z]+(?:ing|ed|s))\b)[a-z]/i;
const ASKS =
  /\b(where|when|how (?:many|much|long|far)|who(?:m|se)?|which|whether|if|what|why|how)\b\s*([^,.;?!]*)/i;
const SLOTS: Record<string, Slot> = {
  where: 'place',
  when: 'date',
  who: 'actor',
  whom: 'actor',
  whose: 'actor',
  whether: 'whether',
  if: 'whether',
};
/** "Its cause is unclear", "the date has not been announced": what is not known stands before. */
const NOUNS: readonly (readonly [RegExp, Slot])[] = [
  [/\b(?:location|venue|place|site|whereabouts|destination)\b/i, 'place'],
  [/\b(?:date|time|timing|schedule)\b/i, 'date'],
  [/\b(?:number|toll|extent|size|amount|cost|figure)\b/i, 'number'],
  [/\b(?:identity|identities|names?|culprits?|attackers?|perpetrators?)\b/i, 'actor'],
];

/** The least sure reading that its words allow, in this order: unknown, denied, expected, possible, stated. */
export function certaintyOf(text: string): Certainty {
  if (UNKNOWN.test(text)) return 'unknown';
  if (DENIED.test(text)) return 'denied';
  if (EXPECTED.test(text) || IS_DUE.test(text)) return 'expected';
  // "may" but not the month.
  return POSSIBLE.test(text) || /\bmay\b/.test(text) ? 'possible' : 'stated';
}

/** What a sentence itself says is unknown or unclear, or null where it says no such thing. */
export function parseNotKnown(text: string): NotKnown | null {
  const cue = UNKNOWN.exec(text);
  if (cue === null) return null;
  const after = text.slice(cue.index + cue[0].length);
  const asks = ASKS.exec(after.slice(0, 60)) === null ? null : ASKS.exec(after);
  if (asks !== null) {
    const word = (asks[1] ?? '').toLowerCase();
    const slot = SLOTS[word] ?? (/^how (?:many|much)/.test(word) ? 'number' : 'other');
    return { slot, clause: asks[2] ?? '', start: cue.index };
  }
  const before = /[^,.;]*$/.exec(text.slice(0, cue.index))?.[0] ?? '';
  const slot = NOUNS.find(([pattern]) => pattern.test(before))?.[1] ?? 'other';
  return { slot, clause: before, start: cue.index };
}

/** Whether it speaks of what is to come. */
export function isAhead(text: string): boolean {
  return (
    IS_DUE.test(text) ||
    /\b(?:(?:will|would|shall|may|might|could)(?! have\b)|to (?:be )?(?:held|take place|meet|visit|begin|start|open|close)|going to|expected|scheduled|planned|plans|set to|upcoming|next (?:week|month|year)|tomorrow|is (?:travel|head|go|com|arriv|leav)\w*ing|are (?:travel|head|go|com|arriv|leav)\w*ing)\b/i.test(
      text,
    )
  );
}
