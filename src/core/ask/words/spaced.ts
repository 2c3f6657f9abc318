/** A text as its words between single spaces, so that whole words are found in it by searching for " word ". */
import type { Sentence } from '../../article.ts';

/** " the harbour master ": in small letters, without marks. */
export function spacedWords(text: string): string {
  return ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}

// A sentence is asked about again and again, and lives as long as its article's analysis.
const known = new WeakMap<Sentence, string>();

/** The same for a sentence, made once while its article lives. */
export function spacedSentence({ sentence, text }: { sentence: Sentence; text: string }): string {
  const found = known.get(sentence) ?? spacedWords(text);
  known.set(sentence, found);
  return found;
}
