/** What a person sees of a Slack message: words, links, buttons, and who is notified. */
import { stringsIn } from './slack-checks.ts';

type Json = Record<string, unknown>;

interface Message {
  readonly text?: string;
  readonly blocks?: unknown;
}

/** All that can be read in the blocks; the text where there are none. */
export function wordsIn({ text, blocks }: Message): string {
  const words = readable(blocks);
  return words === '' ? unescaped(text ?? '') : words;
}

function readable(value: unknown): string {
  if (Array.isArray(value)) return value.map(readable).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  const json = value as Json;
  if (json['type'] === 'date') return String(json['fallback'] ?? '');
  if (typeof json['text'] === 'string') return json['text'];
  const inline = ['rich_text_section', 'rich_text_quote'].includes(String(json['type']));
  if (inline) return (json['elements'] as Json[]).map(readable).join('');
  return ['text', 'elements', 'rows', 'label', 'element']
    .filter((key) => key in json)
    .map((key) => readable(json[key]))
    .join('\n');
}

function unescaped(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

/** Addresses that can be followed. */
export function linksIn({ text, blocks }: Message): string[] {
  const marked = blocks ? '' : (text ?? '');
  return [
    ...stringsIn(blocks, 'url'),
    ...[...marked.matchAll(/<([a-z]+:[^|>]*)\|/g)].map(([, url = '']) => unescaped(url)),
  ];
}

/** Buttons with what they carry. */
export function buttonsIn(blocks: unknown): { label: string; action: string; value: string }[] {
  if (Array.isArray(blocks)) return blocks.flatMap(buttonsIn);
  if (typeof blocks !== 'object' || blocks === null) return [];
  const json = blocks as Json;
  if (json['type'] !== 'button') return buttonsIn(json['elements']);
  const label = String((json['text'] as Json)['text']);
  return [{ label, action: String(json['action_id']), value: String(json['value']) }];
}

const PINGING = ['user', 'usergroup', 'broadcast', 'channel', 'team'];

/** Whatever Slack would turn into a mention: in the blocks, in the text beside them. */
export function pingsIn({ text, blocks }: Message): string[] {
  return [
    ...((text ?? '').match(/<(?:!(?!date\^)|[@#])[^>]*>/g) ?? []),
    ...elementsOf(blocks).filter((type) => PINGING.includes(type)),
    // Rich text and plain text show these as they stand; still they are to be plain words.
    ...stringsIn(blocks, 'text').flatMap((each) => each.match(/<(?:!(?!date\^)|[@#])[^>]*>/g) ?? []),
  ];
}

function elementsOf(value: unknown): string[] {
  return stringsIn(value, 'type');
}
