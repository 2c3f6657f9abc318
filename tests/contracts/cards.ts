/** Cards for the renderer contract: generated ones with hostile words, each word group with a token that can be found again. */
import fc from 'fast-check';
import type { Block, Card, Inline } from '../../src/chat/card.ts';
import type { Command } from '../../src/chat/command.ts';

/** Words that break renderers: markup of every platform, pings, right-to-left, emoji, half characters, controls. */
export const HOSTILE = [
  '<!channel> <!here> <@U012AB3CD> <#C012AB3CD|general> <!subteam^S1>',
  '@everyone @here <@123456789012345678> <@&123456789012345678> <#123456789012345678>',
  '*bold* _emphasis_ ~gone~ `code` ```block``` **strong** __under__ ||hidden||',
  '<https://example.org|a link> [text](https://example.org/a_(b)) &amp; &lt;b&gt; <b>html</b>',
  '> quoted\n# heading\n- list\n1. one\n-# small',
  'שלום עולם \u202Eabc\u202C مرحبا',
  '👩‍👩‍👧‍👦 🇩🇪 é́́ 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '\uD83D half \uDE00',
  'bell\u0007 escape\u001B[31mred\u001B[0m null\u0000 tab\t',
  'a'.repeat(300),
  '$& $1 \\ \\n %s {{y}}',
  '',
];

let tokens = 0;

/** A piece of hostile text with a fresh token in it: "qz12zq". */
function text(longest = 3): fc.Arbitrary<string> {
  return fc
    .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 60, unit: 'grapheme' })), {
      maxLength: longest,
    })
    .map((parts) => {
      tokens += 1;
      return parts.toSpliced(parts.length >> 1, 0, `qz${tokens}zq`).join(' ');
    });
}

/** A long paragraph of plain words: two thousand characters. */
const longText = text(1).map((words) => `${words} ${'Plain words of a long report. '.repeat(60)}`);

const url = fc.constantFrom(
  'https://example.org/a?b=c&d=e',
  'https://example.org/wiki/A_(b)',
  'https://example.org/a|b',
  'javascript:alert(1)',
  'not an address',
);

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 4, arbitrary: text().map((words): Inline => ({ type: 'text', text: words })) },
  fc
    .tuple(text(1), fc.constantFrom('strong' as const, 'emphasis' as const))
    .map(([words, style]): Inline => ({ type: 'text', text: words, style })),
  fc.tuple(text(1), url).map(([words, to]): Inline => ({ type: 'link', text: words, url: to })),
  fc
    .tuple(fc.integer({ min: 1, max: 40 }), url)
    .map(([number, to]): Inline => ({ type: 'citation', number, url: to })),
  fc.integer({ min: 1, max: 40 }).map((number): Inline => ({ type: 'citation', number })),
  text(1).map((words): Inline => ({ type: 'time', instant: '2026-11-22T08:00:00Z', text: words })),
);

const inlines = fc.array(inline, { minLength: 1, maxLength: 4 });
const noun = fc.constantFrom(['quote', 'quotes'] as const, ['line', 'lines'] as const);
const drop = fc.integer({ min: 1, max: 5 });

const block: fc.Arbitrary<Block> = fc.oneof(
  fc
    .tuple(text(1), fc.constantFrom(1 as const, 2 as const))
    .map(([words, level]): Block => ({ type: 'heading', text: words, level })),
  inlines.map((items): Block => ({ type: 'paragraph', inlines: items })),
  longText.map((words): Block => ({ type: 'paragraph', inlines: [{ type: 'text', text: words }] })),
  fc
    .tuple(inlines, drop, noun)
    .map(([items, rank, what]): Block => ({ type: 'paragraph', inlines: items, drop: rank, noun: what })),
  text().map((words): Block => ({ type: 'note', inlines: [{ type: 'text', text: words }] })),
  fc.tuple(fc.array(inlines, { minLength: 1, maxLength: 12 }), drop, noun, fc.nat(3), fc.boolean()).map(
    ([items, rank, what, keep, ordered]): Block => ({
      type: 'list',
      items,
      drop: rank,
      noun: what,
      keep,
      ordered,
    }),
  ),
  fc
    .tuple(fc.array(text(), { minLength: 1, maxLength: 3 }), inlines, drop, noun)
    .map(([words, by, rank, what]): Block => ({ type: 'quote', words, by, drop: rank, noun: what })),
  fc
    .tuple(longText, inlines, drop, noun)
    .map(([words, by, rank, what]): Block => ({ type: 'quote', words: [words], by, drop: rank, noun: what })),
  fc
    .tuple(
      fc.array(fc.record({ when: fc.constant('July 2023'), inlines }), { minLength: 1, maxLength: 30 }),
      drop,
      noun,
    )
    .map(([entries, rank, what]): Block => ({ type: 'timeline', entries, drop: rank, noun: what })),
  fc.tuple(fc.array(fc.tuple(inlines, inlines), { minLength: 1, maxLength: 20 }), drop, noun).map(
    ([rows, rank, what]): Block => ({
      type: 'table',
      columns: ['One', 'Other'],
      rows,
      drop: rank,
      noun: what,
    }),
  ),
  fc.constant<Block>({ type: 'divider' }),
);

const command: fc.Arbitrary<Command> = fc.oneof(
  fc
    .string({ maxLength: 20, unit: 'grapheme' })
    .map((query): Command => ({ type: 'brief', query, part: 'quotes' })),
  fc.constantFrom(...HOSTILE).map((question): Command => ({ type: 'ask', question })),
  fc.string({ minLength: 300, maxLength: 400 }).map((question): Command => ({ type: 'ask', question })),
  fc.boolean().map((helpful): Command => ({ type: 'feedback', about: 'brief:kim-putin', helpful })),
  fc.constant<Command>({ type: 'form', form: 'ask', about: 'kim-putin' }),
);

/** Any card: up to sixteen blocks, then sources and actions as briefs have them. */
export const anyCard: fc.Arbitrary<Card> = fc
  .record({
    summary: text(1),
    body: fc.array(block, { maxLength: 16 }),
    sources: fc.array(
      fc.record({ title: text(1), url: fc.option(url, { nil: undefined }), detail: text(1) }),
      { maxLength: 12 },
    ),
    actions: fc.array(
      fc.record({ label: fc.constantFrom('More quotes', 'Timeline', 'Helpful', 'x'.repeat(90)), command }),
      {
        maxLength: 8,
      },
    ),
  })
  .map(({ summary, body, sources, actions }): Card => {
    const blocks: Block[] = [...body];
    if (sources.length > 0) {
      const items = sources.map(({ title, url, detail }, index) => ({
        number: index + 1,
        title,
        detail,
        ...(url === undefined ? {} : { url }),
      }));
      blocks.push({ type: 'sources', items });
    }
    if (actions.length > 0) blocks.push({ type: 'actions', actions });
    return { summary, blocks };
  });
