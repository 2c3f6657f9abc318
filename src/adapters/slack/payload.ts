/** Reads what Slack sent without trusting its shape. */

/** The value at a path of keys, or undefined. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (each, key) =>
      typeof each === 'object' && each !== null ? (each as Record<string, unknown>)[key] : undefined,
    value,
  );
}

/** The text at a path, or undefined where there is none or it is empty. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** The first text at one of several keys of the same value. */
export function firstText(value: unknown, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const found = textAt(value, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** ":pray:", ":wave::skin-tone-2:": Slack's names of pictures, which stand apart from words. */
const PICTURE = /(?<![^\s.,;!?:)])(?::[a-z][\w+'-]*:)+(?![\w:])/gi;

/** What a person wrote, as they see it: Slack's escapes undone, links as addresses, names of people and channels as words; pictures say nothing. */
export function readWords(text: string): string {
  return text
    .replace(/<(https?:[^<|>]+)(?:\|[^<>]*)?>/g, '$1')
    .replace(/<mailto:([^<|>]+)(?:\|[^<>]*)?>/g, '$1')
    .replace(/<([@#!])([^<|>]+)(?:\|([^<>]*))?>/g, (_, kind: string, id: string, label?: string) => {
      const name = label || id;
      if (kind !== '!') return `${kind}${name}`;
      // "<!here>" and groups call people, as "@ada" does; a date is its words.
      return /^(?:here|channel|everyone|subteam\^)/.test(id)
        ? `@${name.replace(/^(?:subteam\^|@)/, '')}`
        : name;
    })
    .replace(PICTURE, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();
}

/** The first web address in a message: in its words, else in its blocks and attachments. */
export function findLink(message: unknown): string | undefined {
  const inWords = /<(https?:[^|>\s]+)/.exec(textAt(message, 'text') ?? '')?.[1];
  if (inWords) return inWords.replace(/&amp;/g, '&');
  return urlIn(at(message, 'blocks')) ?? urlIn(at(message, 'attachments'));
}

function urlIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const own = firstText(value, 'url', 'from_url', 'original_url', 'title_link');
  if (own?.startsWith('http')) return own;
  for (const each of Object.values(value)) {
    const found = urlIn(each);
    if (found) return found;
  }
  return undefined;
}
