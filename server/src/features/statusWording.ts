/** Why a document is checked or not, as a sentence that names what decides. */
import type { Say } from '../text/say.ts';
import { phrases } from '../text/say.ts';
import type { CheckDecision, CheckReason } from './readsLikeArticle.ts';

const REASONS: Readonly<Record<Exclude<CheckReason, 'reads-like-article'>, string>> = phrases({
  included: 'The setting attest.include names it.',
  excluded: 'The setting attest.exclude names it.',
  disabled: 'The setting attest.enable is off.',
  'profile-off': 'The setting attest.profile is “off”.',
  'too-large': 'It is larger than attest.maxFileSize, or has a line too long to be prose.',
  empty: 'There is no text to check yet.',
  'file-name': 'Its name says that it is no article; attest.include can name it.',
  'no-prose': 'It does not read like an article: too little of it is prose. attest.include can name it.',
});

export function wordDecision(say: Say, { reason, paragraphs }: CheckDecision): string {
  if (reason !== 'reads-like-article') return say(REASONS[reason]);
  return paragraphs === 1
    ? say('It reads like an article: 1 paragraph of prose.')
    : say('It reads like an article: {0} paragraphs of prose.', paragraphs);
}
