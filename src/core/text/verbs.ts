/** Verb forms: irregular ones as one term, the base of a past form, and whether there is a finite verb at all. */
import { stem } from '../search/query.ts';

/** Irregular English verbs of the news; stems do not show that "met" is "meet". */
const FORMS =
  `begin began begun|break broke broken|bring brought|build built|buy bought|catch caught|choose chose chosen|
  come came|deal dealt|draw drew drawn|drive drove driven|fall fell fallen|feel felt|fight fought|find found|flee fled|
  fly flew flown|forget forgot forgotten|freeze froze frozen|get got|give gave given|go went|grow grew grown|hear heard|
  hide hid hidden|hold held|keep kept|know knew known|lead led|leave left|lend lent|lose lost|make made|mean meant|meet met|
  pay paid|rise rose risen|run ran|seek sought|sell sold|send sent|shake shook shaken|shoot shot|sink sank sunk|sit sat|
  speak spoke spoken|spend spent|stand stood|steal stole stolen|strike struck|swear swore sworn|swim swam|take took taken|
  teach taught|tear tore torn|tell told|think thought|throw threw thrown|wear wore worn|win won|write wrote written`
    .split('|')
    .map((forms) => forms.trim().split(/\s+/));

const STEMS: ReadonlyMap<string, string> = new Map(
  FORMS.flatMap((forms) => {
    const [base = '', ...others] = forms.map(stem);
    return others.map((form): [string, string] => [form, base]);
  }),
);
const BASES: ReadonlyMap<string, string> = new Map(
  FORMS.flatMap(([base = '', ...others]) => others.map((form): [string, string] => [form, base])),
);
/** Past forms in -ed that end in e without it. */
const ENDS_IN_E =
  /(?:[^aeiou]at|[^o]us|[lnpr]s|uc|c|v|iz|is|ir|ur|ag|ang|arg|ut|os|id|od|ok|ak|ol|ul|bl|pl|dg|leg|phon|in(?=$)(?<=clin|fin))$/;

/** The one term of all forms of a verb; other terms stay as they are. */
export function plainTerm(term: string): string {
  return STEMS.get(term) ?? term;
}

/** The base of an irregular past form ("met"), or null for other words. */
export function irregularBaseOf(past: string): string | null {
  return BASES.get(past) ?? null;
}

/** The base of a past form ("visited", "met", "stopped"), or null where it is none, or not sure to be one. */
export function baseOf(past: string): string | null {
  const irregular = irregularBaseOf(past);
  if (irregular !== null) return irregular;
  if (!past.endsWith('ed') || past.length < 5) return null;
  const root = past.slice(0, -2);
  if (root.endsWith('i')) return `${root.slice(0, -1)}y`;
  if (/([bdgmnprt])\1$/.test(root)) return root.slice(0, -1);
  return ENDS_IN_E.test(root) ? `${root}e` : root;
}

/** Signs of a finite verb. Captions of pictures and lists mostly have none. */
const HAS_VERB =
  /\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|did|does|do|says?|said|wants?|plans?|makes?|takes?|\p{Ll}{2,}ed|(?:met|won|lost|fell|rose|took|gave|made|began|came|went|held|left|found|told|led|sent|shot|struck|broke|became|put|cut|hit|set|ran|rang|sang|sank|swam|sat|stood|stole|spoke|woke|wore|tore|bore|drew|drove|drank|dug|ate|fought|bought|brought|caught|taught|thought|sought|felt|fled|flew|grew|knew|threw|blew|hid|hung|heard|kept|slept|swept|wept|laid|lay|lent|spent|meant|paid|read|rode|wrote|saw|shook|shut|slid|sold|spread|split|sprang|stuck|swore|swung|understood|withdrew|won|beat|bit|bled|built|burnt|chose|crept|dealt|forbade|forgot|forgave|froze|got|let|lit|rose|sued|undertook))\b/u;

/** Whether a text has a finite verb, as far as its letters tell. */
export function hasVerb(text: string): boolean {
  return HAS_VERB.test(text);
}
