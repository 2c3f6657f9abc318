/**
 * What Slack refuses, written from PLATFORMS.md and not from the adapter's own table: Slack's numbers, not the safer ones
 * that the adapter keeps. The structure is checked by ../shared/specs/slack-blockkit.schema.json where it is present.
 */
import { existsSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';

type Json = Record<string, unknown>;

const SCHEMA = new URL('../../../shared/specs/slack-blockkit.schema.json', import.meta.url);

/** Undefined where the schema is absent; the reason is printed by the tests that need it. */
export const checkStructure: ValidateFunction | undefined = openSchema();

function openSchema(): ValidateFunction | undefined {
  if (!existsSync(SCHEMA)) return undefined;
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8')) as { definitions: Json };
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: false });
  ajv.addSchema(schema, 'blockkit');
  return ajv.compile({ type: 'array', items: { $ref: 'blockkit#/definitions/KnownBlock' } });
}

/** Every reason why Slack would refuse these blocks with this text. */
export function violations(message: { text?: string; blocks?: unknown }, mostBlocks = 50): string[] {
  const found: string[] = [];
  const check = (holds: boolean, what: string) => {
    if (!holds) found.push(what);
  };
  const blocks = asList(message.blocks);
  const text = message.text ?? '';
  check(text !== '' || blocks.length > 0, 'no_text');
  check(text.length <= 12_000, `text of ${text.length}`);
  check(blocks.length <= mostBlocks, `${blocks.length} blocks`);
  check(textIn(blocks) <= 13_000, `msg_blocks_too_long: ${textIn(blocks)}`);
  check(blocks.filter(({ type }) => type === 'table').length <= 1, 'only_one_table_allowed');
  const ids = blocks.map((block) => block['block_id']).filter((id) => id !== undefined);
  check(new Set(ids).size === ids.length, 'a block_id twice');
  for (const block of blocks) checkBlock(block, check);
  for (const words of stringsIn(blocks, 'text')) check(words !== '', 'an empty text');
  for (const url of stringsIn(blocks, 'url')) {
    check(url.length <= 3000, 'a url over 3000');
    check(/^https?:\/\//.test(url), `a url that is none: ${url}`);
  }
  check(isWhole([text, blocks]), 'half a character');
  if (checkStructure && blocks.length > 0 && !checkStructure(blocks))
    found.push(`structure: ${JSON.stringify(checkStructure.errors?.slice(0, 2))}`);
  return found;
}

/** No half of a character at any depth. (JSON in a button's value holds one as harmless letters.) */
export function isWhole(value: unknown): boolean {
  return !/(?<!\\)(?:\\\\)*\\ud[89a-f]/i.test(JSON.stringify(value));
}

type Check = (holds: boolean, what: string) => void;

function checkBlock(block: Json, check: Check): void {
  const elements = asList(block['elements']);
  switch (block['type']) {
    case 'header':
      check(lengthOf(block['text']) <= 150, 'header over 150');
      return;
    case 'section':
      check(lengthOf(block['text']) <= 3000, 'section over 3000');
      return;
    case 'context':
      check(elements.length > 0 && elements.length <= 10, 'context elements');
      check(
        elements.every((each) => String(each['text']).length <= 3000),
        'context over 3000',
      );
      return;
    case 'actions':
      checkActions(elements, check);
      return;
    case 'rich_text':
      check(elements.length > 0, 'empty rich text');
      for (const each of elements) check(asList(each['elements']).length > 0, `empty ${each['type']}`);
      return;
    case 'table': {
      const rows = block['rows'] as Json[][];
      check(rows.length <= 100, 'table rows');
      check(
        rows.every((row) => row.length <= 20 && row.length === rows[0]?.length),
        'table columns',
      );
      check(textIn(rows) <= 10_000, 'table over 10 000');
      return;
    }
    case 'input':
      check(lengthOf(block['label']) <= 2000, 'label over 2000');
      return;
    case 'divider':
      return;
    default:
      check(false, `block of type ${String(block['type'])}`);
      return;
  }
}

function checkActions(elements: Json[], check: Check): void {
  check(elements.length > 0 && elements.length <= 25, 'actions elements');
  const ids = elements.map((each) => each['action_id']);
  check(new Set(ids).size === ids.length, 'an action_id twice');
  for (const each of elements) {
    check(String(each['action_id']).length <= 255, 'action_id over 255');
    if (each['type'] !== 'button') continue;
    check(lengthOf(each['text']) > 0 && lengthOf(each['text']) <= 75, 'button text');
    check(String(each['value'] ?? '').length <= 2000, 'button value over 2000');
  }
}

function asList(value: unknown): Json[] {
  return Array.isArray(value) ? (value as Json[]) : [];
}

function lengthOf(text: unknown): number {
  return String((text as Json | undefined)?.['text'] ?? '').length;
}

function textIn(value: unknown): number {
  return stringsIn(value, 'text').reduce((sum, words) => sum + words.length, 0);
}

/** Every string under this key, at any depth. */
export function stringsIn(value: unknown, key: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    name === key && typeof each === 'string' ? [each] : stringsIn(each, key),
  );
}
