import { expect, test } from 'vitest';
import { runCrashes } from '../fakes/crash-run.ts';

test('killed at any moment, alone or beside another, no slot is posted twice and none is lost', async () => {
  const { twice, lost, deaf, ends } = await runCrashes(3, { life: 1000, pause: 300 });
  expect({ twice, lost, deaf }).toEqual({ twice: [], lost: [], deaf: [] });
  expect(ends['posted']).toBeGreaterThan(3);
}, 120_000);
