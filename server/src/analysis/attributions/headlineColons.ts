/**
 * Headlines that name their source before a colon, by rule: `Mayor: Plan will cost each home £45` · `Poll: Most want the
 * ferry back`. Only nouns for people, bodies and documents count, because a colon stands behind labels, too
 * (`The Latest: …`); before a quotation any name does.
 */
import { DOCUMENT_NOUNS, GROUP_NOUNS, ORGANISATION_NOUNS } from '../../language/en/organisationWords.ts';
import { singularRole } from '../../language/en/roles.ts';
import type { BlockText } from '../blockFacts.ts';
import { Mark, Pos, QuoteState, type BlockView } from './blockView.ts';
import { NOUN_PHRASE } from './phrases.ts';
import type { Report } from './report.ts';

/** Words before the colon at most, and behind it at least. */
const LONGEST_SOURCE = 5;
const SHORTEST_CONTENT = 3;
const LONGEST_HEADLINE = 24;
/** `Editor's note: …` is the paper's own. */
export const LABELS: ReadonlySet<string> = new Set([
  'note',
  'notes',
  'daily',
  'update',
  'notice',
  'correction',
  'summary',
  'transcript',
  'interview',
  'video',
  'exclusive',
  'analysis',
  'opinion',
  'explainer',
]);

/** The source before the colon of a one-line block without a full stop, at tokens that `taken` leaves free. */
export function findHeadlineColon(
  { tokens, kind }: BlockText,
  v: BlockView,
  taken: Uint8Array,
): Report | null {
  const isLine = kind === 'headline' || kind === 'heading' || kind === 'paragraph';
  if (
    !isLine ||
    (kind === 'paragraph' && v.mark[v.length - 1] !== Mark.none && v.quotation[v.length - 1]! < 0)
  ) {
    return null;
  }
  const colon = v.mark.subarray(0, LONGEST_SOURCE + 1).indexOf(Mark.colon);
  const last = v.mark[v.length - 1] === Mark.stop ? v.length - 2 : v.length - 1;
  if (v.length > LONGEST_HEADLINE || LABELS.has(tokens[colon - 1]?.lower ?? '')) return null;
  if (colon < 1 || last - colon < SHORTEST_CONTENT || v.sentence[last] !== v.sentence[0]) return null;
  if (taken.subarray(0, colon + 2).some((use) => use !== 0)) return null;
  for (let i = 0; i < colon; i++) if (!NOUN_PHRASE.has(v.pos[i]!)) return null;
  const { lower } = tokens[colon - 1]!;
  const speaks =
    singularRole(lower) !== undefined ||
    DOCUMENT_NOUNS.has(lower) ||
    GROUP_NOUNS.has(lower) ||
    ORGANISATION_NOUNS.has(lower);
  const isQuoted = v.quote[colon + 1] === QuoteState.openingMark && v.pos[colon - 1] === Pos.properNoun;
  if (!speaks && !isQuoted) return null;
  return {
    cue: { first: colon, last: colon },
    source: [{ first: 0, last: colon - 1 }],
    content: [{ first: colon + 1, last }],
  };
}
