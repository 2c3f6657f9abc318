/** The bot's own words; those of digests stand beside them. Another language is another pair of this shape. */
import type { DatePrecision } from '../core/article.ts';
import { digestWords } from './digest-words.ts';

const ASK_THEM =
  'Ask what the articles here say, or try /brief <topic>; /briefwire topics lists what there is, /briefwire help the rest.';

export const words = {
  publisherNotStated: 'publisher not stated',
  dateNotStated: 'date not stated',
  untitled: 'Untitled',
  speakerNotNamed: 'speaker not named',
  speakersNotNamed: 'speakers not named',
  by: (author: string) => `by ${author}`,
  opinion: 'opinion or analysis',
  teaserOnly: 'only the teaser is known',
  correctedSince: 'changed since it was shown',
  withdrawn: 'withdrawn by its publisher',

  whatHappened: 'What happened',
  inTheirWords: 'In their words',
  agree: 'Where the sources agree',
  only: 'Only one says so',
  differ: 'Where they differ',
  timeline: 'Timeline',
  planned: (when: string) => `${when} (planned)`,
  figures: 'Facts and figures',
  notKnown: 'Not known yet',
  people: 'Who is who',
  sources: 'Sources',
  detail: 'in detail',
  notADay: (said: string) =>
    `“${said}” is no day that can be understood. Try “yesterday”, “last week”, “September 2023” or “2023-09-11”.`,
  sides: ['One says', 'Another says', 'A third says', 'A fourth says'],
  alsoSays: 'Also said there',
  readAs: (typed: string, meant: string) => `No article has “${typed}”: read as “${meant}”.`,
  severalStories: (slugs: string) => `More than one story is told here. One alone: ${slugs}`,
  sinceLast: (changes: string) => `Since the last brief in this channel: ${changes}.`,
  figureChanged: (from: string, to: string) => `a figure changed from ${from} to ${to}`,
  nothingChanged: 'nothing new',
  askedBy: (name: string) => `Asked by ${name}`,
  asked: (question: string, name?: string) => `Asked${name ? ` by ${name}` : ''}: ${question}`,
  couldAsk: 'You could ask: ',
  oneArticle: 'One article is all there is on this.',
  oneArticleLeft: 'One article is all that the filters leave on this.',
  atMost: (voices: string) => `up to ${voices}`,
  nothingOf: {
    quotes: 'No quotations were found in these articles.',
    timeline: 'No events were found in these articles whose dates are sure.',
    compare:
      'Nothing in these articles could be set side by side: it takes two that speak of the same thing.',
    sources: '',
    figures: 'No figures were found in these articles that tell by themselves what they count.',
    unknown: 'Nothing was found in these articles that they call unknown.',
    people: 'Nobody was found whom these articles name in full.',
  },

  doNotSay: 'The articles here do not say.',
  perhaps: 'Perhaps: ',
  asOf: (day: string, newer: number) => `As of ${day}; [${newer}] is newer.`,
  unsure: 'No sentence here says so clearly.',
  contradicted: 'The articles say otherwise.',
  nearest: 'Nearest passages',
  understoodAs: (question: string) => `Understood as: ${question}`,
  takenWith: (before: string) => `Taken together with: ${before}`,
  wider: 'Not in the articles of this brief; found in others.',
  widerTried: 'Neither the articles of this brief nor the others say.',
  soTheySay: 'So the articles say:',
  askThem: ASK_THEM,
  undone: {
    translate: 'I cannot translate: what I show stands in the articles’ own words, in English.',
    explain:
      'I put nothing into words of my own, so I cannot explain it. What the articles say is to be had: “what happened?”, “timeline”, “who’s who”, “what don’t we know?”, or a question with who, what, when, where or why.',
    write:
      'I write nothing of my own. “Shorter”, “timeline”, “quotes” and “figures” give the articles’ own sentences, with their sources, to write from.',
    think:
      'I have no views: I say what the articles say. “Where do the sources differ?” sets them side by side.',
    pictures: 'I keep words alone: pictures are where the articles stand. “Sources” gives the links.',
    rights:
      'Quotations here are word for word as the articles have them. Whether they may be used is for you and their publishers to say; “sources” gives the links.',
  },
  welcome: 'Glad to help. Ask whatever else you want to know.',
  hello: `Hello. ${ASK_THEM}`,
  emptyQuotes: 'Whose words? For example: /quotes <topic or speaker>.',
  unquoted: (name: string) =>
    `No quotation here is known to be of ${name}. What others say in the same articles:`,
  quoted: (names: string) => `Quoted here: ${names}.`,
  englishOnly: 'The articles here are read, and searched, in English: please ask in English.',
  topicsHere: 'There are briefs on: ',
  emptyQuestion: 'What would you like to know? For example: /ask Who met whom?',

  empty: 'There are no articles yet.',
  howToAdd:
    'Put article files into the folder that ARTICLES_DIR names (seeds, unless it is set), run "briefwire ingest <path or url>", or use "/briefwire add <url>".',
  stillReading: 'The articles are being read just now. Please ask again in a minute.',
  moreIsRead: 'More articles are being read just now: it may be worth asking again in a minute.',
  unknownTopic: (query: string) => `No article here is about “${query}”.`,
  didYouMean: 'Did you mean',
  leftOut: (query: string, count: number) =>
    count === 1
      ? `One article here is about “${query}”, and the filters leave it out.`
      : `${count} articles here are about “${query}”, and the filters leave them all out.`,
  unreadAbout: (count: number) =>
    count === 1
      ? 'One article about it is in a language that is not read: kept and listed, not quoted from.'
      : `${count} articles about it are in a language that is not read: kept and listed, not quoted from.`,
  whatIsNew: 'What is new',
  noTopics: 'No topics yet: two articles that tell one story make one.',
  newestArticles: 'Newest articles',

  moreQuotes: 'More quotes',
  compare: 'Compare',
  askAction: 'Ask',
  follow: 'Follow this topic',
  helpful: 'Helpful',
  notHelpful: 'Not helpful',
  share: 'Share in the channel',
  context: (words: string) => `In context: “${words}”`,
  thanks: 'Thank you: noted.',

  tooMany: (limit: number) =>
    `That is more than ${limit} requests in a minute. Please try again in a moment.`,
  notAllowed: {
    slack:
      'Only admins of the workspace can do that, and the people whom the operator names as slackManagers in config/bot.yaml.',
    discord: 'Only people who have the permission Manage Channels here can do that.',
    terminal: 'Only the operator can do that.',
  },
  notChecked:
    'Whether you may manage this channel could not be checked just now, so nothing was changed. Please try again.',
  failed: 'Something went wrong here. It has been logged; please try again.',
  commandChanged: 'A command that is changed is not carried out again: please give it anew.',
  gone: 'That button is too old to be understood. Please give the command again.',
  forgotten: 'What was kept of your questions and ratings here is deleted.',
  messageDeleted: 'The question was deleted.',

  sayInstead: (form: { readonly title: string; readonly fields: readonly { readonly label: string }[] }) =>
    `${form.title}: type it as a command (${form.fields.map(({ label }) => label.toLowerCase()).join(', ')}), or just ask.`,
  followInstead: (added: string) =>
    `Follow this topic: /digest add ${added} (time of day, days, time zone, topic).`,
  notAZone: (zone: string) => `“${zone}” is no time zone. Try one such as Europe/Berlin or America/New_York.`,
  zoneIs: (zone: string) => `Times here are now taken to be in ${zone}.`,
  articleGone: 'That article is no longer kept.',

  folder: 'articles in files',
  byHand: 'read by hand',
  readNoMore: 'from sources that are read no more',
  shownRemoved: 'This message showed an article that was removed. Ask again for what the other articles say.',
  corrected: (title: string, isFile: boolean) =>
    `${isFile ? 'Changed in its file' : 'Changed by its publisher'}: ${title}`,
  retracted: (title: string) =>
    `Withdrawn by its publisher: ${title}. Its page is there no more; what stands here is from before.`,
  correction: (before: string, after: string | null) =>
    after === null ? `Was: ${before} — It is no longer there.` : `Was: ${before} — Now: ${after}`,
  sourceFailing: (source: string, since: string, problem: string) =>
    `${source}, which the digests here need, has failed since ${since}: ${problem}`,
  digestGone: (id: string, reason: string) =>
    `Digest ${id} is paused: ${reason}. It goes on at the first of its times at which it can be posted again; /digest remove ${id} ends it.`,
  removedFromSpace: 'the bot was removed',
  removedFromChannel: {
    slack: 'the bot was taken out of its channel',
    discord: 'its channel was deleted',
    terminal: '',
  },
  digestRefused: (id: string, reason: string, headStands: boolean) =>
    `${headStands ? `The details of digest ${id}` : `Digest ${id}`} could not be posted: ${reason.replace(/\.$/, '')}. Another attempt is made at its next time.`,

  sourcesTitle: 'Sources',
  neverRead: 'not read yet',
  read: 'read',
  next: 'next',
  failingSince: 'failing since',
  failingNow: (reason: string) => `failing: ${reason}`,
  addWhat: 'Which feed or page? For example: /briefwire add https://example.org/feed.xml',
  wouldBring: (title: string, kind: 'feed' | 'page') => `${kind === 'feed' ? 'Feed' : 'Page'}: ${title}`,
  newest: 'It would bring',
  addIt: 'Add it',
  added: (title: string, articles: string) => `${title} is added: ${articles}.`,
  alreadyRead: (title: string, id: string) => `${title} is read here already: it is the source ${id}.`,
  removeWhat:
    'What? Give the title, the address or the file of an article, or the id or the address of a source: /briefwire remove <article or source>',
  reallyLeave: (title: string, articles: string) =>
    `Read ${title} no more? What it brought stays: ${articles}.`,
  leaveIt: 'Read it no more',
  sourceLeft: (title: string) =>
    `${title} is read no more. What it brought stays; /briefwire remove <article> takes an article out.`,
  sourceIsInFile: (id: string) =>
    `The source ${id} is set in config/sources.yaml: the operator takes it out there.`,
  removeIt: 'Remove it',
  reallyRemove: (article: string) => `Remove ${article} with its text, its quotes and its index entries?`,
  noSuchArticle: (article: string) =>
    `There is no article and no source “${article}” here: the title, the address or the file of an article say which is meant, or the id of a source.`,
  whichArticle: 'Which of these?',
  removed: (isFile: boolean) =>
    `The article is removed; messages that showed it are marked.${isFile ? ' Its file stays where it is, and is not read again as it stands.' : ''}`,
  removedLater: (count: number) =>
    count === 1
      ? 'One of them cannot be reached now, and follows as soon as it can.'
      : `${count} of them cannot be reached now, and follow as soon as they can.`,
  notRemoved: (count: number, reasons: string) =>
    count === 1
      ? `One of them could not be changed: ${reasons}. If it still stands, somebody has to delete it.`
      : `${count} of them could not be changed: ${reasons}. Those that still stand have to be deleted by somebody.`,

  ...digestWords,

  statusTitle: 'Status',
  homeTitle: 'Briefwire',
  briefAction: 'Brief me',
  library: 'Articles',
  failing: 'Failing',
  digests: 'Digests',
  moreSources: (sources: string) => `${sources} more: /briefwire sources has them all.`,
  unread: (articles: string) =>
    `${articles} in a language that is not read: kept and listed, not quoted from.`,
  ratings: (helpful: number, unhelpful: number) =>
    `Rated helpful ${helpful} times, not helpful ${unhelpful} times.`,
  running: (minutes: number, version: string) =>
    `Running for ${minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`}, version ${version}.`,

  topicsTitle: 'Topics',
  notACommand: (said: string) => `${said} is no command. These are:`,
  helpTitle: 'Briefwire: the news desk in this chat',
  helpNote: (hasThreads: boolean) =>
    `Every line points to the sentence it comes from; quotations are verbatim. ${
      hasThreads
        ? 'Reply in the thread of a brief to ask about it, or for a part of it: “timeline?”, “who’s who?”, “shorter”, “follow this”. With a mention you are always answered.'
        : 'Just type a question, also about the answer before; a number presses the button that has it.'
    }`,
  help: [
    [
      '/brief <topic or words> [headline|short|full] [since …] [until …] [from <publisher>] [private]',
      'what happened, who says so; also in your own words: “what’s the latest on …?”, “catch me up”, “timeline of …”',
    ],
    ['/ask <question>', 'the answer in the articles’ words, or that they do not say'],
    ['/quotes <topic or speaker>', 'who said what, word for word'],
    [
      '/digest add 08:00 weekdays [zone] <topic…>',
      'what is new, every day; also list, preview, now, pause, resume, skip, remove',
    ],
    ['/briefwire topics | sources | status', 'what there is to read, and how it goes'],
    ['/briefwire add <url>', 'read a feed or a page; remove <article or source> takes one out'],
    ['/briefwire zone Europe/Berlin', 'the time zone that digests here are meant in'],
    ['/briefwire forget me', 'delete what is kept of your questions'],
  ],
} as const;

/** "1 article", "2 articles". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const LONG_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "11 Sep 2023", "July 2023", "2023": as precise as it is given. `date` is ISO 8601; what is none is shown as it stands. */
export function formatDate(date: string, precision?: DatePrecision): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date);
  if (!match) return date;
  const [, year = '', month, day] = match;
  const index = Number(month) - 1;
  if (precision === 'year' || month === undefined) return year;
  if (precision === 'month' || day === undefined) return `${LONG_MONTHS[index] ?? month} ${year}`;
  return `${Number(day)} ${MONTHS[index] ?? month} ${year}`;
}
