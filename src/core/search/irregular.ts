/** Irregular forms of English verbs and nouns, which no stemmer brings together: form -> base form. */

/** Base form, then its forms. Forms that are common words of their own ("saw", "left", "found") are in; "lay", "bore" are not. */
const FORMS = `arise arose arisen|awake awoke|beat beaten|become became|begin began begun|bend bent|bite bit bitten|bleed bled
blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen
come came|creep crept|deal dealt|dig dug|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen
feed fed|feel felt|fight fought|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven
freeze froze frozen|give gave given|go went gone|grow grew grown|hang hung|hear heard|hide hid hidden|hold held|keep kept
know knew known|lead led|lend lent|lose lost|make made|mean meant|meet met|pay paid|ride rode ridden|ring rang rung
rise rose risen|run ran|see saw seen|seek sought|sell sold|send sent|shake shook shaken|shoot shot|show shown|shrink shrank
sing sang sung|sink sank sunk|sit sat|sleep slept|speak spoke spoken|spend spent|spring sprang sprung|stand stood|steal stole stolen
strike struck|swear swore sworn|swim swam|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought
throw threw thrown|understand understood|wake woke woken|wear wore worn|win won|withdraw withdrew withdrawn|write wrote written
leave left|find found|overcome overcame|overthrow overthrew overthrown|undergo underwent undergone|uphold upheld|bind bound
man men|woman women|child children|person people|foot feet|tooth teeth|mouse mice|wife wives|die dying died
crisis crises|analysis analyses|medium media|datum data`;

export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  FORMS.split(/[|\n]/).flatMap((line) => {
    const [base = '', ...forms] = line.trim().split(' ');
    return forms.map((form): [string, string] => [form, base]);
  }),
);
