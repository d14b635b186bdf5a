/** Lines in which capitals show no names. */
import type { BlockText } from '../../blockFacts.ts';
import { beginsWithLetter, hasCapital } from '../wordForms.ts';

/** Most of the longer words of a headline, or of a line that is no sentence, are capitalised. */
export function isTitleCase({ kind, text, tokens }: BlockText): boolean {
  if (kind !== 'headline' && kind !== 'heading' && /[.!?:;,][”"’']?\s*$/.test(text)) return false;
  let long = 0;
  let capital = 0;
  for (const token of tokens) {
    if (token.text.length < 4 || !beginsWithLetter(token)) continue;
    long++;
    if (hasCapital(token)) capital++;
  }
  return long >= 3 && capital / long > 0.7;
}
