import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { renderSettingsTable } from '../../src/config/example.ts';

test('the README lists the settings that there are', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(renderSettingsTable().trim());
});
