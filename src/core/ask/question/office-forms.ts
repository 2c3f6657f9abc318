/** "The CEO" and "the chief executive officer": an office is asked for as the articles call it. */
import type { ReadArticle } from '../../article.ts';

/** What one office is called, each as a pattern and as it is written in a question. */
const FORMS: readonly (readonly (readonly [pattern: string, written: string])[])[] = [
  [
    ['CEO', 'ceo'],
    ['chief executive officer', 'chief executive officer'],
    ['chief executive(?! officer)', 'chief executive'],
  ],
  [
    ['CFO', 'cfo'],
    ['chief financial officer', 'chief financial officer'],
    ['finance (?:director|chief)', 'finance director'],
  ],
  [
    ['COO', 'coo'],
    ['chief operating officer', 'chief operating officer'],
  ],
  [
    ['CTO', 'cto'],
    ['chief technology officer', 'chief technology officer'],
  ],
  [
    ['(?<=\\bthe )PM', 'pm'],
    ['prime minister', 'prime minister'],
  ],
];

const whole = (pattern: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\d])${pattern}(?![\p{L}\d])`, 'iu');

/** The question with each office as the articles call it, in small letters: in capitals it would look like somebody's name. */
export function inTheirForm(question: string, articles: readonly ReadArticle[]): string {
  let asked = question;
  for (const forms of FORMS) {
    const own = forms.find(([pattern]) => whole(pattern).test(asked));
    if (own === undefined) continue;
    const isSaid = ([pattern]: readonly [string, string]): boolean =>
      articles.some(({ text }) => whole(pattern).test(text));
    const [, written] = isSaid(own) ? own : (forms.find(isSaid) ?? own);
    asked = asked.replace(whole(own[0]), written);
  }
  return asked;
}
