/**
 * Datelines at the beginning of a paragraph: `HEMPSTEAD, N.Y., Sept. 26 (UPI) —`, `Washington(CNN)`,
 * `LONDON (Reuters) - `, `PARIS — `. A place alone must stand in capitals and before a dash, or before a colon where the
 * article begins; a place in small letters needs an agency or a date.
 */
import { MONTH_PATTERN, NEWS_AGENCIES, NOT_A_PLACE, WEEKDAY_PATTERN } from '../../language/en/agencies.ts';
import { NOT_SPEAKERS } from '../../language/en/transcripts.ts';
import type { Span } from '../../text/span.ts';
import { span } from '../../text/span.ts';
import type { Reason } from '../reasons.ts';
import { reason } from '../reasons.ts';

/** Datelines are shorter than this. */
const LONGEST = 120;
/** A dateline opens a paragraph; without one behind it, it is something else. */
const SHORTEST_REST = 15;

const CAPITALS = String.raw`\p{Lu}[\p{Lu}\p{M}.'’-]+(?:[ /]\p{Lu}[\p{Lu}\p{M}.'’-]*){0,4}`;
const WORDS = String.raw`\p{Lu}[\p{L}\p{M}.'’-]+(?: (?:\p{Lu}|de|del|la|al|el|of|am|sur|upon)[\p{L}\p{M}.'’-]*){0,4}`;
const REGION = String.raw`(?:, (?!${MONTH_PATTERN}\b)(?:(?:\p{Lu}\.){2,3}|\p{Lu}[\p{Ll}\p{M}]+\.?(?: \p{Lu}[\p{Ll}\p{M}]+\.?){0,2}|UK|US|USA|UAE))`;
/** Behind a comma, or a dash as press releases set it: `FRESNO, Calif. – May 6 –`. */
const DATE = String.raw`(?:(?:,?| (?:[—–]|--?)) (?:${WEEKDAY_PATTERN}\.?,? )?(?:${MONTH_PATTERN}\.? \d{1,2}|\d{1,2} ${MONTH_PATTERN}\.?)(?:,? \d{4})?)`;
const AGENCY = String.raw`(?: ?\(([\p{L}][\p{L}. /-]{1,40})\)| ?/([\p{L}][\p{L} -]{1,40})/)`;
const DASH = String.raw`[ \t]*(?:[—–―]|--?-?)(?=[ \t]|[—–―]|["“‘'\p{Lu}])[ \t]*`;

