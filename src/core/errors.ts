/** The closed set of what can go wrong in ways that a caller acts upon. */
export type ErrorCode =
  | 'bad-request' // the caller's words are wrong: say which and what to write instead
  | 'bad-settings' // the operator has to change a setting
  | 'not-found'
  | 'not-a-feed'
  | 'not-an-article'
  | 'not-allowed' // this person or this address may not
  | 'too-large'
  | 'unavailable' // the outside did not answer: again later
  | 'storage' // the store cannot be read or written
  | 'internal'; // our mistake

/** One family of errors. The message says what is wrong and, where somebody can act on it, what to do. */
export class BriefwireError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BriefwireError';
    this.code = code;
  }
}

/** The message of whatever was thrown, on one line. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s+/g, ' ').trim();
}

/** The code of whatever was thrown; what is not ours is `internal`. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof BriefwireError ? error.code : 'internal';
}
