import { expect, test } from 'vitest';
import { runCrashes } from '../fakes/crash-run.ts';

test('killed at any moment, alone or beside another, no slot is posted twice and none is lost', async () => {
  const { twice, lost, deaf, ends, messages } = await runCrashes({
    kills: 3,
    every: { slack: [3, 4], discord: [2, 3] },
    life: 1000,
    pause: 300,
  });
  expect({ twice, lost, deaf }).toEqual({ twice: [], lost: [], deaf: [] });
  expect(ends['posted']).toBeGreaterThan(4);
  for (const platform of ['slack', 'discord']) expect(messages[platform]).toBeGreaterThan(1);
}, 120_000);
