/** How each inferred attribution is put into words; `{0}` is the passage it was inferred from. */
import { phrases } from '../../text/say.ts';

export const CONTINUATION_REASONS: Readonly<Record<string, string>> = phrases({
  'carried-over': 'inferred: no cue here, and {0} spoke last',
  'carried-over-alternating': 'inferred: two people speak in turns, and it is the turn of {0}',
  'carried-over-addressed': 'inferred: {0} was spoken to just before',
  'led-in': 'led in by {0}',
  'carried-over-beat': 'inferred: the sentence beside it is about {0}',
  signed: 'signed by {0}',
  'interview-answer': 'answers a question in bold, in an interview with {0}',
  'turn-label': 'the turn is labelled {0}',
});
