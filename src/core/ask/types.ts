/** What goes into a question and what comes out. */
import type { Passage } from '../article.ts';

export interface Turn {
  readonly question: string;
  readonly answer?: string;
}

export type Answer =
  | {
      readonly answered: true;
      /** Shortest words that answer: a substring of the first evidence passage. */
      readonly answer: string;
      /** At most five; of several sources where they differ. */
      readonly evidence: readonly Passage[];
      /** The question as it was understood alone. */
      readonly question: string;
      /** Rather not the answer than the answer, by what was learned: a reader is told so. */
      readonly tentative: boolean;
      /** Who said it, where the answer is a quotation and its passage does not name them. */
      readonly speaker?: string;
    }
  | {
      readonly answered: false;
      /** Nearest passages; the contradicting one first where there is one. */
      readonly nearest: readonly Passage[];
      readonly contradicted: boolean;
      /** They speak of what is asked, and none was sure enough to tell it. */
      readonly unsure: boolean;
      readonly question: string;
    };
