/** Terms by number, and how many articles have each. */
import { allStoredTerms, numberOf, type PackedArticle } from './packed.ts';

/** A word that stands so often in an article counts twice in finding it. */
const OFTEN = 3;

export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];
  /** Articles that have the term, by term number. */
  readonly #frequencies: number[] = [];
  #articles = 0;
  #words = 0;

  /** All terms, in the order of their numbers. */
  get terms(): readonly string[] {
    return this.#terms;
  }

  /** Terms of an article on the average, repetitions counted. */
  get averageLength(): number {
    return this.#words / Math.max(1, this.#articles);
  }

  /** The number of a term, a new one where it is not known. */
  numberOf(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.length;
    this.#numbers.set(term, number);
    this.#terms.push(term);
    this.#frequencies.push(0);
    return number;
  }

  /** The number of a term that an article had. */
  find(term: string): number | undefined {
    return this.#numbers.get(term);
  }

  termOf(number: number): string {
    return this.#terms[number] ?? '';
  }

  /** How many articles have the term. */
  frequencyOf(number: number): number {
    return this.#frequencies[number] ?? 0;
  }

  /** Inverse document frequency as in BM25; 0 for a term that no article has. */
  rarityOf(number: number): number {
    const frequency = this.frequencyOf(number);
    if (frequency === 0) return 0;
    return Math.log(1 + (this.#articles - frequency + 0.5) / (frequency + 0.5));
  }

  /**
   * Counts an article in. Visits each of its terms, and once more where it stands there often: MiniSearch finds the
   * candidates, and that is all that it needs to know of frequencies. Returns how many different terms there are.
   */
  count(packed: PackedArticle, visit: (number: number, times: 1 | 2) => void): number {
    const all = allStoredTerms(packed);
    const numbers = all.map(numberOf).sort();
    let run = 0;
    let different = 0;
    numbers.forEach((number, at) => {
      run = number === numbers[at - 1] ? run + 1 : 1;
      if (run === OFTEN) visit(number, 2);
      if (run > 1) return;
      visit(number, 1);
      different += 1;
      this.#frequencies[number] = this.frequencyOf(number) + 1;
    });
    this.#articles += 1;
    this.#words += all.length;
    return different;
  }

  /** Counts an article out that was counted in. */
  discount(packed: PackedArticle): void {
    const all = allStoredTerms(packed);
    for (const number of new Set(all.map(numberOf))) this.#frequencies[number] = this.frequencyOf(number) - 1;
    this.#articles -= 1;
    this.#words -= all.length;
  }
}
