/** Questions inside a conversation: what a follow-up refers to, and whether a message is for the bot at all. */
import type { Turn } from './types.ts';

const PRONOUN = /\b(?:it|they|them|their|its|he|she|him|his|her|this|that|these|those|there)\b/i;

/** The question with what it refers to put in; unchanged where it already stands alone. */
export function buildStandalone(question: string, history: readonly Turn[]): string {
  const asked = question.trim();
  const last = history.findLast((turn) => turn.question.trim() !== '');
  if (last === undefined || !PRONOUN.test(asked)) return asked;
  const names = last.question.match(/(?<=\S\s)\p{Lu}[\p{L}\p{N}]*(?:\s\p{Lu}[\p{L}\p{N}]*)*/gu);
  const name = names?.at(-1);
  return name === undefined ? asked : asked.replace(/\b(?:it|they|them|he|she|him)\b/i, name);
}

const ASKS =
  /^(?:and\s|so\s|but\s|ok(?:ay)?,?\s)?(?:who|whom|whose|what|when|where|which|why|how|is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|tell|show|give|explain|summari[sz]e|compare|list)\b/i;

/** Whether words in a thread ask the bot something; talk among people, thanks and small talk do not. */
export function isForBot(words: string, _history: readonly Turn[]): boolean {
  const text = words.trim();
  if (text === '' || /<?@\w/.test(text)) return false;
  return ASKS.test(text) || (text.endsWith('?') && text.split(/\s+/).length > 1);
}
