/** Completions of a field, best first. Fast and without side effects: a platform allows a fraction of a second. */
import type { Briefings } from '../core/briefing-types.ts';
import type { Suggestion, SuggestRequest } from './command.ts';
import { isSeen } from './digest-sight.ts';
import { beginningOf } from './plain.ts';
import type { Storage } from './stores.ts';

/** Labels and values on Discord. */
const LONGEST = 100;

/** At most `limit`, best first; none where nothing fits what is typed. */
export async function suggest(
  request: SuggestRequest,
  limit: number,
  deps: { readonly briefings: Briefings; readonly storage: Pick<Storage, 'digests'> },
): Promise<Suggestion[]> {
  // A value that had to be cut would mean something else.
  const all = (await candidates(request, deps)).filter(
    ({ value }) => value !== '' && value.length <= LONGEST,
  );
  const wanted = request.typed.trim().toLowerCase();
  const ranked = all
    .map((suggestion, place) => ({ suggestion, place, rank: rankOf(suggestion, wanted) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ suggestion }) => suggestion);
  return ranked.slice(0, limit);
}

async function candidates(
  { field, space, channel = '', managesSpace = false }: SuggestRequest,
  { briefings, storage }: { readonly briefings: Briefings; readonly storage: Pick<Storage, 'digests'> },
): Promise<Suggestion[]> {
  switch (field) {
    case 'topic':
      return (await briefings.topics({ space })).map(({ slug, title }) => suggestion(title, slug));
    case 'speaker':
      return [
        ...(await briefings.speakers({ space })).map((name) => suggestion(name, name)),
        ...(await briefings.topics({ space })).map(({ slug, title }) => suggestion(title, slug)),
      ];
    case 'digest':
      return (await storage.digests.list(space))
        .filter((digest) => isSeen(digest, { channel, actor: { managesSpace } }))
        .map(({ id, topics, cron }) => suggestion(`${id}: ${topics.join(', ') || cron}`, id));
    case 'zone':
      return Intl.supportedValuesOf('timeZone').map((zone) => suggestion(zone, zone));
  }
}

function suggestion(label: string, value: string): Suggestion {
  return { label: beginningOf(label, LONGEST), value };
}

/** 0: begins so; 1: a word of it begins so; 2: it stands somewhere in it; 3: not at all. */
function rankOf({ label, value }: Suggestion, wanted: string): number {
  const texts = [label.toLowerCase(), value.toLowerCase()];
  if (texts.some((text) => text.startsWith(wanted))) return 0;
  if (texts.some((text) => text.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted)))) return 1;
  return texts.some((text) => text.includes(wanted)) ? 2 : 3;
}
