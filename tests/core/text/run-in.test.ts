import { describe, expect, it } from 'vitest';
import { lengthOfRunIn } from '../../../src/core/text/run-in.ts';

describe('a caption or headline that runs into the text', () => {
  it.each([
    ['The crane fell into the sea in March', 'The owner of the crane was fined on Monday.'],
    ['Boats wait outside the harbour of Falkholm', 'The harbour has been closed since Monday.'],
    ['Falkholm mourns two welders', 'The men stood below the crane when it fell.'],
  ])('is told from it: %s', (caption, text) =>
    expect(lengthOfRunIn(`${caption} ${text}`)).toBe(caption.length + 1),
  );

  it.each([
    'Mara Lund sang in a film called The harbour that nobody saw.',
    'She wrote the song The boats of Falkholm in 1971.',
    'People moved from The Hague to Falkholm after the war.',
    'The editor of The Falkholm Courier was fined on Monday.',
    'The choir of Horten sang “We saw The boats of Falkholm” in the hall.',
    'The town and The harbour office are at odds.',
    'Image copyright Falkholm Courier Image caption The crane was built in 1971.',
  ])('is no name that begins with "The", and nothing of the page: %s', (text) =>
    expect(lengthOfRunIn(text)).toBe(0),
  );
});
