/** Words whose full stop need not end a sentence. All in lower case, without the stop. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Stand before a name: never the end of a sentence. */
export const BEFORE_NAMES = words(`
  mr mrs ms mx messrs mmes dr drs prof gen sen sens rep reps gov govs pres supt det lt lts col cols sgt sgts capt cmdr cdr
  maj brig adm pvt cpl spc ofc dets rev revs fr sr. hon amb asst assoc dep insp mgr msgr st ste mt mts ft pt atty atts att
  v hr frau dhr sra srta mlle mme vs viz cf e.g i.e
`);

/** Stand before a number: not the end of a sentence where one follows. */
export const BEFORE_NUMBERS = words(`
  no nos p pp vol vols fig figs sec secs art arts ch chap para paras pg approx ca circa rs ext max min tel op eq
  jan feb mar apr jun jul aug sept sep oct nov dec
`);

/** Stand anywhere: the end of a sentence only where a word follows that begins sentences. */
export const ABBREVIATIONS = words(`
  inc corp co cos ltd llc plc bros assn dept univ inst intl natl govt mfg est etc al jr sr esq phd ave blvd rd ln hwy rte apt bldg sq
  jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun
  ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa
  penn tenn tex va vt wash wis wyo ont que med ed eds trans repr rev comm div dist pop prov gmbh ag sa nv bv kg rs mos yrs hrs
  lb lbs oz ft sq cu gal tsp tbsp btw incl excl misc ref refs orig i.v a.k.a ph.d
`);

/** Words that begin a sentence where they stand with a capital after an abbreviation. */
export const STARTERS = words(`
  the a an this that these those it its it's he she we they you i i'm i'll i've i'd he's she's they're we're you're there here his her their our your my
  in on at by for from with after before during since until while when where why how what who which whose if as although though
  but and or so yet however meanwhile then now also still instead moreover nor both each every some any all many most several
  no not one two three four five six seven eight nine ten once only even just perhaps maybe please let did do does is are was were
  will would can could should may might has have had under over between among about against despite because according among
  earlier later last next such other another others nobody everyone someone nothing something today yesterday tomorrow
`);
