/** Wordings of the reasons that attributions carry: `{0}` is the cue, `{1}` the source, `{2}` the content. */
import { phrases } from '../../text/say.ts';

export const ATTRIBUTION_REASONS: Readonly<Record<string, string>> = phrases({
  'attribution-cue-source': 'reported by {0}, source {1}',
  'attribution-cue': 'reported by {0}, without a source',
  'attribution-rule-source': 'the form of the sentence: {0} reports it, source {1}',
  'attribution-rule': 'the form of the sentence: {0} reports it, without a source',
});
