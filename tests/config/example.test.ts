import { describe, expect, it } from 'vitest';
import { renderEnvExample, renderSettingsTable } from '../../src/config/example.ts';
import { loadSettings } from '../../src/config/load.ts';
import { variables } from '../../src/config/schema.ts';

describe('.env.example', () => {
  // `npx vitest run tests/config/example.test.ts -u` writes the file anew after a change of the schema.
  it('is what the schema says', async () => {
    await expect(renderEnvExample()).toMatchFileSnapshot('../../.env.example');
  });

  it('holds examples that are right when they are uncommented', () => {
    const lines = renderEnvExample().matchAll(/^# ([A-Z_]+)=(.*)$/gm);
    expect(loadSettings(Object.fromEntries([...lines].map((line) => [line[1], line[2]])))).toHaveProperty(
      'settings',
    );
  });
});

describe('the settings table', () => {
  it('has a row for every variable', () => {
    expect(renderSettingsTable().match(/^\| `/gm)).toHaveLength(Object.keys(variables).length);
  });
});
