/** Fetches what strangers name: within limits, politely, and never from a private network. */
import { fetch, type HeadersInit, type Response } from 'undici';
import { BriefwireError, messageOf } from '../core/errors.ts';
import type { Clock } from '../core/ports.ts';
import { createAddressRules, type Resolve } from './fetch/connect.ts';
import { decodeBody } from './fetch/decode.ts';
import { createHostQueue } from './fetch/host-queue.ts';
import { createRobots, type RobotsFile } from './fetch/robots.ts';

interface FetchRequest {
  readonly url: string;
  /** Of the last answer: the same body again is then told by `not-modified`. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
}

/** What came of it. Nothing is thrown: every outcome is one that the caller has to live with. */
export type FetchResult =
  | {
      readonly kind: 'ok';
      /** Where it was found, after redirects. */
      readonly url: string;
      readonly body: string;
      readonly contentType: string | null;
      readonly etag: string | null;
      readonly lastModified: string | null;
      /** The address to use from now on, where all redirects were permanent. */
      readonly movedTo: string | null;
    }
  | { readonly kind: 'not-modified'; readonly movedTo: string | null }
  /** 410: it will not come back. */
  | { readonly kind: 'gone' }
  /** 404. */
  | { readonly kind: 'missing' }
  /** Not allowed, or not usable: asking again soon would bring the same. */
  | { readonly kind: 'refused'; readonly why: string }
  /** The outside failed; `retryAfter` is when it said that it can be asked again. */
  | { readonly kind: 'failed'; readonly why: string; readonly retryAfter: Date | null };

export interface Fetcher {
  fetch(request: FetchRequest): Promise<FetchResult>;
  close(): Promise<void>;
}

export interface FetchOptions {
  /** E-mail or web address of the operator, named in the User-Agent. */
  readonly contact: string | null;
  /** Hosts that may be private. */
  readonly allowedPrivateHosts: readonly string[];
  /** Milliseconds for a request with its redirects and its body. Default 10,000. */
  readonly timeout?: number;
  /** Bytes of a body, before and after decompression. Default 5 MB. */
  readonly maxBytes?: number;
  /** Milliseconds between two requests to one host. Default 1,000; robots.txt may ask for more, up to a minute. */
  readonly pause?: number;
  /** For tests: how names are resolved. */
  readonly resolve?: Resolve;
}

const MAX_REDIRECTS = 5;
const MAX_ROBOTS_BYTES = 500_000;
const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, text/html;q=0.8, application/xhtml+xml;q=0.8, application/xml;q=0.7, application/json;q=0.7, */*;q=0.3';

/** What it gives never throws; `close` ends its connections. */
export function createFetcher(options: FetchOptions, { clock }: { readonly clock: Clock }): Fetcher {
  const { timeout = 10_000, maxBytes = 5 * 1024 * 1024, pause = 1000 } = options;
  const rules = createAddressRules(options.allowedPrivateHosts, timeout, options.resolve);
  const queue = createHostQueue();
  const agent = `Briefwire/0.1 (news reader; ${options.contact ?? 'no contact given'})`;
  const robots = createRobots(readRobots, 'Briefwire', () => clock.now().getTime());

  async function ask(url: URL, headers: HeadersInit, signal: AbortSignal): Promise<Response> {
    rules.check(url);
    return fetch(url, {
      dispatcher: rules.agent,
      redirect: 'manual',
      signal,
      headers: { 'user-agent': agent, accept: ACCEPT, ...headers },
    });
  }

  /** Throws where the host cannot be reached: its pages cannot be either, and that is the reason to be told. */
  async function readRobots(url: URL): Promise<RobotsFile> {
    const signal = AbortSignal.timeout(timeout);
    let at = url;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const response = await ask(at, {}, signal);
      const next = redirectOf(response, at);
      if (next === null) {
        if (response.ok) {
          const bytes = await readBody(response, MAX_ROBOTS_BYTES, 'cut');
          return { text: decodeBody(bytes, 'text/plain; charset=utf-8') };
        }
        await response.body?.cancel();
        return response.status >= 500 ? 'unreachable' : 'absent';
      }
      await response.body?.cancel();
      at = next;
    }
    return 'absent';
  }

