/** The adapter's own words; all others come in cards. */

export const WORDS = {
  status: 'is reading the articles…',
  notInChannel: (bot: string) =>
    `I am not in this channel, so only you see this. To let everybody see it: write /invite @${bot} here, and ask again.`,
  notInConversation: 'I take no part in this conversation, so only you see this.',
  mayNotPost:
    'I may not post in this channel (its settings allow it to some people only), so only you see this.',
  notPosted: (why: string) => `The answer could not be posted: ${why}. Please ask again in a while.`,
  partNotPosted: (why: string) => `A part of the answer could not be posted: ${why}.`,
  noLink: 'There is no link in this message that I could read.',
  formFailed: 'The form could not be opened. Please try again.',
  askLabel: 'Ask about the articles',
  askHint: 'Who said what? What changed since yesterday?',
  topicLabel: 'Brief me',
  topicHint: 'Choose a topic',
  promptsTitle: 'What would you like to know?',
  promptHelp: { title: 'What can you do?', message: 'help' },
  promptTopic: (topic: string) => `Brief: ${topic}`,
} as const;
