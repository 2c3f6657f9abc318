/**
 * What the bot shows, without a platform. No Markdown crosses this seam: a renderer escapes, once.
 *
 * A renderer is total: whatever the card, what it makes is within the platform's limits. What does not fit is dropped in
 * whole items by `fit.ts`, in the order of `drop`, and the drop is said.
 */
import type { Command, FormName } from './command.ts';

interface Words {
  readonly type: 'text';
  readonly text: string;
  readonly style?: 'strong' | 'emphasis';
}

export type Inline =
  | Words
  | { readonly type: 'link'; readonly text: string; readonly url: string }
  /** "[1]": the number of a source of the same card; with its address where it has one. */
  | { readonly type: 'citation'; readonly number: number; readonly url?: string }
  /** An instant, shown in the reader's zone where the platform can; `text` where it cannot. */
  | { readonly type: 'time'; readonly instant: string; readonly text: string };

/** What may be left out when a card is too large: the lowest `drop` first; within a block from the end. */
interface Droppable {
  /** Absent: never dropped. */
  readonly drop?: number;
  /** What is counted when some are dropped: "quote", "quotes". */
  readonly noun?: readonly [one: string, many: string];
}

export interface Action {
  readonly label: string;
  readonly command: Command;
  /** The one that most people want is `primary`; one that cannot be undone is `danger`. */
  readonly emphasis?: 'primary' | 'danger';
}

export interface SourceItem {
  readonly number: number;
  readonly title: string;
  readonly url?: string;
  /** "Antiwar.com · 11 Sep 2023", "publisher not stated · date not stated". */
  readonly detail: string;
}

export type Block =
  | { readonly type: 'heading'; readonly text: string; readonly level: 1 | 2 }
  | ({ readonly type: 'paragraph'; readonly inlines: readonly Inline[] } & Droppable)
  /** Small print, without links: Slack shows it in a block that takes no rich text. */
  | ({ readonly type: 'note'; readonly inlines: readonly Words[] } & Droppable)
  /** `keep`: so many items from the start are never dropped. */
  | ({
      readonly type: 'list';
      readonly items: readonly (readonly Inline[])[];
      readonly ordered?: boolean;
      readonly keep?: number;
    } & Droppable)
  /** A quotation: never cut. The words are verbatim, the quotation marks are the renderer's own. */
  | ({
      readonly type: 'quote';
      readonly words: readonly string[];
      readonly by: readonly Inline[];
    } & Droppable)
  /** Dated lines, oldest first. `when` is shown as it stands. */
  | ({
      readonly type: 'timeline';
      readonly entries: readonly { readonly when: string; readonly inlines: readonly Inline[] }[];
      readonly keep?: number;
    } & Droppable)
  | ({
      readonly type: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
      readonly keep?: number;
    } & Droppable)
  | { readonly type: 'sources'; readonly items: readonly SourceItem[] }
  | { readonly type: 'actions'; readonly actions: readonly Action[] }
  | { readonly type: 'divider' };

export interface Card {
  /** One line for notifications and for lists. */
  readonly summary: string;
  readonly blocks: readonly Block[];
  /** Values that a program can read back: the slot of a digest. */
  readonly mark?: { readonly digest: string; readonly slot: string };
}

export type Field =
  | {
      readonly type: 'text';
      readonly name: string;
      readonly label: string;
      readonly hint?: string;
      readonly value?: string;
      readonly long?: boolean;
      readonly required: boolean;
    }
  | {
      readonly type: 'choice';
      readonly name: string;
      readonly label: string;
      readonly options: readonly { readonly label: string; readonly value: string }[];
      readonly value: string;
    };

/** A modal. `forms.ts` builds it from a `form` command and turns what was filled in into a command again. */
export interface Form {
  readonly name: FormName;
  /** What it is about, given back on submission: a topic, a question. */
  readonly about: string;
  /** At most 24 characters. */
  readonly title: string;
  readonly fields: readonly Field[];
  readonly submit: string;
}
