/** The words that pages say around an article: buttons, link lists, credits, requests to subscribe. */

/** A line made of these words alone is a button or a heading of the page, not the article's. */
const INTERFACE: ReadonlySet<string> = new Set(
  `share shares sharing tweet retweet email e-mail mail print facebook twitter x whatsapp reddit linkedin pinterest telegram instagram
  tiktok youtube threads bluesky mastodon flipboard messenger sms rss pin link links copy copied url save bookmark like likes
  comment comments reply replies respond response responses report subscribe subscriber subscribers subscription newsletter newsletters
  sign signup login log logout register registration account profile menu search home homepage close open skip navigation content toggle
  expand collapse more less read reads reading next previous prev back top view views all post posts related article articles story stories
  latest trending popular most recommended recommendations recent editors picks watch listen play pause mute video videos audio podcast
  podcasts photo photos gallery galleries slideshow image images advertisement advertisements ad ads advertise advert sponsored promoted
  cookies cookie privacy policy policies terms condition conditions use service services contact about author authors tag tags category categories
  topic topics filed follow following followers our books shop store donate support us feedback help faq sitemap accessibility careers
  loading minutes minute min mins text size font download app apps settings preferences accept reject manage dismiss ok done
  get alerts notifications notification weather events jobs obituaries classifieds live updates breaking news you may might also interested
  discover explore browse filter sort newest oldest this it on to in out up for from via of the and or a an your with by here click tap now
  show hide see edition language english subscribe today free trial digital archive archives index section sections`.split(
    /\s+/,
  ),
);
/** Words that alone say nothing of a page: a line of only these is not a button. */
const COMMON: ReadonlySet<string> = new Set(
  'this it on to in out up for from via of the and or a an your with by here now you may might also us our more most all news'.split(
    ' ',
  ),
);

/** True for a line that consists of the words of buttons and headings of pages. At most seven words: more is a sentence. */
export function isInterface(text: string): boolean {
  if (text.length > 80) return false;
  const words = text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];
  if (words.length === 0) return true;
  const content = words.filter((word) => !COMMON.has(word));
  return (
    words.length <= 7 &&
    content.length > 0 &&
    words.every((word) => INTERFACE.has(word) || /^\d{1,5}k?$/.test(word))
  );
}

/** Headings under which pages list links to other articles. */
const LINK_HEADING =
  /^(?:related|more (?:from|on|in|about|stories|news|articles|coverage|headlines|like this|to read)|most (?:read|popular|viewed|shared|watched|recent)|also (?:read|see|on)|read (?:more|next|also|this)|see also|you (?:may|might)|recommended|recommendations|trending|popular|latest (?:news|stories|articles|headlines|posts|from|in|videos)|top (?:stories|news|headlines)|editors?['’]?s? picks?|don['’]t miss|up next|what to read|in this (?:story|section)|from (?:around )?(?:the|our) web|elsewhere|keep reading|explore more|sponsored|promoted|suggested|other (?:stories|articles|news)|similar (?:stories|articles)|further reading|our (?:books|picks|latest)|breaking news)(?:\P{L}|$)/iu;

/** True for the heading of a list of links: "Related Articles", "Most read", "More from World". */
export function isLinkHeading(text: string): boolean {
  return (
    text.length <= 60 && LINK_HEADING.test(text) && !/[.!?]$/.test(text) && text.split(/\s+/).length <= 6
  );
}

const COMMENT_HEADING =
  /^(?:\d[\d,.]* )?(?:comments?|responses?|replies)(?: ?\(\d[\d,.]*\)| ?\d+)?:?$|^(?:leave|post|add|write) (?:a |your )?(?:reply|comments?|response)\b|^join the (?:conversation|discussion)\b|^comments are closed|^\d+ thoughts? on\b|^(?:what do you think|have your say)\??$|^cancel reply$/iu;

/** True for the heading of readers' comments. */
export function isCommentHeading(text: string): boolean {
  return text.length <= 100 && COMMENT_HEADING.test(text);
}

/** True for a line that stands between readers' comments: "Reply", "3 hours ago", "Ann says:". */
export function isCommentLine(text: string): boolean {
  return (
    text.length <= 80 &&
    /^(?:reply|report|flag|upvote|quote|like|dislike)(?: ?\(?\d+\)?)?$|^\S+(?: \S+){0,3} says:?$|\bat \d{1,2}:\d{2} ?[ap]m$|^(?:edited )?\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago$/iu.test(
      text,
    )
  );
}

