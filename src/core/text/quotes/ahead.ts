/** The speaker clause before a quotation, also where its subject stands in the sentence or utterance before. */
import { SPEECH_VERBS } from '../data/speech-verbs.ts';
import type { Token } from '../tokens.ts';
import { type Clause, clauseBefore, clauseOfColon } from './clauses.ts';
import type { Place, Utterance } from './utterance.ts';

/** The clause before a quotation; a participle without a subject of its own ("…, adding: “") is of the speaker before. */
export function clauseAhead(
  tokens: readonly Token[],
  { quotation, limit }: Place,
  last: Utterance | undefined,
): Clause | null {
  const head = tokens[limit];
  if (
    head?.capital &&
    head.lower.endsWith('ing') &&
    quotation.open - limit <= 3 &&
    SPEECH_VERBS.has(head.lower)
  ) {
    return {
      cue: { first: limit, last: limit + 1 },
      speaker: last?.clause?.speaker ?? null,
      first: limit,
      last: quotation.open,
    };
  }
  const part = last?.content.at(-1);
  const same = part !== undefined && part.last > limit && part.last <= quotation.open;
  const found = clauseBefore(tokens, quotation.open, same ? part.last : limit);
  if (same && !found?.speaker) {
    if (found && last?.clause?.speaker) return { ...found, speaker: last.clause.speaker };
    return found ?? clauseBefore(tokens, quotation.open, limit);
  }
  if (found && !found.speaker && last?.clause?.speaker && found.cue.first === limit)
    return { ...found, speaker: last.clause.speaker };
  if (!found && tokens[quotation.open - 1]?.word === ',' && quotation.close - quotation.open > 8)
    return clauseOfColon(tokens, quotation.open - 1, limit);
  return found;
}
