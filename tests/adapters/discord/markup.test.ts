import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cut,
  plainName,
  renderInlines,
  renderLink,
  renderWords,
} from '../../../src/adapters/discord/markup.ts';
import type { Inline } from '../../../src/chat/card.ts';

const shown = (inlines: readonly Inline[], linkCitations = true) =>
  renderInlines(inlines, linkCitations).join('');
const text = (words: string, style?: 'strong' | 'emphasis'): Inline =>
  style === undefined ? { type: 'text', text: words } : { type: 'text', text: words, style };

describe('words', () => {
  test.each([
    ['2 * 3 * 4', String.raw`2 \* 3 \* 4`],
    ['snake_case_name', String.raw`snake\_case\_name`],
    ['a ~~gone~~ word', String.raw`a \~\~gone\~\~ word`],
    ['`code` and ||secret||', String.raw`\`code\` and \|\|secret\|\|`],
    [String.raw`a \ backslash`, String.raw`a \\ backslash`],
    ['he [Kim] said (twice)', String.raw`he \[Kim] said (twice)`],
    ['[a link](https://example.org)', String.raw`\[a link](https://example.org)`],
    ['a :warning: at 10:30:00', String.raw`a \:warning: at 10:30:00`],
    ['see https://example.org/a_b_c, he_said_', String.raw`see https://example.org/a_b_c, he\_said\_`],
    ['[https://a.org](https://b.org)', String.raw`\[https://a.org](https://b.org)`],
  ])('%j show as themselves', (words, expected) => {
    expect(shown([text(words)])).toBe(expected);
  });

  test.each([
    '@everyone',
    '@here',
    '<@123>',
    '<@!123>',
    '<@&123>',
    '<#123>',
    '</brief:123>',
    '<:smile:1>',
    '<t:1:R>',
  ])('%s is no mention, no command and no picture', (words) => {
    const raw = shown([text(`before ${words} after`)]);
    expect(raw).not.toContain(words);
    expect(raw.replace(/[\u200B\\]/g, '')).toBe(`before ${words} after`);
  });

  test('are never parted within a style, a link, or a citation', () => {
    const long = 'many words '.repeat(200);
    for (const piece of renderInlines(
      [text(long, 'strong'), { type: 'link', text: long, url: 'https://example.org' }],
      true,
    )) {
      const isWhole =
        /^\s?\*\*[^*]+\*\*\s?$/.test(piece) || /^\[[^\]]+\]\(<https:\/\/example\.org\/>\)\s?$/.test(piece);
      expect([piece, isWhole]).toEqual([piece, true]);
    }
  });

  test('whose styles meet are kept apart', () => {
    expect(shown([text('one', 'strong'), text('two', 'emphasis')])).toBe('**one**\u200B*two*');
    expect(shown([text('a '), text(' bold ', 'strong'), text(' b')])).toBe('a  **bold**  b');
  });

  test('that begin in a style begin no list and no heading', () => {
    expect(shown([text('# big', 'strong')])).toBe(String.raw`**\# big**`);
    expect(shown([text('1. one', 'strong')])).toBe('**1\u200B. one**');
    expect(shown([text('3.5 million', 'strong')])).toBe('**3.5 million**');
  });

  test('that end in an address leave it apart from the citation behind them', () => {
    const cited: Inline = { type: 'citation', number: 1, url: 'https://example.org' };
    expect(shown([text('see https://a.org/b'), cited])).toBe(
      'see https://a.org/b [[1]](<https://example.org/>)',
    );
  });

  test('however strange keep every letter and number, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (words) => {
        const letters = (value: string) => (value.toWellFormed().match(/[\p{L}\p{N}]/gu) ?? []).join('');
        expect(letters(renderWords(words).join(''))).toBe(letters(words));
      }),
    );
  });
});

describe('links', () => {
  test('go to web addresses only, and end where they should', () => {
    expect(renderLink('a (b)', 'https://example.org/wiki/A_(b)').join('')).toBe(
      '[a (b)](<https://example.org/wiki/A_%28b%29>)',
    );
    expect(renderLink('x y', 'https://example.org/a>b').join('')).toBe('[x y](<https://example.org/a%3Eb>)');
    for (const url of [
      'javascript:alert(1)',
      'ftp://example.org',
      'https://user:secret@example.org',
      'nothing',
    ])
      expect(renderLink('words', url).join('')).toBe('words');
  });

  test('bear in their text what Discord shows as it is; else they stand behind the words', () => {
    const linked = (words: string) => renderLink(words, 'https://example.org').join('');
    const to = '(<https://example.org/>)';
    expect(linked('Rain [again] in Oslo')).toBe(`[Rain [again] in Oslo]${to}`);
    expect(linked('Two * three')).toBe(String.raw`Two \* three [link]${to}`);
    expect(linked('snake_case')).toBe(String.raw`snake\_case [link]${to}`);
    expect(linked('a [b')).toBe(String.raw`a \[b [link]${to}`);
    expect(linked('Party 🎉 time')).toBe(`Party 🎉 time [link]${to}`);
    expect(linked('https://a.org/x_y says')).toBe(`https://a.org/x_y says [link]${to}`);
    expect(linked('Call @everyone')).toBe(`Call @\u200Beveryone [link]${to}`);
    expect(linked('')).toBe(`[link]${to}`);
  });

  test('that are longer than a message may hold are left out, the words stay', () => {
    expect(renderLink('words', `https://example.org/${'a'.repeat(3_000)}`).join('')).toBe('words');
  });

  test('of citations are plain numbers where there is no room', () => {
    const cited: Inline = { type: 'citation', number: 3, url: 'https://example.org' };
    expect(shown([cited])).toBe('[[3]](<https://example.org/>)');
    expect(shown([cited], false)).toBe(String.raw`\[3]`);
  });
});

test('an instant is shown in the reader’s zone; one that is none, in words', () => {
  expect(shown([{ type: 'time', instant: '2026-11-22T08:00:00Z', text: '8:00' }])).toBe('<t:1795334400:f>');
  expect(shown([{ type: 'time', instant: 'soon', text: 'soon' }])).toBe('soon');
});

test('names are one plain line, and cut between characters', () => {
  expect(plainName('A\n*name*\u202E', 100)).toBe('A *name*');
  expect(cut('ab👩cd', 4)).toBe('ab…');
  expect(cut('abc', 3)).toBe('abc');
});
