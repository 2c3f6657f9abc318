import type { Article } from '../../src/core/article.ts';
import { createMatcher } from '../../src/core/ask/question/likeness.ts';
import { parseAsked } from '../../src/core/ask/question/question.ts';
import { rankSentences } from '../../src/core/ask/sentences/evidence.ts';
import { viewSentences } from '../../src/core/ask/sentences/sentence-view.ts';
import { readSpans } from '../../src/core/ask/spans/find-spans.ts';
import { isPossible } from '../../src/core/ask/spans/kinds.ts';
import { openLexicon } from '../../src/core/ask/words/lexicon/lexicon.ts';
import { openTagger } from '../../src/core/ask/words/tagging.ts';
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
