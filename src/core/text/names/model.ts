/** The learned numbers, decoded once. */
import { COMMON_WORDS, SIGNS, STEPS, WORD_CLASSES } from './weights.ts';

/** Weights: of signs, row by row with one number a tag; and of a tag (column) after another (row). */
export interface Weights {
  readonly signs: Int8Array | Float64Array;
  readonly steps: Int8Array | Float64Array;
}

const bytes = (base64: string): Int8Array =>
  Int8Array.from(atob(base64), (character) => character.charCodeAt(0));

export const MODEL: Weights = { signs: bytes(SIGNS), steps: bytes(STEPS) };

/** Bits of the words that English writes small, set at `bitOf` of the word. */
export const COMMON: Uint8Array = new Uint8Array(8192);
COMMON.set(Uint8Array.from(bytes(COMMON_WORDS), (byte) => byte & 0xff));

/** The class of a word by the words beside it in running text, 0 for none, at `classAt` of the word. */
export const CLASSES: Uint8Array = new Uint8Array(65536);
CLASSES.set(Uint8Array.from(bytes(WORD_CLASSES), (byte) => byte & 0xff));
