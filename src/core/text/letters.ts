/**
 * A text as its letters and digits alone: what two spellings of the same words share, whatever their marks. Unlike search
 * terms it keeps "not", "no" and "will", which turn what was said around.
 */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
