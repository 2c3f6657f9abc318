/** How a conversation uses a word, over all its questions and answers: as a name, and as part of a fixed expression. */
export interface WordUse {
  /** Times in the middle of a sentence, … */
  readonly inside: number;
  /** … and those of them with a capital. */
  readonly capital: number;
  /** Times beside the word that most often stands right before or behind it: "climate change". */
  readonly paired: number;
}

/** How some texts use each of their stems. */
export function readWordUse(
  texts: readonly string[],
  stemsOf: (word: string) => readonly string[],
): ReadonlyMap<string, WordUse> {
  const uses = new Map<string, { inside: number; capital: number; paired: number }>();
  const pairs = new Map<string, number>();
  const useOf = (stem: string): { inside: number; capital: number; paired: number } => {
    const known = uses.get(stem);
    if (known !== undefined) return known;
    const use = { inside: 0, capital: 0, paired: 0 };
    uses.set(stem, use);
    return use;
  };
  for (const text of texts) {
    let opens = true;
    let before: string | undefined;
    for (const word of text.split(/\s+/)) {
      const stems = stemsOf(word);
      for (const stem of stems) {
        const use = useOf(stem);
        if (opens) continue;
        use.inside += 1;
        if (/^\W*\p{Lu}/u.test(word)) use.capital += 1;
      }
      const [first] = stems;
      if (before !== undefined && first !== undefined && before !== first) {
        const pair = `${before} ${first}`;
        const times = (pairs.get(pair) ?? 0) + 1;
        pairs.set(pair, times);
        for (const one of [useOf(before), useOf(first)]) one.paired = Math.max(one.paired, times);
      }
      opens = /[.?!]$/.test(word);
      before = /[.,;:?!)]$/.test(word) ? undefined : first;
    }
  }
  return uses;
}
