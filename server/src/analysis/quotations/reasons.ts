/** Why a stretch is a quotation, and of which kind, as phrases for `wordReason`. Evidence 0 is the opening mark. */
import { phrases } from '../../text/say.ts';

export const QUOTATION_REASONS: Readonly<Record<string, string>> = phrases({
  'quotation-utterance': 'a full utterance in quotation marks',
  'quotation-clause': 'a whole clause in quotation marks',
  'quotation-resumed': 'an utterance that goes on after an interruption',
  'quotation-words': 'a few quoted words inside the writer’s sentence',
  'quotation-block': 'a quoted paragraph',
  'quotation-nickname': 'a nickname inside a name',
  'quotation-title': 'the title of a work',
  'quotation-term': 'a term, named rather than said',
  'quotation-unclosed': 'opened by {0} and not closed in its paragraph',
  'quotation-unopened': 'closed by {0} without an opening mark',
});