const AGENCY_DATELINE = new RegExp(
  String.raw`^[*_]{0,3}(${WORDS})((?:${REGION}){0,2}${DATE}?),?${AGENCY}[*_]{0,3}(?:${DASH}|:?[ \t]*)`,
  'u',
);
const DATED_DATELINE = new RegExp(
  String.raw`^[*_]{0,3}(${WORDS})((?:${REGION}){0,2}${DATE})[*_]{0,3}(?:${DASH})`,
  'u',
);
const PLACE_DATELINE = new RegExp(
  String.raw`^[*_]{0,3}(${CAPITALS})((?:${REGION}){0,2})[*_]{0,3}(${DASH})`,
  'u',
);
/** `NEW TARN: The council …`, as papers of South and Southeast Asia set it. */
const COLON_DATELINE = new RegExp(
  String.raw`^[*_]{0,3}(${CAPITALS})((?:${REGION}){0,2}${DATE}?)[*_]{0,3}:[ \t]+(?=\p{Lu}|["“‘])`,
  'u',
);
const BARE_AGENCY = new RegExp(String.raw`^\(([\p{L}][\p{L}. -]{1,40})\)(${DASH})`, 'u');
/** Every dateline has brackets, slashes, a dash or a colon within reach; most paragraphs stop here. */
const MAY_BE_DATELINE = /[(/:—–―-]/;
const CALL_SIGN = /^[WK][A-Z]{2,3}(?:[ -](?:TV|FM|AM|DT|\d{1,2}))?$/;

export interface Dateline {
  /** From the place to the dash. */
  readonly span: Span;
  /** Where the paragraph behind it begins. */
  readonly rest: number;
  readonly reason: Reason;
}

/**
 * The dateline that opens a passage; undefined for none.
 * @param opensArticle whether no paragraph stands before; an unknown paper in brackets is believed only there
 */
export function findDateline(text: string, passage: Span, opensArticle: boolean): Dateline | undefined {
  const opening = text
    .slice(passage.start, Math.min(passage.end, passage.start + LONGEST))
    .replace(/[\r\n\t\u00a0]/g, ' ');
  if (!MAY_BE_DATELINE.test(opening)) return undefined;
  const found =
    byAgency(opening, opensArticle) ??
    byDate(opening) ??
    byPlace(opening) ??
    (opensArticle && passage.end - passage.start > LONGEST ? byColon(opening) : undefined);
  if (!found) return undefined;
  const rest = passage.start + found.length;
  if (passage.end - rest < SHORTEST_REST || !/["“‘'«[(\p{Lu}\d$£€]/u.test(text[rest]!)) return undefined;
  const end = passage.start + opening.slice(0, found.length).trimEnd().length;
  const evidence = found.evidence
    ? [span(passage.start + found.evidence.start, passage.start + found.evidence.end)]
    : [];
  return { span: span(passage.start, end), rest, reason: reason(found.code, ...evidence) };
}

interface Match {
  readonly length: number;
  readonly code: string;
  readonly evidence?: Span;
}

function byAgency(opening: string, opensArticle: boolean): Match | undefined {
  if (!/[(/]/.test(opening)) return undefined;
  const match = AGENCY_DATELINE.exec(opening);
  if (match) {
    const [whole, place, , round, slashed] = match;
    const agency = (round ?? slashed)!;
    const dashed = /[—–―-]\s*$/.test(whole);
    const believed = dashed && (opensArticle ? /^\p{Lu}[\p{L}. ]{3,}$/u.test(agency) : false);
    const inCapitals = dashed && place === place!.toUpperCase();
    const known = NEWS_AGENCIES.has(agency.toLowerCase()) || CALL_SIGN.test(agency);
    if (isPlace(place!) && (known || inCapitals || believed))
      return matched(whole, 'dateline-agency', agency);
  }
  const bare = BARE_AGENCY.exec(opening);
  if (bare && NEWS_AGENCIES.has(bare[1]!.toLowerCase())) return matched(bare[0], 'dateline-agency', bare[1]!);
  return undefined;
}

function byDate(opening: string): Match | undefined {
  const match = /\d/.test(opening) ? DATED_DATELINE.exec(opening) : null;
  return match && isPlace(match[1]!)
    ? matched(match[0], 'dateline-date', match[2]!.replace(/^[, ]+/, ''))
    : undefined;
}

function byPlace(opening: string): Match | undefined {
  const match = PLACE_DATELINE.exec(opening);
  if (!match || !isPlace(match[1]!)) return undefined;
  const [whole, place, region, dash] = match;
  // Without blank space at the dash, `FAREWELL—To …` is a kicker; many words in capitals are a heading.
  const spaced = /[ 	]/.test(dash!);
  const short = place!.split(' ').length <= (region ? 5 : 3);
  return spaced && short ? { length: whole.length, code: 'dateline-place' } : undefined;
}

function byColon(opening: string): Match | undefined {
  const match = COLON_DATELINE.exec(opening);
  const isLabel = match !== null && NOT_SPEAKERS.has(match[1]!.toLowerCase());
  if (match === null || isLabel || !isPlace(match[1]!) || match[1]!.split(' ').length > 3) return undefined;
  return { length: match[0].length, code: 'dateline-place' };
}

function isPlace(name: string): boolean {
  return (
    name.length >= 3 &&
    name.split(/[ /]/).every((word) => !NOT_A_PLACE.has(word.toUpperCase().replace(/\.$/, '')))
  );
}

function matched(whole: string, code: string, evidence: string): Match {
  const start = whole.lastIndexOf(evidence);
  return { length: whole.length, code, evidence: span(start, start + evidence.length) };
}
