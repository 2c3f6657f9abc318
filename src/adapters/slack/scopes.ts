/** What the app may do in Slack, and why: config/slack-manifest.yaml grants these and no more. */
export const SCOPES: Readonly<Record<string, string>> = {
  'app_mentions:read': 'hears when somebody mentions it',
  'assistant:write': 'offers prompts in Slack’s assistant view',
  'channels:history': 'hears replies in the threads of its briefs in public channels',
  'channels:read':
    'learns that it was added to a public channel or removed from it, and who is in it for App Home',
  'chat:write': 'posts briefs, answers and digests, and shows that it is working',
  commands: 'answers /brief, /ask, /quotes, /digest and /briefwire, and the message shortcuts',
  'groups:history': 'hears replies in the threads of its briefs in private channels',
  'groups:read':
    'learns that it was added to a private channel or removed from it, and who is in it for App Home',
  'im:history': 'hears direct messages to it',
  'users:read': 'learns the time zone of who sets up a digest, and whether they are an admin',
};
