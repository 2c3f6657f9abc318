/** Articles in Markdown: front matter, and the words without their marks. */
import { type FrontMatter, splitFront } from './front-matter.ts';

export interface MarkdownFile extends Omit<FrontMatter, 'body'> {
  /** The first heading of the first level, or null. */
  readonly heading: string | null;
  /** Words without marks, images and comments; each paragraph on a line, apart by a blank line. */
  readonly text: string;
}

/** Never throws. What is no Markdown comes out as it is. */
export function parseMarkdown(source: string): MarkdownFile {
  const all = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const { body: marked, ...front } = splitFront(all);
  const body = withoutComments(marked);
  const paragraphs: string[] = [];
  let heading: string | null = null;
  let open: string[] = [];
  const close = () => {
    if (open.length > 0) paragraphs.push(open.join(' '));
    open = [];
  };
  for (const raw of body.split('\n')) {
    const line = raw.trim();
    const title = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
    const point = /^(?:[-*+]|\d{1,3}[.)])\s+(.*)$/.exec(line);
    if (
      line === '' ||
      title !== null ||
      point !== null ||
      /^([-*_]\s?){3,}$/.test(line) ||
      /^(```|~~~)/.test(line)
    ) {
      close();
      if (title !== null) {
        const words = plain(title[2] ?? '');
        if (title[1] === '#' && heading === null) heading = words;
        else if (words !== '') paragraphs.push(words);
      }
      if (point !== null) open.push(`- ${plain(point[1] ?? '')}`);
      continue;
    }
    const words = plain(line.replace(/^(?:>\s?)+/, ''));
    if (words !== '') open.push(words);
  }
  close();
  return { ...front, heading, text: paragraphs.join('\n\n') };
}

/** Found one by one: an expression would look for the end again from each beginning. */
function withoutComments(text: string): string {
  let kept = '';
  let from = 0;
  for (;;) {
    const start = text.indexOf('<!--', from);
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4);
    if (end < 0) return kept + text.slice(from);
    kept += text.slice(from, start);
    from = end + 3;
  }
}

/** A line without emphasis, code marks, link addresses, images and escapes. */
function plain(line: string): string {
  return line
    .replace(/!\[[^\]]{0,300}\](?:\([^)]{0,1000}\)|\[[^\]]{0,200}\])/g, '')
    .replace(/\[([^\][]{1,300})\](?:\([^)]{0,1000}\)|\[[^\]]{0,200}\])/g, '$1')
    .replace(/<(https?:[^>\s]{1,2000})>/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.{1,300}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]{1,300}?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_]{1,300}?)(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/`([^`]{1,300})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!>])/g, '$1')
    .trim();
}
