/** Words for what people are: titles before a name, offices after one; and words of organisations. Lower case. */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Printed right before a name, never the end of a sentence: "Sen.", "Dr.". */
export const SHORT_TITLES = words(
  'mr mrs ms mx miss shri shrimati smt dr prof sen sens rep reps gov govs gen lt col sgt capt maj cmdr adm rev hon sir dame lord lady fr supt det ofc insp const cllr cpl pvt amb judge justice king queen prince princess pope saint st',
);

/** Offices and callings; a person is meant. Also the last word of a longer one: "deputy foreign minister". */
export const OFFICES = words(`
  attorney-general secretary-general director-general solicitor-general governor-general vice-chairman vice-chancellor commander-in-chief editor-in-chief co-author co-writer co-host co-owner co-director
  president vice-president vice chairman chairwoman chairperson chair chief ceo cfo coo cto minister premier chancellor secretary undersecretary ambassador senator congressman congresswoman
  representative governor mayor councilman councilwoman councilmember councillor alderman assemblyman assemblywoman assemblymember commissioner director manager head leader spokesman spokeswoman spokesperson spokespeople adviser advisor aide
  strategist consultant analyst economist professor scientist researcher scholar historian author writer journalist reporter editor columnist correspondent anchor host commentator
  lawyer attorney prosecutor judge justice magistrate counsel sheriff officer detective inspector sergeant lieutenant captain major colonel general admiral commander marshal
  king queen prince princess emperor empress duke duchess pope bishop archbishop cardinal priest pastor reverend rabbi imam ayatollah sheikh sultan emir lord lady
  doctor physician nurse surgeon teacher principal coach player quarterback striker goalkeeper captain champion actor actress singer musician comedian filmmaker producer artist
  founder co-founder cofounder owner entrepreneur executive banker investor trader billionaire businessman businesswoman investor official officials diplomat envoy negotiator lawmaker legislator politician
  candidate nominee frontrunner front-runner challenger incumbent delegate member activist campaigner organizer organiser lobbyist pollster operative donor volunteer veteran soldier
  resident residents neighbor neighbour witness victim survivor suspect defendant plaintiff student farmer driver worker engineer technician pilot astronaut expert experts specialist critic critics supporter supporters opponent
  supervisor coordinator co-ordinator co-chair co-chairman co-chairwoman constable warden ranger coroner registrar pathologist epidemiologist biologist economist physicist historian psychologist novelist poet photographer rapper midfielder defender pitcher linebacker
  treasurer comptroller auditor administrator superintendent dean provost trustee fellow coordinator curator speaker whip deputy assistant associate agent broker developer designer architect
  mother father son daughter brother sister wife husband widow uncle aunt cousin nephew niece friend partner girlfriend boyfriend man woman boy girl voter dictator
  ally insider composer surveyor chemist playwright songwriter conductor painter sculptor chef fisherman intern accountant barrister solicitor
  investigator firefighter paramedic protester shopkeeper programmer hacker lecturer headteacher beekeeper carpenter mechanic
  electrician plumber builder broadcaster presenter runner swimmer cyclist sprinter boxer golfer wrestler gymnast skier jockey trainer
`);

/** Words that make a capitalised run an organisation. */
export const ORGANISATION_WORDS = words(`
  inc corp corporation company co ltd llc plc group holdings bank agency association assn union committee commission council party ministry department dept bureau office court
  university college school institute institution academy foundation society federation league club team church hospital center centre museum library
  senate congress parliament assembly house army navy force forces guard police corps administration authority board cabinet government embassy campaign coalition alliance front movement
  times post journal news beast politics press gazette tribune herald magazine review network radio television tv broadcasting media channel
  airlines airways motors industries systems technologies technology partners associates capital fund trust enterprises studios pictures records entertainment
  caucus conference organization organisation confederation brigade regiment battalion division squadron fleet command laboratory laboratories service services exchange brothers
  orchestra band fc united rovers athletic tigers lions eagles giants rangers warriors bulls bears
`);

/** Organisations that stand alone. */
export const ORGANISATIONS = words(`
  nato un eu opec asean brics imf wto who unesco unicef fbi cia nsa doj dhs epa fda irs nasa pentagon kremlin gop dnc rnc nra naacp aclu cnn msnbc nbc cbs abc bbc pbs npr espn hbo fox reuters bloomberg politico breitbart
  google apple microsoft amazon facebook twitter meta tesla boeing ford toyota samsung sony ibm intel netflix disney walmart exxon chevron gazprom huawei alibaba tencent youtube instagram uber spacex
  congress senate hamas hezbollah isis isil taliban al-qaeda yahoo itar-tass tass interfax xinhua kcna aljazeera breitbart buzzfeed usda hud fema osha sec ftc fcc fec gao omb icbm un.
`);

/** Adjectives and peoples: capitalised, but no names that we look for. */
export const NATIONALITIES = words(`
  american americans russian russians chinese japanese korean koreans german germans french british english scottish irish welsh italian italians spanish portuguese greek greeks turkish turks ukrainian ukrainians polish poles dutch
  belgian swiss austrian austrians hungarian czech slovak romanian bulgarian serbian serbs croatian bosnian albanian swedish swedes norwegian norwegians danish danes finnish finns icelandic estonian latvian lithuanian belarusian georgian armenian azerbaijani
  kazakh uzbek iranian iranians iraqi iraqis syrian syrians israeli israelis palestinian palestinians lebanese jordanian saudi saudis egyptian egyptians libyan tunisian algerian moroccan sudanese ethiopian kenyan nigerian nigerians ghanaian south-african
  african africans asian asians european europeans arab arabs arabic indian indians pakistani pakistanis bangladeshi afghan afghans nepalese thai vietnamese cambodian indonesian malaysian filipino filipinos australian australians canadian canadians mexican mexicans
  cuban cubans brazilian brazilians argentine chilean colombian venezuelan venezuelans peruvian hispanic hispanics latino latinos latina jewish jews muslim muslims islamic islamist christian christians catholic catholics protestant evangelical evangelicals buddhist hindu hindus mormon sikh orthodox anglican baptist
  democrat democrats democratic republican republicans libertarian socialist communist communists conservative conservatives liberal liberals tory tories labour nazi nazis soviet roman byzantine ottoman persian kurdish kurds tibetan mongolian texan californian yorker yorkers
  western eastern northern southern latin slavic nordic celtic hebrew yiddish
`);

/** Capitalised words that are no names by themselves. */
export const CALENDAR = words(`
  january february march april may june july august september october november december jan feb mar apr jun jul aug sept oct nov dec
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun christmas easter thanksgiving halloween ramadan
`);
