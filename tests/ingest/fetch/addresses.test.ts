import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPublicAddress, shownUrl } from '../../../src/ingest/fetch/addresses.ts';

test.each(['8.8.8.8', '::ffff:8.8.8.8', '2001:4860:4860::8888', '93.184.215.14'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test('no address of a private, loopback, link-local, shared, multicast or reserved range is public', () => {
  const byte = fc.nat(255);
  const within = (...start: number[]) =>
    fc.tuple(byte, byte, byte, byte).map((rest) => [...start, ...rest].slice(0, 4).join('.'));
  const ranges = fc.oneof(
    within(10),
    within(127),
    within(0),
    within(192, 168),
    within(169, 254),
    within(172, 16),
    within(100, 64),
    within(224),
    within(240),
    within(255),
  );
  fc.assert(
    fc.property(ranges, (address) => {
      expect(isPublicAddress(address)).toBe(false);
      expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
    }),
  );
  for (const address of ['::1', '::', 'fe80::1', 'fc00::1', 'ff02::1', '64:ff9b::7f00:1', 'localhost', ''])
    expect(isPublicAddress(address)).toBe(false);
});

test('credentials never show', () => {
  expect(shownUrl('https://ann:hunter2@courier.example/feed?api_key=abc&page=2')).toBe(
    'https://courier.example/feed?api_key=…&page=2',
  );
  expect(shownUrl('//ann:hunter2@broken host')).not.toContain('hunter2');
});