  async function follow(request: FetchRequest): Promise<FetchResult> {
    if (!URL.canParse(request.url))
      return { kind: 'refused', why: `"${request.url.slice(0, 200)}" is no web address` };
    const conditions: Record<string, string> = {};
    if (request.etag) conditions['if-none-match'] = request.etag;
    if (request.lastModified) conditions['if-modified-since'] = request.lastModified;
    let url = new URL(request.url);
    let permanent = true;
    let movedTo: string | null = null;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      rules.check(url);
      const answer = await queue.run(url.host, await restOf(url), async () => {
        // The clock starts when it is this one's turn: a host with many sources is no slow host.
        const signal = AbortSignal.timeout(timeout);
        const response = await ask(url, conditions, signal);
        const next = redirectOf(response, url);
        if (next !== null) {
          await response.body?.cancel();
          return { next, status: response.status };
        }
        return resultOf(response, url, movedTo);
      });
      if (!('next' in answer)) return answer;
      permanent &&= answer.status === 301 || answer.status === 308;
      url = answer.next;
      if (permanent) movedTo = url.href;
    }
    return { kind: 'refused', why: `it redirects more than ${MAX_REDIRECTS} times` };
  }

  /** How long the host wants to rest. Throws where robots.txt forbids the address or cannot be read. */
  async function restOf(url: URL): Promise<number> {
    const answer = await robots.check(url);
    if (answer === 'unreachable') throw new BriefwireError('unavailable', 'its robots.txt cannot be read');
    if (!answer.allowed) throw new BriefwireError('not-allowed', 'its robots.txt does not allow it');
    return Math.max(pause, answer.delay * 1000);
  }

  async function resultOf(response: Response, url: URL, movedTo: string | null): Promise<FetchResult> {
    const { status, headers } = response;
    if (status === 200) {
      const bytes = await readBody(response, maxBytes, 'refuse');
      const contentType = headers.get('content-type');
      const body = decodeBody(bytes, contentType);
      const [etag, lastModified] = [headers.get('etag'), headers.get('last-modified')];
      return { kind: 'ok', url: url.href, body, contentType, etag, lastModified, movedTo };
    }
    await response.body?.cancel();
    if (status === 304) return { kind: 'not-modified', movedTo };
    if (status === 410) return { kind: 'gone' };
    if (status === 404) return { kind: 'missing' };
    const why = `it answers with status ${status}`;
    if (status === 429 || status >= 500)
      return { kind: 'failed', why, retryAfter: retryOf(headers.get('retry-after'), clock) };
    return { kind: 'refused', why };
  }

  return {
    async fetch(request) {
      try {
        return await follow(request);
      } catch (error) {
        const code = causeOf(error)?.code;
        const why = reasonOf(error);
        return code === 'not-allowed' || code === 'too-large'
          ? { kind: 'refused', why }
          : { kind: 'failed', why, retryAfter: null };
      }
    },
    close: () => rules.agent.destroy(),
  };
}

function redirectOf(response: Response, from: URL): URL | null {
  const location = response.headers.get('location');
  if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return null;
  if (!URL.canParse(location, from.href)) {
    throw new BriefwireError(
      'unavailable',
      `it redirects to "${location.slice(0, 100)}", which is no address`,
    );
  }
  return new URL(location, from.href);
}

/** The body, decompressed. Counts what comes out, so that a small file that unpacks to a huge one is stopped. */
async function readBody(response: Response, maxBytes: number, beyond: 'cut' | 'refuse'): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    const bytes = part as Uint8Array;
    length += bytes.byteLength;
    parts.push(bytes);
    if (length <= maxBytes) continue;
    // Leaving the loop closes the connection.
    if (beyond === 'refuse')
      throw new BriefwireError('too-large', `it is larger than ${Math.round(maxBytes / 1024 / 1024)} MB`);
    break;
  }
  return Buffer.concat(parts).subarray(0, maxBytes);
}

/** Seconds or a date (RFC 9110, 10.2.3), at most a week ahead. */
function retryOf(text: string | null, clock: Clock): Date | null {
  if (text === null) return null;
  const now = clock.now().getTime();
  const at = /^\d+$/.test(text.trim()) ? now + Number(text) * 1000 : Date.parse(text);
  return Number.isNaN(at) || at <= now ? null : new Date(Math.min(at, now + 7 * 24 * 60 * 60 * 1000));
}

/** The first of our own errors among the causes: undici wraps what its parts throw. */
function causeOf(error: unknown): BriefwireError | undefined {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof BriefwireError) return at;
  return undefined;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not known: check how it is spelled, and the network',
  EAI_AGAIN: 'its name cannot be looked up just now',
  ECONNREFUSED: 'it refuses connections',
  ECONNRESET: 'it broke off the connection',
  UND_ERR_SOCKET: 'it broke off the connection',
  UND_ERR_CONNECT_TIMEOUT: 'it did not answer in time',
  UND_ERR_HEADERS_TIMEOUT: 'it did not answer in time',
  UND_ERR_BODY_TIMEOUT: 'it did not answer in time',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  Z_DATA_ERROR: 'its compressed data is damaged',
};

/** In words for the operator, without the address: that may hold credentials. */
function reasonOf(error: unknown): string {
  const own = causeOf(error);
  if (own !== undefined) return own.message;
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at.name === 'TimeoutError') return 'it did not answer in time';
    const code = String((at as NodeJS.ErrnoException).code);
    const known = REASONS[code];
    if (known !== undefined) return known;
    if (/^(?:ERR_SSL_|EPROTO)/.test(code))
      return 'no secure connection can be made to it: does its address begin with http://?';
    if (at.message === 'bad port') return 'its port is one that no web server listens on';
    if (at.cause === undefined) return messageOf(at);
  }
  return messageOf(error);
}
