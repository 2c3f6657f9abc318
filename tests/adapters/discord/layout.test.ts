import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/adapters/discord/limits.ts';
import { renderDiscord } from '../../../src/adapters/discord/render.ts';
import type { Block, Card, Inline } from '../../../src/chat/card.ts';
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
