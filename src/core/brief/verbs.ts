/** Irregular English verbs of the news, so that "met" and "meet" are one term: stems do not show it. */
import { stem } from '../search/query.ts';

const FORMS = `begin began begun|break broke broken|bring brought|build built|buy bought|catch caught|choose chose chosen|
  come came|deal dealt|draw drew drawn|drive drove driven|fall fell fallen|feel felt|fight fought|find found|flee fled|
  fly flew flown|forget forgot forgotten|freeze froze frozen|get got|give gave given|grow grew grown|hear heard|hide hid hidden|
  hold held|keep kept|know knew known|lead led|leave left|lend lent|lose lost|make made|mean meant|meet met|
  pay paid|rise rose risen|run ran|seek sought|sell sold|send sent|shake shook shaken|shoot shot|sink sank sunk|sit sat|
  speak spoke spoken|spend spent|stand stood|steal stole stolen|strike struck|swear swore sworn|swim swam|take took taken|
  teach taught|tear tore torn|tell told|think thought|throw threw thrown|wear wore worn|win won|write wrote written`;

const STEMS: ReadonlyMap<string, string> = new Map(
  FORMS.split('|').flatMap((forms) => {
    const [base = '', ...others] = forms.trim().split(/\s+/).map(stem);
    return others.map((form): [string, string] => [form, base]);
  }),
);

/** The one term of all forms of a verb; other terms stay as they are. */
export function plainTerm(term: string): string {
  return STEMS.get(term) ?? term;
}
