/** What answers why: a clause that is led to as a reason is, and not what somebody plans, by whom, or when. */
import { holdsDate, type ScoredSpan } from './spans.ts';

/** Words that lead to a reason. */
const CUE =
  /\b(?:because|since|as|due|to|for|after|over|by|amid|following|so|that|when|if|on|of|from|in|with|without|citing|saying|owing|thanks|through|about)(?: (?:the|an?|his|her|its|their))?$/i;

/** Of these any clause may be led to, whatever it is about: only beside what is asked about do they give its reason. */
const WEAK_CUE =
  /\b(?:since|when|if|after|on|of|from|in|with|about|so|that)(?: (?:the|an?|his|her|its|their))?$/i;

/** "plans to respond": what somebody plans is no reason. */
const PLANS =
  /\b(?:plan(?:s|ned|ning)?|want(?:s|ed)?|agree(?:[sd]|ing)?|expect(?:s|ed)?|tr(?:y|ies|ied|ying)|decide[sd]?|refus(?:e[sd]?|ing)|promis(?:e[sd]?|ing)|vow(?:s|ed|ing)?|pledg(?:e[sd]?|ing)|hope[sd]?|intend(?:s|ed)?|threaten(?:s|ed|ing)?|appear(?:s|ed)?|seem(?:s|ed)?|continue[sd]?|begin|beg[au]n|begins|start(?:s|ed)?|schedule[sd]?|scheduled|set|supposed|meant|slated|able|unable|likely|going|ready|willing) to$/i;

/** "described the visit as", "served as", "as well as": what follows says what something is called, or what else there is. */
const CALLED_SO =
  /\b(?:(?:describ|regard|view|hail|dismiss|label|brand)(?:e[sd]?|s|ed|ing|led)(?: \S+){0,4}|known|seen|serv(?:e[sd]?|ing)|named|appointed|elected|work(?:s|ed|ing)|act(?:s|ed|ing)|such|well) as$/i;

/** "citing a lack of funds", "fearing a strike"; but "leaving 300 without work" is what came of it, and "letters pledging help" what they say. */
const GIVES_REASON =
  /^(?:accusing|aiming|alleging|angering|arguing|believing|being|blaming|calling|citing|claiming|complaining|demanding|describing|doubting|expecting|explaining|facing|fearing|feeling|having|hoping|insisting|judging|knowing|lacking|needing|noting|objecting|opposing|pointing|protesting|recognis?ing|recognizing|saying|seeing|seeking|stressing|suffering|suspecting|thinking|trying|wanting|warning)$/i;

/** Words without which a passage gives no reason. */
const GIVES =
  /\b(?:because|since|due to|owing|thanks to|after|over|amid|following|so that|in order|citing|saying|arguing|blam\w+|caus\w+|reasons?|lest|fear\w*|for [a-z]+ing|although|when|until|rather than|but|as (?!as\b|of\b|an?\b|the\b))|: /i;

/** Whether a passage may say why, and not only that it is so. */
export const mayGiveReason = (passage: string): boolean => GIVES.test(passage);

/** Whether a clause is led to as a reason is: "resigned over the deal", "citing a lack of funds", and not "who signed it". */
export function isReasoned(span: ScoredSpan, verb: string | null): boolean {
  const { text, start, sentence, features } = span;
  // "by 2029"
  if (holdsDate(span) && (text.split(' ').length <= 3 || /^(?:starting|beginning) /i.test(text)))
    return false;
  const [first = ''] = text.split(' ');
  const lead = sentence.text.slice(0, start).trimEnd();
  if (PLANS.test(lead) || (first.toLowerCase() === 'to' && PLANS.test(`${lead} to`))) return false;
  // "to close the gap" is a reason, "to Norway" is where.
  if (first.toLowerCase() === 'to') return features['reason:p0:PART'] !== undefined;
  if (/\bto$/i.test(lead) && !/\b(?:due|owing|thanks) to$/i.test(lead))
    return features['reason:p0:VERB'] !== undefined;
  // "rejected by Lund", but "by closing the mill"
  const by = first.toLowerCase() === 'by' ? text.split(' ')[1] : /\bby$/i.test(lead) ? first : undefined;
  if (by !== undefined && !/ing$/.test(by)) return false;
  // "described as a state visit", but "resigned as talks had failed"
  if (CALLED_SO.test(lead)) return false;
  // "as early as May"
  if (/\bas \p{L}+ as$/u.test(lead) || /^\p{L}+ as\b/u.test(text)) return false;
  // "too tired to come"
  if (first === 'too') return true;
  const isBeside = verb === null || sentence.terms.includes(verb);
  const isCue = (words: string): boolean => CUE.test(words) && (isBeside || !WEAK_CUE.test(words));
  return isCue(lead) || isCue(first) || GIVES_REASON.test(first);
}
