import { describe, expect, it } from 'vitest';
import { renderEnvExample, renderSettingsTable } from '../../src/config/example.ts';
import { loadSettings } from '../../src/config/load.ts';
import { variables } from '../../src/config/schema.ts';

describe('.env.example', () => {
  // `npx vitest run tests/config/example.test.ts -u` writes the file anew after a change of the schema.
  it('is what the schema says', async () => {
    await expect(renderEnvExample()).toMatchFileSnapshot('../../.env.example');
  });

  const examples = () =>
    [...renderEnvExample().matchAll(/^# ([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => ({
      name,
      value,
    }));

  it('holds examples that are right when they are uncommented, and the tokens filled in', () => {
    const filled = examples().map(({ name, value }) => [name, value.replace('…', '0000')]);
    expect(loadSettings(Object.fromEntries(filled))).toHaveProperty('settings');
  });

  it('holds no token that could be taken for one: left as it is, it is named', () => {
    const left = examples().filter(({ value }) => value.includes('…'));
    expect(left.length).toBeGreaterThan(0);
    for (const { name, value } of left)
      expect(loadSettings({ [name]: value })).toMatchObject({
        problems: expect.arrayContaining([expect.stringMatching(`${name} must be the token alone`)]),
      });
  });
});

describe('the settings table', () => {
  it('has a row for every variable', () => {
    expect(renderSettingsTable().match(/^\| `/gm)).toHaveLength(Object.keys(variables).length);
  });
});
