/** Why a document is checked or not, as a sentence that names what decides. */
import type { CheckDecision, CheckReason } from './readsLikeArticle.ts';

const REASONS: Readonly<Record<CheckReason, string>> = {
  'reads-like-article': 'It reads like an article.',
  included: 'The setting attest.include names it.',
  excluded: 'The setting attest.exclude names it.',
  disabled: 'The setting attest.enable is off.',
  'profile-off': 'The setting attest.profile is “off”.',
  'too-large': 'It is larger than attest.maxFileSize, or has a line too long to be prose.',
  empty: 'There is no text to check yet.',
  'file-name': 'Its name says that it is no article; attest.include can name it.',
  'no-prose': 'It does not read like an article: too little of it is prose. attest.include can name it.',
};

export function wordDecision({ reason, paragraphs }: CheckDecision): string {
  if (reason !== 'reads-like-article') return REASONS[reason];
  return `It reads like an article: ${paragraphs} ${paragraphs === 1 ? 'paragraph' : 'paragraphs'} of prose.`;
}
