/** What the parts of the attribution hand to one another. */
import type { Quotation } from '../marks.ts';
import type { Clause } from './clauses.ts';
import type { Phrase } from './mentions.ts';

/** Words that somebody is said to have spoken, as runs of tokens. */
export interface Utterance {
  /** Token runs, half-open; marks included. */
  readonly content: Phrase[];
  readonly kind: 'direct' | 'mixed';
  readonly clause: Clause | null;
  /** The clause is that of a sentence before, not its own. */
  readonly borrowed?: boolean;
  readonly paragraph: number;
}

export interface Place {
  readonly quotation: Quotation;
  /** Index of the sentence that holds the opening mark. */
  readonly sentence: number;
  /** First token of that sentence. */
  readonly limit: number;
}
