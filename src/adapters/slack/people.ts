/** Who somebody is: their time zone, and whether they may change digests. Looked up only where it matters. */
import type { WebClient } from '@slack/web-api';
import type { Actor, Command } from '../../chat/command.ts';
import { afterName, parseLine } from '../../chat/parse-command.ts';
import type { Clock, Logger } from '../../chat/port.ts';
import { parseRequests } from '../../chat/requests/parse-requests.ts';
import { errorName, problemOf } from './failures.ts';
import type { Inbound } from './inbound.ts';
import { at, textAt } from './payload.ts';

const HOUR = 3_600_000;
const MOST = 10_000;
/** Slack's most a page, and as many pages as anybody has channels for. */
const PAGE = 999;
const PAGES = 10;

export interface People {
  find(inbound: Inbound): Promise<Actor>;
}

interface Known {
  readonly until: number;
  readonly mayManage: boolean;
  readonly zone?: string;
}

export interface PeopleDeps {
  readonly client: WebClient;
  /** The workspace that is managed. */
  readonly space: string;
  /** User ids that may change digests besides the admins of the workspace. */
  readonly managers: readonly string[];
  readonly clock: Clock;
  readonly logger: Logger;
}

export function createPeople({ client, space, managers, clock, logger }: PeopleDeps): People {
  const known = new Map<string, Known>();

  async function lookUp(user: string): Promise<Known | undefined> {
    const now = clock.now().getTime();
    const found = known.get(user);
    if (found && found.until > now) return found;
    try {
      const { user: profile } = await client.users.info({ user });
      const zone = textAt(profile, 'tz');
      const fresh: Known = {
        until: now + HOUR,
        mayManage:
          isOfSpace(profile) && (at(profile, 'is_admin') === true || at(profile, 'is_owner') === true),
        ...(zone ? { zone } : {}),
      };
      if (known.size >= MOST) known.clear();
      known.set(user, fresh);
      return fresh;
    } catch (error) {
      // Somebody of another workspace, in a channel that is shared with it: that is an answer.
      if (errorName(error)?.startsWith('user_not_')) return { until: now, mayManage: false };
      logger.warn('a person cannot be looked up: the scope users:read is needed', {
        error: problemOf(error),
      });
      return undefined;
    }
  }

  /** A channel may be shared with another workspace: its admins are none here. Of an organisation people are in several. */
  function isOfSpace(profile: unknown): boolean {
    const own = textAt(profile, 'team_id');
    const teams = at(profile, 'enterprise_user', 'teams');
    return own === undefined || own === space || (Array.isArray(teams) && teams.includes(space));
  }

  /** The channels that somebody is in: of private ones those that the bot is in, too. */
  async function channelsOf(user: string): Promise<string[]> {
    const found: string[] = [];
    let cursor: string | undefined;
    try {
      for (let page = 0; page < PAGES; page += 1) {
        const answer = await client.users.conversations({
          user,
          types: 'public_channel,private_channel',
          exclude_archived: true,
          limit: PAGE,
          ...(cursor ? { cursor } : {}),
        });
        found.push(...(answer.channels ?? []).flatMap(({ id }) => (id === undefined ? [] : [id])));
        cursor = answer.response_metadata?.next_cursor;
        if (!cursor) break;
      }
    } catch (error) {
      logger.warn('the channels of a person cannot be looked up: their digests are not shown', {
        error: problemOf(error),
      });
    }
    return found;
  }

  return {
    async find({ actor, command }) {
      const isToKnow = isManaging(command);
      const found = isToKnow ? await lookUp(actor.id) : known.get(actor.id);
      const mayManage = managers.includes(actor.id) || found?.mayManage === true;
      return {
        ...actor,
        mayManage,
        ...(isToKnow && !found && !mayManage ? { isUnchecked: true } : {}),
        // These rights are the workspace's: Slack tells none of a channel.
        ...(mayManage ? { managesSpace: true } : {}),
        ...(found?.zone ? { zone: found.zone } : {}),
        // App Home stands in no channel: it shows what the channels of the person are told.
        ...(command.type === 'home' && !mayManage ? { channels: await channelsOf(actor.id) } : {}),
      };
    },
  };
}

/** Changes something, depends on the zone, or shows more to who may manage. */
function isManaging(command: Command): boolean {
  switch (command.type) {
    case 'digest':
    case 'add':
    case 'remove':
    case 'zone':
    case 'home':
    case 'status':
      return true;
    case 'say':
      return areManaging(afterName(command.words));
    case 'ask':
      return areManaging(command.question);
    case 'share':
      return isManaging(command.command);
    default:
      return false;
  }
}

/** Whether words are such a command, or ask for what one gives: "read this: https://…". */
function areManaging(words: string): boolean {
  const typed = parseLine(words);
  return [...(typed ? [typed] : []), ...parseRequests(words, '')].some(isManaging);
}
