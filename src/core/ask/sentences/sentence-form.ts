/** What a sentence is like, whatever it speaks of: whether it holds the kind of thing that is asked for, and leans on another. */
import { type Features, flag } from '../models/linear.ts';
import type { AnswerKind } from '../question/question.ts';
import type { SentenceView } from './sentence-view.ts';

const NUMBER =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|billions?|half|percent)\b/i;
const REASON =
  /\b(?:because|since|due to|as a result|so that|in order to|caused|led to|reason|owing to|thanks to|therefore)\b/i;
const MANNER = /\b(?:by \w+ing|through|using|via|process|steps?|method|with the help)\b/i;
const LEANS = /^["“'‘(]?(?:it|its|he|his|she|her|they|their|this|these|those|that|such|both)\b/i;
const JOINS =
  /^["“'‘(]?(?:however|also|in addition|moreover|furthermore|additionally|for example|for instance|thus|therefore|but|and|then|later|finally)\b/i;
const LIST = /:\s*$|^\s*[-*•\d]+[.)\s]/;
const LINK = /(?:https?:|www\.|@|©|\|)/;

function holdsKind({ text, names, dates }: SentenceView, kind: AnswerKind): boolean {
  switch (kind) {
    case 'person':
    case 'place':
    case 'organisation':
      return names.some((name) => name.kind === kind);
    case 'date':
      return dates.length > 0 || /\d/.test(text);
    case 'number':
      return NUMBER.test(text);
    case 'reason':
      return REASON.test(text);
    case 'manner':
      return MANNER.test(text);
    case 'quote':
      return /["“]/.test(text);
    default:
      return false;
  }
}

/** The same signs in the same order for each sentence of a question: objects of one shape are read several times as fast. */
export function readForm(view: SentenceView, kind: AnswerKind): Features {
  const { text } = view;
  const held = flag(holdsKind(view, kind));
  const words = text.split(/\s+/).length;
  return {
    holdsKind: held,
    [`holds:${kind}`]: held,
    leans: flag(LEANS.test(text)),
    joins: flag(JOINS.test(text)),
    asks: flag(text.endsWith('?')),
    quotes: flag(/["“]/.test(text)),
    digits: flag(/\d/.test(text)),
    list: flag(LIST.test(text) || (text.match(/,/g)?.length ?? 0) >= 4),
    link: flag(LINK.test(text)),
    whole: flag(/[.!?]["”'’)]*\s*$/.test(text)),
    short: flag(words < 8),
    long: flag(words > 40),
  };
}
