/** What is logged: nothing secret. */

/** Tokens of interactions and webhooks, as they stand in addresses, and of bots. */
export const SECRETS = /(?<=\/(?:webhooks|interactions)\/\d+\/)[\w.-]+|(?<=Bot )[\w.-]{20,}/g;
