/** Between values and columns. */

/** JSON in which a null character and half a surrogate pair survive. */
export function json(value: unknown): string {
  return JSON.stringify(value);
}

/** What `json` wrote. The caller names the type that it wrote. */
export function parse<T>(body: unknown): T {
  return JSON.parse(String(body)) as T;
}

/** A text that is looked up: SQLite would end it at a null character. */
export function column(text: string | null): string | null {
  return text === null ? null : text.replaceAll('\0', '\uFFFD');
}
