import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/adapters/discord/limits.ts';
import { FORMS, renderDiscord } from '../../../src/adapters/discord/render.ts';
import type { Action, Block, Card, Inline } from '../../../src/chat/card.ts';
import { allNodes, violations } from '../../fakes/discord-checks.ts';

const text = (words: string): Inline => ({ type: 'text', text: words });
const paragraph = (words: string): Block => ({ type: 'paragraph', inlines: [text(words)] });
const render = (blocks: readonly Block[], more: Partial<Card> = {}) =>
  renderDiscord({ summary: 'A card', blocks, ...more }, { kept: new Map() });
const section = (words: string): Block[] => [{ type: 'heading', level: 2, text: words }, paragraph(words)];

describe('a card on Discord', () => {
  test('stays one message where links under its citations would make it two', () => {
    const cited = (url: string): Block => ({
      type: 'list',
      items: Array.from({ length: 30 }, (_, index) => [
        text(`${'A line of the report. '.repeat(4)} `),
        { type: 'citation', number: index + 1, url: `${url}/${index}` },
      ]),
    });
    const [short, ...others] = render([cited('https://a.test')].map((block) => block));
    expect(others).toEqual([]);
    expect(JSON.stringify(short)).toContain('](<https://a.test/0>)');
    const long = render([cited(`https://courier.test/${'a-long-address-'.repeat(8)}`)]);
    expect(long).toHaveLength(1);
    expect(JSON.stringify(long)).not.toContain('courier.test');
  });

  test('that stands for a digest has room for its button, however full it is', () => {
    const blocks = Array.from({ length: 20 }, (_, index): Block[] => [
      ...(index === 0 ? [] : [{ type: 'divider' } as const]),
      paragraph(`Paragraph ${index}.`),
    ]).flat();
    expect(render(blocks)).toHaveLength(1);
    const messages = render(blocks, { mark: { digest: 'morning', slot: '2026-11-22T08:00:00' } });
    expect(messages.flatMap((message) => violations(message as never))).toEqual([]);
    expect(messages.every((message) => allNodes(message as never).length <= LIMITS.components.is)).toBe(true);
    expect(allNodes(messages[0] as never).some(({ custom_id }) => custom_id?.includes('morning'))).toBe(true);
  });

  test('has lines between its sections, unless there are many', () => {
    const rules = (sections: number) => {
      const words = Array.from({ length: sections }, (_, index) => `Section ${index}`);
      return render(words.flatMap(section)).flatMap((message) =>
        allNodes(message as never).filter(({ type }) => type === 14),
      ).length;
    };
    expect([rules(3), rules(7), rules(8)]).toEqual([2, 6, 0]);
  });

  test('has a word on every button, since Discord takes none without', () => {
    const help = { type: 'help' } as const;
    const [message] = render([{ type: 'actions', actions: [{ label: '\u202E', command: help }] }]);
    expect(allNodes(message as never).map(({ label }) => label)).toContain('Open');
  });
});

const inForm = (form: (typeof FORMS)[number], blocks: readonly Block[]) =>
  renderDiscord({ summary: 'A card', blocks }, { kept: new Map(), form });
/** The texts of each message. */
const textsOf = (blocks: readonly Block[]) =>
  render(blocks).map((message) =>
    allNodes(message as never).flatMap(({ type, content }) => (type === 10 ? [content ?? ''] : [])),
  );
const buttons = (count: number, label = 'Help'): Block => ({
  type: 'actions',
  actions: Array.from({ length: count }, (): Action => ({ label, command: { type: 'help' } })),
});
const tooLong = (count: number): Block => ({
  type: 'actions',
  actions: Array.from({ length: count }, (_, index): Action => {
    const question = `${index} why `.repeat(60);
    return { label: 'Ask', command: { type: 'ask', question } };
  }),
});

describe('words on Discord', () => {
  test.each(['- no list', '# no heading', '> no quotation', '1. no number', '-# no small print'])(
    'that begin a line as "%s" does stay words',
    (words) => {
      const [[content = ''] = []] = textsOf([paragraph(words)]);
      expect(content).not.toMatch(/^(?:[->#]|1\.)/);
      expect(content.replace(/[\\\u200B]/g, '')).toBe(words);
    },
  );

  test('stay words also where a long line goes on in the next message', () => {
    const messages = textsOf([paragraph(`- ${'a'.repeat(60)} `.repeat(150))]);
    expect(messages.length).toBeGreaterThan(2);
    for (const [content = ''] of messages) expect(content).not.toMatch(/^- /);
  });

  test('of a heading keep the sign at their end', () => {
    expect(textsOf([{ type: 'heading', level: 1, text: 'In C #' }])).toEqual([['## In C #\u200B']]);
  });

  test('of a long paragraph are not begun in a corner of the message before', () => {
    const messages = textsOf([paragraph('word '.repeat(740)), paragraph('text '.repeat(1_400))]);
    const lengths = messages.map((texts) => texts.join('').length);
    expect(lengths.slice(0, -1).every((length) => length > 3_000)).toBe(true);
    expect(lengths).toHaveLength(3);
    expect(messages[0]?.join('')).not.toContain('text');
  });

  test.each(FORMS)('that are one endless word are parted rather than refused (%s)', (form) => {
    const messages = inForm(form, [paragraph('a'.repeat(9_000))]);
    expect(messages.flatMap((message) => violations(message as never))).toEqual([]);
  });
});

test('a card of nothing says so', () => {
  expect(JSON.stringify(render([]))).toContain('A card');
  expect(JSON.stringify(render([], { summary: '' }))).toContain('Nothing to show.');
});

describe('a message on Discord', () => {
  test('has no line across it at its beginning or end, and no two in a row', () => {
    const rule: Block = { type: 'divider' };
    const [message] = render([rule, paragraph('One.'), rule, rule, paragraph('Two.'), rule]);
    const types = allNodes(message as never).map(({ type }) => type);
    expect(types.filter((type) => type === 14 || type === 10)).toEqual([10, 14, 10]);
  });

  test.each([
    [
      'words and the labels of its buttons',
      'components',
      [paragraph('word '.repeat(760)), buttons(5, 'label '.repeat(13))],
    ],
    [
      'texts and the space between them',
      'text',
      [paragraph('a '.repeat(500)), { type: 'divider' }, paragraph('b '.repeat(501))],
    ],
    ['rows of buttons', 'text', Array.from({ length: 6 }, () => buttons(1))],
    ['parts', 'components', Array.from({ length: 8 }, () => buttons(5))],
  ] as const)('holds no more %s than Discord takes', (_, form, blocks) => {
    const messages = inForm(form, blocks as readonly Block[]);
    expect(messages.flatMap((message) => violations(message as never))).toEqual([]);
    expect(messages).toHaveLength(2);
  });

  test.each([1, 12])(
    'that has nothing but %i buttons that cannot work says something all the same',
    (count) => {
      const [message, ...others] = render([tooLong(count)]);
      expect(others).toEqual([]);
      expect(violations(message as never)).toEqual([]);
      expect(allNodes(message as never).map(({ type }) => type)).not.toContain(3);
      expect(JSON.stringify(message)).toContain('…');
    },
  );
});
