/** Which of the words that stand side by side behind `/digest add` are one topic: "Jeremy Paxman dock-strike". */

export interface KnownTopics {
  /** Whether a word alone is the name of a topic. */
  isTopic(word: string): Promise<boolean>;
  /** Whether words together name a story. */
  isStory(words: string): Promise<boolean>;
}

/**
 * The topics of one run of words. Names of topics stand for themselves; the other words are one topic where a story is
 * called so, or where commas part them from the next (`listed`), and else each of them is one, except that words in capital
 * letters in a row are a name. Between commas "port strike" is one topic, though there is one called "strike".
 */
export async function findTopics(
  run: readonly string[],
  known: KnownTopics,
  listed = false,
): Promise<string[]> {
  const topics: string[] = [];
  let words: string[] = [];
  const close = async () => {
    topics.push(...(listed && words.length > 0 ? [words.join(' ')] : await joinWords(words, known)));
    words = [];
  };
  for (const word of run) {
    if ((listed && !word.includes('-')) || !(await known.isTopic(word))) {
      words.push(word);
      continue;
    }
    await close();
    topics.push(word);
  }
  await close();
  return topics;
}

async function joinWords(words: readonly string[], known: KnownTopics): Promise<string[]> {
  if (words.length < 2) return [...words];
  const all = words.join(' ');
  return (await known.isStory(all)) ? [all] : joinNames(words);
}

function joinNames(words: readonly string[]): string[] {
  const topics: string[] = [];
  let wasName = false;
  for (const word of words) {
    const isName = /^\p{Lu}/u.test(word);
    const last = topics.at(-1);
    if (isName && wasName && last !== undefined) topics[topics.length - 1] = `${last} ${word}`;
    else topics.push(word);
    wasName = isName;
  }
  return topics;
}
