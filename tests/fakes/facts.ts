/** Readers of facts (core/ask/facts), asked of texts that a test states. */
import type { ReadArticle } from '../../src/core/article.ts';
import { type FactReader, type FactsAsked, saidBy } from '../../src/core/ask/facts/fact.ts';
import { createMatcher } from '../../src/core/ask/question/likeness.ts';
import { parseAsked } from '../../src/core/ask/question/question.ts';
import { rankSentences } from '../../src/core/ask/sentences/evidence.ts';
import { viewSentences } from '../../src/core/ask/sentences/sentence-view.ts';
import { openLexicon } from '../../src/core/ask/words/lexicon/lexicon.ts';
import { openTagger, rememberTags } from '../../src/core/ask/words/tagging.ts';
import { readArticle } from './read-article.ts';

const [opened, lexicon] = await Promise.all([openTagger(), openLexicon()]);

/** What a reader of facts is given for a question: the sentences by how much they have of it. */
export function factsAsked(text: string, articles: readonly ReadArticle[]): FactsAsked {
  const tagger = rememberTags(opened);
  const question = parseAsked(text, tagger.tag(text));
  const ranked = rankSentences(question, viewSentences(articles), createMatcher(question, lexicon), {
    soft: 1,
  });
  return { question, articles, ranked, tagger, lexicon };
}

/** What a reader finds in texts, each one article. */
export function readFacts(read: FactReader, question: string, ...texts: readonly string[]): string[] {
  const articles = texts.map((text, at) => readArticle({ id: String(at), text }));
  return read(factsAsked(question, articles)).map(saidBy);
}
