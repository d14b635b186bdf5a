/**
 * Headlines that name their source at the end, by rule: `Mayor knew of cracks, leaked emails show` · `Ferry was too full,
 * says coast guard` · `Ferry carried 187: police`.
 *
 * The source of a whole headline is looked for before the taggers read it: headlines leave out what they go by, and they
 * take `knew of` for the report.
 */
import { EVIDENCE_NOUNS, EVIDENCE_VERBS } from '../../language/en/evidenceNouns.ts';
import { DOCUMENT_NOUNS, GROUP_NOUNS, ORGANISATION_NOUNS } from '../../language/en/organisationWords.ts';
import { CUE_CLASSES_BY_LEMMA, REPORT_CLASSES } from '../../language/en/reportingCues.ts';
import { singularRole } from '../../language/en/roles.ts';
import type { BlockText } from '../blockFacts.ts';
import type { Token } from '../tokens.ts';
import { Mark, Pos, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import type { Report } from './report.ts';

/** Words of the source at most, and of what it says at least. */
const LONGEST_SOURCE = 6;
const SHORTEST_CONTENT = 3;
const LONGEST_HEADLINE = 30;

/** The report that a headline is as a whole, when its last words say whose it is. */
export function findHeadlineClause({ tokens, kind }: BlockText, v: BlockView): Report | null {
  if ((kind !== 'headline' && kind !== 'heading') || v.length > LONGEST_HEADLINE) return null;
  const end = v.mark[v.length - 1] === Mark.stop ? v.length - 2 : v.length - 1;
  for (let at = end - 1; at >= SHORTEST_CONTENT && end - at <= LONGEST_SOURCE + 1; at--) {
    const mark = v.mark[at]!;
    if (mark === Mark.none) continue;
    const last = { first: at + 1, last: end };
    if (v.sentence[at] !== v.sentence[0] || holdsMore(v, last)) return null;
    const closing = mark === Mark.comma ? readClause(tokens, last) : readLabel(tokens, at, last);
    return closing && { ...closing, content: [{ first: 0, last: at - 1 }] };
  }
  return null;
}

/** Quoted words and figures are no part of who says something. */
function holdsMore(v: BlockView, { first, last }: Stretch): boolean {
  for (let i = first; i <= last; i++) if (v.quotation[i]! >= 0 || v.pos[i] === Pos.numeral) return true;
  return false;
}

type Closing = Pick<Report, 'cue' | 'source'>;

/** `: police`, ` – harbour report`: the mark is the cue. */
function readLabel(tokens: readonly Token[], at: number, words: Stretch): Closing | null {
  const { first, last } = words;
  const isShort = last - first < 2 || (last - first === 2 && tokens.slice(first, last).every(isSmall));
  const isApart = tokens[at]!.text === ':' || tokens[at - 1]!.end < tokens[at]!.start;
  return isShort && isApart && LABELLING.test(tokens[at]!.text) && speaks(tokens[last]!.lower)
    ? { cue: { first: at, last: at }, source: [words] }
    : null;
}

const LABELLING = /^(?::|-|--|–|—)$/;

function isSmall({ text, lower }: Token): boolean {
  return text === lower;
}

/** `, emails show`, `, says council leader`. */
function readClause(tokens: readonly Token[], { first, last }: Stretch): Closing | null {
  if (last === first) return null;
  const verb = tokens[last]!;
  if (FINITE.test(verb.lower) && canSay(verb, tokens[last - 1]!.lower))
    return { cue: { first: last, last }, source: [{ first, last: last - 1 }] };
  const inverted = tokens[first]!;
  return reports(inverted) && inverted.lower.endsWith('s')
    ? { cue: { first, last: first }, source: [{ first: first + 1, last }] }
    : null;
}

const FINITE = /s$|^(?:say|show|find|warn)$/;

function canSay(token: Token, subject: string): boolean {
  return reports(token) || (EVIDENCE_VERBS.has(token.lower) && EVIDENCE_NOUNS.has(subject));
}

/** In headlines the tagger of parts of speech takes `says` for a noun: the lemma may be the word itself. */
function reports({ lower, lemma }: Token): boolean {
  const classes = CUE_CLASSES_BY_LEMMA.get(lemma) ?? CUE_CLASSES_BY_LEMMA.get(lower.replace(/s$/, ''));
  return classes?.some((name) => REPORT_CLASSES.has(name)) ?? false;
}

function speaks(noun: string): boolean {
  return (
    singularRole(noun) !== undefined ||
    DOCUMENT_NOUNS.has(noun) ||
    EVIDENCE_NOUNS.has(noun) ||
    GROUP_NOUNS.has(noun) ||
    ORGANISATION_NOUNS.has(noun)
  );
}
