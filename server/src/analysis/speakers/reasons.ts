/** How each way of resolving a source is put into words; `{0}` is the mention, `{1}` what it was resolved by. */
import { phrases } from '../../text/say.ts';

export const SPEAKER_REASONS: Readonly<Record<string, string>> = phrases({
  'speaker-named': '{0} is the full form of the name',
  'speaker-short-name': '{0} is short for {1}',
  'speaker-short-name-ambiguous': '{0} is taken for {1}, the last one named of several by this name',
  'speaker-apposition': '{0} is named beside it: {1}',
  'speaker-pronoun': '{0} stands for {1}, the last one named or quoted whom it fits',
  'speaker-relative': '{0} stands for {1}, just before it',
  'speaker-own-words': '{0} is said inside a quotation of {1}',
  'speaker-role': '{0} is {1}, to whom the article gives this role',
  'speaker-role-later': '{0} is {1}, who is given this role further down',
  'speaker-described-again': '{0} is another word for {1}, of whom the sentence before speaks',
  'speaker-one-of-two': '{0} stands for {1}, one of the two just named',
  'speaker-organisation': '{0} stands for {1}',
  'speaker-statement': '{0} is {1} speaking',
  'speaker-unnamed-again': '{0} is the one introduced as {1}, who has no name in the article',
  'speaker-author': '{0} is the author, {1}',
  'speaker-interview': '{0} is {1}, as the lines before the interview say',
  'speaker-document': '{0} is a document',
  'speaker-group': '{0} means several people or bodies',
  'speaker-unnamed': '{0} is not named in the article',
  'speaker-ambiguous': '{0} could mean {1} or {2}',
  'speaker-unknown': 'the article does not say whom {0} means',
});
