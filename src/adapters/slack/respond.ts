/** Answers through a response_url: to one person alone, also where the bot is not in the channel. */
import { BriefwireError } from '../../core/errors.ts';
import type { Body } from './insist.ts';
import { limit } from './limits.ts';

/** As long as a call of Slack's API may take, in milliseconds. */
export const CALL_TIMEOUT = 15_000;

export interface Responder {
  /** Rejects when Slack does not take it, or the url was used as often as it may be. */
  respond(url: string, body: Body): Promise<void>;
}

export function createResponder(): Responder {
  /** How often each url was used; the oldest are forgotten. */
  const uses = new Map<string, number>();

  async function respond(url: string, body: Body): Promise<void> {
    const used = uses.get(url) ?? 0;
    if (used >= limit('replies')) throw new BriefwireError('unavailable', 'a response_url is used up');
    if (uses.size > 1_000) uses.delete(uses.keys().next().value ?? '');
    uses.set(url, used + 1);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      // What "original" means depends on the request: with a button it is the message that bears it, which has to stay.
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...body }),
      signal: AbortSignal.timeout(CALL_TIMEOUT),
    });
    const answer = await response.text();
    if (response.ok && !/"ok":\s*false/.test(answer)) return;
    const name = /"error":\s*"(\w+)"/.exec(answer)?.[1] ?? answer.slice(0, 100);
    const problem = new BriefwireError('unavailable', `a response_url answers ${response.status}: ${name}`);
    // In the shape of what the API's client throws, so that failures.ts reads both.
    throw Object.assign(problem, { data: { error: name } });
  }

  return { respond };
}