const PAGE_LINES: readonly RegExp[] = [
  // A link to another article inside the text.
  /^(?:read (?:more|also|next|this)|also (?:read|see)|see also|related(?: (?:stor(?:y|ies)|articles?|coverage|news|video))?|more(?: on (?:this|[\p{L} ]{3,30}))?|watch(?: (?:now|live|more|the video))?|listen(?: now)?|don['’]t miss|recommended|explore further|continue reading|in pictures|click here|must[- ]read|what to read next)\s*[:|»>→]\s*\S/iu,
  /^[^.!?]*[?!]?[^.!?]*\b(?:read more|read full story|continue reading|learn more)\s*[.…»>→]*$/iu,
  // Shares, counts, ages, pages.
  /^(?:share|tweet|e?mail|print|post|send|pin)(?: (?:this|it|article|story|page|link|on|to|via|with)\b.*)?$/iu,
  /^(?:click|tap) (?:here )?to (?:share|e?mail|print|tweet|view|enlarge|expand|play|read|see|subscribe|copy)\b/iu,
  /^[\d.,]+ ?[km]? (?:views?|shares?|reads?|likes?|comments?|responses?|replies|followers?)$/iu,
  /^(?:estimated |reading )?(?:reading )?(?:time:? )?\d+ ?-? ?min(?:ute)?s?\.?(?: read| to read)?$/iu,
  /^(?:page )?\d+ (?:of|\/) \d+$/iu,
  /^(?:video|audio) player is loading|^(?:current time|duration|loaded|remaining time|progress|stream type|playback rate)\b.{0,20}$|^now playing$/iu,
  /^sharing is caring|^(?:close|open) modal$|^suggest a correction$/iu,
  /^(?:listen to|play) (?:this )?(?:article|story)\b/iu,
  /^(?:story|article|content|text) continues (?:below|after|under)\b/iu,
  /^scroll (?:down )?(?:for|to) (?:more|continue|video)/iu,
  // Lists of the page's own topics and posts.
  /^(?:tags?|topics?|filed under|posted in|categor(?:y|ies)|keywords?|labels?|hashtags?|more about|in this article|topics in this article)\s*:/iu,
  /^(?:view|see|read|show) (?:all|more)(?: (?:posts?|articles?|stories|news|of|from|by)\b.*)?$/iu,
  /^more (?:from|by|stories|articles|news|posts|about|on|in)\b/iu,
  /^(?:image|photo|video|audio|media|file|picture)(?: (?:caption|source|credit|copyright|of the day))?\s*[:,]/iu,
  /^(?:media playback|this video|your browser|please enable|enable javascript|javascript is)\b/iu,
  /^(?:https?:\/\/|www\.)\S+$/iu,
  /^\S+@\S+\.\p{L}{2,}$/iu,
  /^[@#][\p{L}\p{N}_]+(?: [@#][\p{L}\p{N}_]+)*$/u,
  // Breadcrumbs.
  /^(?:home|news|start)\s*[>»/›→]\s*\S/iu,
  /^(?:skip|jump) to\b/iu,
];

/** True for a line that belongs to the page: a button, a count, a link to another article, a list of tags. */
export function isPageLine(text: string): boolean {
  return text.length <= 240 && (isInterface(text) || PAGE_LINES.some((line) => line.test(text)));
}

const CREDITS: readonly RegExp[] = [
  /^[([]?(?:photo(?:s|graph(?:s|er|y)?)?|pictures?|images?|illustrations?|graphics?|video|credits?|courtesy|screenshot|source)(?: (?:credit|courtesy|source|illustration|copyright)s?)?\s*(?:(?::|©|-|–|—)\s*|(?:by|via)\s)\S/iu,
  /^(?:image|media|photo) (?:source|copyright|credit)\b/iu,
  /(?:getty images|shutterstock|istock|reuters|afp|epa|ap photo|associated press|alamy|unsplash|wikimedia commons|flickr|pixabay|pexels|zuma press|bloomberg|anadolu)[)\]]*$/iu,
  /(?:\b(?:by|via|from)|[/|©]|[([])\s?(?:[^.,;]{1,40}[/,|] ?)?(?:getty images|shutterstock|istock|reuters|afp|epa|ap photo|alamy|unsplash)\.?[)\]]*\.?$/iu,
  /\b(?:reuters|ap photo|ap|afp|getty images|epa|pa wire|photo|images|pictures|news agency)\s?\/\s?\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,3}[)\].]*$/u,
  /[([](?:photo|picture|image|photograph|illustration|credit|file|ap|reuters|courtesy)[^()[\]]{0,80}[)\]]\.?$/iu,
  /[([]\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3} ?\/ ?\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,3}[)\]]\.?$/u,
  /\b(?:[Pp]hoto(?:graph)?|[Pp]icture|[Ii]llustration|[Ii]mage)s?(?: credit)?: \p{Lu}[^.!?:]{1,60}$/u,
  /^(?:file|handout|archive|stock) (?:photo|picture|image)\b/iu,
  /^©\s?\p{Lu}/u,
  /^\p{Lu}[\p{L}.’' -]{1,40}\s?\/\s?\p{Lu}[\p{L}.’' -]{1,40}$/u,
];

