/** Takes tokens out of whatever is about to be logged. */

/** Stands in place of a token. */
export const HIDDEN = '[hidden]';

/** What tokens look like wherever they come from, in settings or in an answer of a platform. */
const TOKENS: readonly [RegExp, string][] = [
  // Slack: bot, user, app-level, configuration and refresh tokens.
  [/\bx(?:ox[a-z]|app)[.-][\w.-]{3,}/g, HIDDEN],
  // Discord bot tokens: user id, time and signature, each in base64.
  [/\b[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{27,}/g, HIDDEN],
  // Addresses that answer one request or post as an app.
  [/(\/(?:webhooks|interactions)\/\d+\/)[\w.~-]{8,}/g, `$1${HIDDEN}`],
  [/(hooks\.slack\.com\/[a-z]+\/)[\w/-]+/g, `$1${HIDDEN}`],
  [/(wss?:\/\/[^\s"'<>?]+\?)[^\s"'<>]+/g, `$1${HIDDEN}`],
  // "Basic Information" is the page on which Slack shows a token.
  [/\b((?:Bearer|Bot|Basic) )(?!Information\b)[\w.~+/=-]{8,}/g, `$1${HIDDEN}`],
  [/\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@"'<>]{1,300}@/gi, `$1${HIDDEN}@`],
  [/\b((?:access_|refresh_|client_)?(?:token|secret|password|api_?key)=)[^\s&"'<>]+/gi, `$1${HIDDEN}`],
];

/**
 * Gives a function that hides tokens: those of the settings wherever they stand, also encoded for addresses, and whatever
 * has the form of a token.
 *
 * @param secrets the tokens that are set. Those under six characters are left: they would be parts of words.
 */
export function createRedaction(secrets: readonly string[]): (text: string) => string {
  const known = [...new Set(secrets.filter((secret) => secret.length >= 6).flatMap(formsOf))];
  known.sort((a, b) => b.length - a.length);
  return (text) => {
    let clean = text;
    for (const secret of known) clean = clean.replaceAll(secret, HIDDEN);
    for (const [form, hidden] of TOKENS) clean = clean.replace(form, hidden);
    return clean;
  };
}

function formsOf(secret: string): string[] {
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString('base64'),
  ];
}
