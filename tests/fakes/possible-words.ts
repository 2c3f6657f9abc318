import type { Article } from '../../src/core/article.ts';
import { rankSentences } from '../../src/core/ask/evidence.ts';
import { readSpans } from '../../src/core/ask/find-spans.ts';
import { isPossible } from '../../src/core/ask/kinds.ts';
import { openLexicon } from '../../src/core/ask/lexicon/lexicon.ts';
import { createMatcher } from '../../src/core/ask/likeness.ts';
import { parseAsked } from '../../src/core/ask/question.ts';
import { viewSentences } from '../../src/core/ask/sentence-view.ts';
import { openTagger } from '../../src/core/ask/tagging.ts';
import { readArticle } from './read-article.ts';

const [tagger, lexicon] = [await openTagger(), await openLexicon()];

/** All words of a text that could answer a question, whatever speaks for them. */
export function possible(question: string, text: string, given: Partial<Article> = {}): string[] {
  const asked = parseAsked(question, tagger.tag(question));
  const matcher = createMatcher(asked, lexicon);
  const views = viewSentences([readArticle({ id: 'a', text, ...given })]);
  const ranked = rankSentences(asked, views, matcher, { soft: 1 });
  const spans = readSpans(asked, ranked, tagger, matcher).map((span) => ({ ...span, score: 0 }));
  return spans.filter((span) => isPossible(asked, span)).map((span) => span.text);
}