/** True for a line that says who made a picture, or for a caption that ends with that. Not for a long paragraph. */
export function isCredit(text: string): boolean {
  return (
    text.length <= 300 && CREDITS.some((credit) => credit.test(text)) && !/[“”"]\s*(?:,|\p{L})/u.test(text)
  );
}

const SIGN_OFF =
  /^[([](?:additional )?(?:reporting|writing|editing|edited|written|compiled|with (?:inputs?|reporting|files))\b|^(?:additional )?(?:reporting|writing|editing) by \p{Lu}|^[^.!?]{0,90}\bcontributed (?:reporting|to this (?:report|story|article))\b.{0,60}$/iu;

/** True for the line at the end of an agency's report that names who worked on it. */
export function isSignOff(text: string): boolean {
  return text.length <= 240 && SIGN_OFF.test(text);
}

const REQUESTS: readonly RegExp[] = [
  /\bwe (?:and our partners )?use cookies\b.{0,80}\b(?:experience|site|website|traffic|content|ads|consent|analy[sz]e|partners|services)\b|\b(?:our|the) use of cookies\b|^accept all\b/iu,
  /^by (?:clicking|continuing|signing up|subscribing|submitting|using this)\b.{0,80}\byou\b/iu,
  /^(?:please )?(?:sign[- ]?up|subscribe|register|log ?in|sign in) (?:here|now|below|today|and|(?:for|to)\b.{0,80}\b(?:our|your|newsletters?|updates|alerts|access|now|free trial|here|read|comment|continue))\b/iu,
  /\b(?:get|receive|sent|delivered|straight|direct(?:ly)?|news|stories|newsletters?|advice|best)\b.{0,60}\b(?:in|to) your (?:e?-?mail )?inbox\b/iu,
  /\b(?:sign[- ]?up|subscribe|get|read|join|receive|latest)\b.{0,80}\bour (?:\p{L}+ ){0,3}newsletters?\b/iu,
  /^your email address will not be published|required fields are marked/iu,
  /^(?:you can )?(?:follow|like|join|find) (?:us|me|our (?:page|channel|account|coverage|community|team|newsletter|live)\p{L}*)\b|^follow \S+(?: \S+){0,3} on (?:x|twitter|facebook|instagram|google|linkedin|telegram|youtube|tiktok)\b/iu,
  /\bdownload(?:ing)? our .{0,30}\bapp\b|^(?:download|get|try) (?:our|the) .{0,30}\bapp\b|^click here (?:to|for)\b/iu,
  /^already (?:a|an) (?:\p{L}+ )?(?:subscriber|member)\b|^(?:create|register for) (?:a|an|your)(?: free)? account\b/iu,
  /\byou(?: have|['’]ve) (?:read|reached|used|\d+)\b.{0,60}\b(?:articles?|limit)\b|^you have \d+ (?:free )?articles?\b|\bunlimited access\b.{0,40}$/iu,
  /\b(?:turn off|disable) your ad ?blocker\b|\benable javascript\b|^this site is protected by\b/iu,
  /^(?:please )?(?:support|help us|donate|make a (?:donation|contribution))\b.{0,60}\b(?:our|us|journalism)\b/iu,
  /^(?:(?:have|got) a (?:news )?tip|send us|let us know|tell us|do you have|want more|for more (?:stories|news|from))\b/iu,
  /^(?:if you (?:liked|enjoyed) this|thank you for (?:reading|subscribing)|read our\b|see our\b|get (?:the|our) (?:latest|best|top)\b)/iu,
  /^(?:stay (?:informed|up to date|updated|tuned)|never miss|don['’]t miss)\b/iu,
];
const LEGAL =
  /\ball rights reserved\b|\bcopyright (?:©|\(c\)|\d{4})|©\s?\d{4}|\bmay not be (?:published, |reproduced|republished|rewritten)|\bviews (?:and opinions )?expressed (?:in|by|here|above|are)\b.{0,80}\b(?:authors?|writers?|contributors?|own)\b|^this (?:article|story|post|piece|report) (?:was |is |has been |first |originally |also ){1,3}(?:published|appeared|posted|syndicated)\b|^(?:re)?published (?:here )?(?:with permission|courtesy)\b|\bwe may earn an? \b|^comments are (?:closed|moderated)\b/iu;

/** True for a sentence in which the page speaks to its reader, or of its rights. A quotation is never one. */
export function isRequest(text: string): boolean {
  if (text.length > 420) return false;
  // A button's name in quotation marks is no quotation.
  const words = text.replace(/[“"][^”"]{0,24}[”"]/u, '');
  return !/[“”«»"]/u.test(words) && (LEGAL.test(words) || REQUESTS.some((request) => request.test(words)));
}
