import { describe, expect, test } from 'vitest';
import { DEFINITIONS, isChanged } from '../../../src/adapters/discord/commands.ts';
import type { ChatHandler } from '../../../src/chat/port.ts';
import { openApiCheck } from '../../fakes/discord-checks.ts';
import { type Call, FAULTS } from '../../fakes/discord-server.ts';
import { type Json, snowflake } from '../../fakes/discord-world.ts';
import { startStage, until } from './stage.ts';

const nobody: ChatHandler = { handle: async () => {}, suggest: async () => [] };
/** As they are sent. */
const SENT = JSON.parse(JSON.stringify(DEFINITIONS)) as Json[];
const isRegistration = ({ method, path }: Call) => method === 'PUT' && path.endsWith('/commands');

describe('what Discord has of the commands', () => {
  const copy = () => JSON.parse(JSON.stringify(DEFINITIONS)) as Json[];
  const withOption = (more: readonly Json[]) =>
    copy().map((command, index) =>
      index === 0 ? { ...command, options: [...(command['options'] as Json[]), ...more] } : command,
    );

  test('is not other than ours because Discord adds fields of its own, and leaves empty ones out', () => {
    const stored = copy().map((command) => ({ ...command, id: '1', version: '2', nsfw: false }));
    expect(isChanged(stored, DEFINITIONS)).toBe(false);
  });

  test('is other where there is a command or an option more, or one less', () => {
    const old = { type: 1, name: 'old', description: 'An old one' };
    expect(isChanged([...copy(), old], DEFINITIONS)).toBe(true);
    expect(isChanged(copy().slice(1), DEFINITIONS)).toBe(true);
    expect(isChanged(withOption([{ type: 3, name: 'old', description: 'An old one' }]), DEFINITIONS)).toBe(
      true,
    );
    expect(isChanged({ message: 'no list' }, DEFINITIONS)).toBe(true);
  });
});

describe('the commands', () => {
  test('are registered once, and again only when they changed', async () => {
    const { server, another } = await startStage(nobody);
    const restart = async () => {
      const adapter = another();
      await adapter.start(nobody);
      await adapter.stop();
    };
    await restart();
    expect(server.calls.filter(isRegistration)).toHaveLength(1);
    const [brief] = server.world.commands.get('global') ?? [];
    if (brief) brief['description'] = 'an older one';
    await restart();
    await restart();
    expect(server.calls.filter(isRegistration)).toHaveLength(2);
  });

  test.each([
    [
      'an option has choices',
      (brief: Json) => change(brief, 'topic', { choices: [{ name: 'a', value: 'a' }] }),
    ],
    ['an option was required', (brief: Json) => change(brief, 'length', { required: true })],
    ['an option was completed', (brief: Json) => change(brief, 'since', { autocomplete: true })],
    [
      'there is a language more',
      (brief: Json) => Object.assign(brief['description_localizations'] as Json, { it: 'x' }),
    ],
    ['it has another place', (brief: Json) => Object.assign(brief, { contexts: [0] })],
  ])('are registered again where %s that is not ours', async (_, change) => {
    const { server, another } = await startStage(nobody);
    const [brief] = server.world.commands.get('global') ?? [];
    change(brief ?? {});
    const adapter = another();
    await adapter.start(nobody);
    await adapter.stop();
    expect(server.calls.filter(isRegistration)).toHaveLength(2);
  });

  test('are registered in one server where that is asked for', async () => {
    const ids: { guild?: string } = {};
    const stage = await startStage(nobody, ({ world }) => {
      ids.guild = world.guild;
    });
    for (let starts = 0; starts < 2; starts += 1) {
      const adapter = stage.another({ guildId: ids.guild ?? '' });
      await adapter.start(nobody);
      await adapter.stop();
    }
    // Once everywhere, by the stage itself, and once there.
    expect(stage.server.calls.filter(isRegistration)).toHaveLength(2);
    expect(stage.server.world.commands.get(ids.guild ?? '')).toHaveLength(DEFINITIONS.length);
  });

  test('of the one server are taken away once they are for all: they would be offered twice there', async () => {
    const { server, another } = await startStage(nobody);
    const { guild } = server.world;
    for (const settings of [{ guildId: guild }, {}, {}]) {
      const adapter = another(settings);
      await adapter.start(nobody);
      await adapter.stop();
    }
    expect(server.world.commands.get(guild)).toEqual([]);
    expect(server.world.commands.get('global')).toHaveLength(DEFINITIONS.length);
    expect(server.calls.filter(isRegistration)).toHaveLength(3);
  });

  test('of one server are registered as soon as the bot is invited there', async () => {
    const guild = snowflake();
    const { server } = await startStage(nobody, () => {}, { guildId: guild });
    expect(server.world.commands.get(guild)).toBeUndefined();
    server.world.guilds.push(guild);
    server.gateway.dispatch('GUILD_CREATE', server.world.guildJson(guild));
    await until(() => server.world.commands.get(guild)?.length === DEFINITIONS.length);
  });

  test('that cannot be registered do not keep the bot from its other work, and the log says why', async () => {
    const { server, another, logged } = await startStage(nobody);
    const adapter = another({ guildId: '123456' });
    await adapter.start(nobody);
    await adapter.stop();
    server.fail(isRegistration, FAULTS.serverError);
    expect(logged()).toContain('DISCORD_GUILD_ID');
  });
});

describe('the definitions', () => {
  const openApi = openApiCheck('ApplicationCommandUpdateRequest');

  test.skipIf(openApi === undefined)('are what Discord’s own description allows (../shared/specs)', () => {
    for (const definition of DEFINITIONS) expect(openApi?.(definition)).toEqual([]);
  });

  test('follow Discord’s rules for names and descriptions', () => {
    for (const { name, type } of DEFINITIONS) {
      expect(name.length).toBeLessThanOrEqual(32);
      if (type === 1) expect(name).toMatch(/^[-_'\p{Ll}\p{N}]{1,32}$/u);
    }
    for (const option of optionsOf(SENT)) {
      expect(option['name']).toMatch(/^[-_'\p{Ll}\p{N}]{1,32}$/u);
      expect(`${option['description']}`.length).toBeGreaterThanOrEqual(1);
      expect(`${option['description']}`.length).toBeLessThanOrEqual(100);
    }
    for (const definition of SENT)
      for (const text of Object.values((definition['description_localizations'] as Json | undefined) ?? {}))
        expect(`${text}`.length).toBeLessThanOrEqual(100);
  });

  test('have at most 25 options, the required ones first, and 8,000 characters in all', () => {
    for (const definition of [...SENT, ...optionsOf(SENT)]) {
      const options = (definition['options'] as Json[] | undefined) ?? [];
      expect(options.length).toBeLessThanOrEqual(25);
      const required = options.map((option) => option['required'] === true);
      expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)));
      expect(JSON.stringify(definition).length).toBeLessThan(8_000);
    }
  });
});

function change(brief: Json, name: string, fields: Json): void {
  Object.assign((brief['options'] as Json[]).find((option) => option['name'] === name) ?? {}, fields);
}

function optionsOf(definitions: readonly Json[]): Json[] {
  return definitions.flatMap((definition) => {
    const options = (definition['options'] as Json[] | undefined) ?? [];
    return [...options, ...optionsOf(options)];
  });
}
