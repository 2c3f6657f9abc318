import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMatcher } from '../../../../src/core/ask/question/likeness.ts';
import { parseAsked } from '../../../../src/core/ask/question/question.ts';
import {
  isHeld,
  numberTerms,
  rarities,
  sharesOf,
  softly,
} from '../../../../src/core/ask/sentences/shares.ts';
import { openLexicon } from '../../../../src/core/ask/words/lexicon/lexicon.ts';
import { openTagger } from '../../../../src/core/ask/words/tagging.ts';
import { parseTerms } from '../../../../src/core/search/query.ts';

const [tagger, lexicon] = [await openTagger(), await openLexicon()];
const question = 'Did Lund buy the ferry?';
const asked = parseAsked(question, tagger.tag(question));
const terms = numberTerms(asked);
const read = (text: string) => sharesOf(parseTerms(text), createMatcher(asked, lexicon), terms);
const ferry = terms.places.get(parseTerms('ferry')[0] ?? '') ?? -1;
const buy = terms.places.get(parseTerms('buy')[0] ?? '') ?? -1;

test('the very word is held, and one that is like it is less than held', () => {
  const shares = read('Lund purchased a ferry.');
  expect(isHeld(shares, ferry)).toBe(true);
  expect(isHeld(shares, buy)).toBe(false);
  expect(shares[buy]).toBeGreaterThan(0.5);
});

test('several texts have together what each of them has', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('ferry', 'Lund', 'bought', 'rain'), { maxLength: 6 }), (words) => {
      const parts = words.map(read);
      const whole = softly(terms.weights, read(words.join(' ')));
      const [a, b, c, d] = parts;
      if (parts.length <= 4) expect(softly(terms.weights, a, b, c, d)).toBeCloseTo(whole);
      expect(whole).toBeLessThanOrEqual(terms.total);
    }),
  );
});

test('a word that few texts have weighs more than one that all have', () => {
  const rare = rarities(terms, [read('The ferry sank.'), read('The ferry of Lund.'), read('A ferry.')]);
  const lund = terms.places.get(parseTerms('Lund')[0] ?? '') ?? -1;
  expect((rare[lund] ?? 0) / (terms.weights[lund] ?? 1)).toBeGreaterThan(
    (rare[ferry] ?? 0) / (terms.weights[ferry] ?? 1),
  );
  expect(rare.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
});
