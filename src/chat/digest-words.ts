/** The bot's own words of digests: what they say, and what is said of them. */

export const digestWords = {
  digestTitle: (topics: string, date: string) => `Digest: ${topics}, ${date}`,
  digestLate: (time: string, missed: number) =>
    missed > 0 ? `Late: due at ${time}, and ${missed} before it were missed.` : `Late: due at ${time}.`,
  digestEmptyIndex: 'There are no articles to make a digest of: nothing has been read yet.',
  digestBroken: 'Nothing new could be read: sources fail.',
  storiesLeft: (stories: string) => `${stories} more are new.`,
  detailInThread: 'In detail in the thread; reply there to ask.',
  update: 'Update: ',
  sourceFails: (source: string, since: string, problem: string) =>
    `${source} fails since ${since}: ${problem}`,
  nothingNew: 'Nothing is new since the last digest.',
  digestHelp:
    'A digest posts what is new: /digest add 08:00 weekdays Europe/Berlin kim-putin. Also: list, preview, now, pause, resume, skip, remove, each with the id of a digest where there are several.',
  digestAdded: (id: string, when: string, zone: string, topics: readonly string[], next: string) => {
    const named = topics.map((topic) => (topic.includes(' ') ? `“${topic}”` : topic)).join(', ');
    const said = `Digest ${id} is set: ${when}, ${zone}, ${named || 'everything that is new'}; ${next}.`;
    return topics.length > 1 ? `${said} Words in quotation marks are one topic.` : said;
  },
  digestNeedsPlace:
    'I am not in this place and could post nothing here: invite me first, or set the digest where I am.',
  digestComing: (id: string) => `Digest ${id} is on its way.`,
  digestRests: (id: string) =>
    `Digest ${id} is paused and posts nothing now: /digest resume ${id} first, or look with /digest preview ${id}.`,
  digestPaused: (id: string) => `Digest ${id} is paused. /digest resume ${id} lets it go on.`,
  digestResumed: (id: string, next: string) => `Digest ${id} goes on: ${next}.`,
  digestSkips: (id: string, due: string) => `Digest ${id} leaves out ${due}.`,
  digestRemoved: (id: string) => `Digest ${id} is removed.`,
  digestIsInFile: (id: string) =>
    `Digest ${id} is set in config/digests.yaml: the operator removes it there. It can be paused here.`,
  noSuchDigest: (id: string) =>
    id.trim() === ''
      ? 'Which digest? /digest list shows their ids.'
      : `There is no digest “${id}” here: /digest list shows those there are.`,
  noDigests:
    'There are no digests here: nothing comes unless somebody asks. To set one, for example: /digest add 08:00 weekdays Europe/Berlin kim-putin',
  digestsEnd: '/digest pause <id> lets one rest, /digest remove <id> ends it.',
  digestsHere: 'Set here',
  digestsElsewhere: 'Set elsewhere',
  anotherChannel: 'another channel',
  digestElsewhere: (id: string) =>
    `Digest ${id} belongs to another channel: it is changed there, by people who may manage that channel.`,
  whichZone:
    'Which time zone is meant? Name it once, such as /briefwire zone Europe/Berlin, or in the command: /digest add 08:00 weekdays Europe/Berlin kim-putin',
  everythingNew: 'everything that is new',
  fromFile: 'set by the operator',
  last: 'last',
  paused: (reason: 'asked' | 'gone') => (reason === 'asked' ? 'paused' : 'paused: the bot cannot post there'),
  slotStates: {
    due: 'is due',
    fixed: 'is being posted',
    posted: 'posted',
    silent: 'had nothing new',
    skipped: 'left out as asked',
    merged: 'told by a later one',
    missed: 'missed',
    refused: 'refused',
    gone: 'could not be posted',
  },
} as const;
