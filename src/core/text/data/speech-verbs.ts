/** Verbs that news uses for speaking and writing, with their forms. */

/** Verbs as "base past[ participle] third-person -ing"; regular ones by their base alone. */
const REGULAR = `
  accept accuse acknowledge add admit admonish advise affirm agree allege announce answer argue ask assail assert assess assure
  attack attest aver beam bellow blast boast brag call caution challenge charge chant cheer chide chime claim clarify comment complain
  concede conclude concur condemn confess confide confirm contend continue counsel counter criticize criticise
  cry dare declare decry defend demand denounce deny describe dismiss disclose echo elaborate email emphasize emphasise enthuse estimate
  exclaim exhort explain express exult fire fume groan grumble gush hail hint holler howl implore imply indicate inform inquire
  insist instruct interject intone insinuate joke jibe jest lament laugh lecture maintain marvel mention mock moan mumble murmur muse
  mutter note object observe offer opine order pledge plead ponder post praise pray preach predict press proclaim promise protest
  question quip rail rant rave react reason reassure recall recite recommend reckon recount reflect refute reiterate relate
  remark remember remind reply report request respond retort reveal roar scoff scold scream shout shriek sigh signal sneer snap snark snort
  speculate spout stammer state stress stutter suggest summarize summarise surmise suspect tease testify thunder tweet underline underscore
  urge vent volunteer vow wail warn whisper wonder worry yell caption text message telegraph blog comment retweet sum
  applaud accuse allow bemoan berate blame cite compare conjecture crack croak deadpan declaim deliver demur deride detail divulge
  drawl encourage enquire exude gloat gripe guess invoke label lambast lash level list narrate nod persist phrase pipe posit proffer
  promote prophesy propose quote reaffirm rebut rejoin relay repeat ridicule shrug slam slur sniff sob spit stipulate sympathize tout trumpet
  type liken blurt grouse deem portray refer characterize characterise ascribe credit dub taunt chuckle plead urge brand term scorn sneer lambaste relate reflect counsel confide fret marvel agonize theorize rationalize acknowledge commend hail disagree quarrel joke sniff telegraph preview tut venture verify voice welcome whine yelp
`;

const IRREGULAR = `
  say says said saying | tell tells told telling | write writes wrote written writing | speak speaks spoke spoken speaking
  | think thinks thought thinking | read reads reading | begin begins began begun beginning | go goes went
  | sing sings sang sung singing | swear swears swore sworn swearing | hold holds held | find finds found
  | know knows knew known | feel feels felt | believe believes believed believing | hope hopes hoped hoping
  | teach teaches taught | understand understands understood | retell retells retold | foresee foresees foresaw
  | forewarn forewarns forewarned | bark barks barked barking | quote quotes quoted quoting | show shows showed shown
  | tweet tweets tweeted tweeting | dub dubs dubbed dubbing | put puts putting | recall recalls recalled recalling
`;

/** Double their last consonant. */
const DOUBLED = new Set([
  'admit',
  'aver',
  'brag',
  'concur',
  'demur',
  'quip',
  'refer',
  'snap',
  'sob',
  'spit',
  'tut',
  'rebut',
  'slam',
  'slur',
  'sum',
  'nod',
  'blog',
  'dub',
  'shrug',
  'chat',
]);

function formsOf(base: string): string[] {
  if (DOUBLED.has(base)) {
    const stem = base + base.slice(-1);
    return [base, `${base}s`, `${stem}ed`, `${stem}ing`];
  }
  if (/[^aeiou]y$/.test(base))
    return [base, `${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`];
  if (base.endsWith('e')) return [base, `${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  if (/(?:s|sh|ch|x|z)$/.test(base)) return [base, `${base}es`, `${base}ed`, `${base}ing`];
  return [base, `${base}s`, `${base}ed`, `${base}ing`];
}

/** Every form of every speech verb, lower case. */
export const SPEECH_VERBS: ReadonlySet<string> = new Set([
  ...REGULAR.trim().split(/\s+/).flatMap(formsOf),
  ...IRREGULAR.split(/[\s|]+/).filter(Boolean),
]);
