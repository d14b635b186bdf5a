/**
 * Lines of a page that are not article text: furniture, captions and picture credits, credit lines, bylines, dates.
 * Everything here looks at one whole passage, demands its full form, and prefers prose in doubt: a sentence taken for
 * furniture would be lost to every rule.
 */
import { MONTH_PATTERN, PICTURE_AGENCIES, WEEKDAY_PATTERN } from '../../language/en/agencies.ts';
import {
  FURNITURE_LABELS,
  FURNITURE_LINES,
  FURNITURE_OPENINGS,
  SHARE_BUTTONS,
} from '../../language/en/furniture.ts';
import type { Span } from '../../text/span.ts';
import { span } from '../../text/span.ts';
import type { BlockKind } from '../facts.ts';
import type { Reason } from '../reasons.ts';
import { reason } from '../reasons.ts';

/** Where a passage stands among the passages of its article: among the first or the last ones. */
export interface Position {
  readonly atTop: boolean;
  readonly atBottom: boolean;
}

export interface Recognised {
  readonly kind: BlockKind;
  readonly reason: Reason;
}

const LONGEST_FURNITURE = 240;
const LONGEST_CREDIT = 500;
/** Bylines and page dates stand above the text, joint credits below it. */
const TOP = 6;
const BOTTOM = 6;

/** The position of one of `count` passages. */
export function positionOf(index: number, count: number): Position {
  return { atTop: index < TOP, atBottom: index >= count - BOTTOM };
}

/** What a passage is, by its own words; undefined for text to read. Evidence spans count from the article's start. */
export function recogniseLine(text: string, passage: Span, position: Position): Recognised | undefined {
  const length = passage.end - passage.start;
  if (length > LONGEST_CREDIT) return undefined;
  const line = text.slice(passage.start, passage.end).replace(/\s+/g, ' ');
  const found =
    separator(line) ??
    markup(line) ??
    pageDate(line, position) ??
    (length <= LONGEST_FURNITURE ? furniture(line) : undefined) ??
    picture(line) ??
    credit(line, position) ??
    byline(line, position);
  if (!found) return undefined;
  const { kind, code, evidence = 0 } = found;
  // Evidence is always the beginning of the passage; blank space inside it may differ from `line`'s.
  const end = Math.min(passage.end, passage.start + evidence);
  return { kind, reason: evidence > 0 ? reason(code, span(passage.start, end)) : reason(code) };
}

interface Found {
  readonly kind: BlockKind;
  readonly code: string;
  /** Length of the words at the beginning that gave it away; 0 for none. */
  readonly evidence?: number;
}

function separator(line: string): Found | undefined {
  if (!/^[\s*_\-–—―=~•·#.+|<>/\\^]+$/.test(line)) return undefined;
  return /^\.*$/.test(line) ? undefined : { kind: 'furniture', code: 'separator' };
}

/** Style sheets, scripts and addresses that a scraper left in. */
function markup(line: string): Found | undefined {
  if (/^[{}[\]();,]+\.?$/.test(line)) return { kind: 'furniture', code: 'furniture-markup' };
  if (line.includes('{') && /^[.#@]?[\w\-.,:# ]{1,80}\{[^{}]{0,200}\}?$/.test(line))
    return { kind: 'furniture', code: 'furniture-markup' };
  if (/^[a-z-]{2,30} ?: ?[^\s;][^;]{0,80};$/.test(line))
    return { kind: 'furniture', code: 'furniture-markup' };
  if (/^(?:https?:\/\/\S+|www\.\S+|@\w{2,30}|[\w.+-]+@[\w-]+\.[\w.]+)[.,]?$/i.test(line)) {
    return { kind: 'furniture', code: 'furniture-link' };
  }
  return undefined;
}

const CLOCK = String.raw`\d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\.?)?`;
const DATE = String.raw`(?:\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?|${MONTH_PATTERN}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} ${MONTH_PATTERN}\.?,? \d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})`;
const STAMP = String.raw`(?:first |last )?(?:published|updated|posted|modified|date|dated|created)(?: on| at)?:?`;
const DATE_LINE = new RegExp(
  String.raw`^(?:(${STAMP}) )?(?:${CLOCK}(?: [A-Z]{2,4})?,? )?(?:${WEEKDAY_PATTERN}\.?,? )?${DATE}(?:[,|·•]? ?(?:at )?${CLOCK}(?: ?(?:[A-Z]{2,4}|[+-]\d{2}:?\d{2}))?)?(?: \(.{1,30}\))?\.?$`,
  'i',
);

function pageDate(line: string, { atTop }: Position): Found | undefined {
  const match = line.length <= 90 && /\d/.test(line) ? DATE_LINE.exec(line) : null;
  if (!match || (match[1] === undefined && !atTop)) return undefined;
  return { kind: 'front-matter', code: 'page-date', evidence: line.length };
}

const openingsByLetter = new Map<string, string[]>();
for (const phrase of FURNITURE_OPENINGS) {
  const letter = phrase.charAt(0);
  const known = openingsByLetter.get(letter);
  if (known) known.push(phrase);
  else openingsByLetter.set(letter, [phrase]);
}

/** Signs that a line reports something, whatever it begins with. */
const REPORTS = /["“”„«]|\b(?:said|says|told|according to|announced|reported)\b/i;

function furniture(line: string): Found | undefined {
  const lower = line.toLowerCase().replace(/[‘’]/g, "'");
  const bare = lower.replace(/^[\s>»›▶►→*_[(-]+|[\s.:…!<«‹»›▶►→*_\])-]+$/g, '');
  if (FURNITURE_LINES.has(bare))
    return { kind: 'furniture', code: 'furniture-phrase', evidence: line.length };
  if (isShareBar(bare)) return { kind: 'furniture', code: 'furniture-share-bar' };
  const label = /^[*_[(]*([a-z' ]{2,40}?)(?: ?[*_]*[:|»›→]|:[*_]+| [–—-]) ?\S/.exec(lower)?.[1];
  if (label !== undefined && FURNITURE_LABELS.has(label) && !/["“”]/.test(line)) {
    return { kind: 'furniture', code: 'furniture-phrase', evidence: label.length };
  }
  if (/^(?:on twitter,? )?follow (?:.{1,80} )?(?:on (?:twitter|facebook|instagram|x)\b|@\w+)/.test(lower)) {
    return { kind: 'furniture', code: 'furniture-phrase', evidence: 'follow'.length };
  }
  if (/^(?:on )?twitter(?: follow .{0,80}|:?) @\w+/.test(lower)) {
    return { kind: 'furniture', code: 'furniture-phrase', evidence: 'twitter'.length };
  }
  // the top of a press release
  if (/^[*_]*(?:(?:media|press) )?contacts?[*_]*:.*(?:@|\d{3})/.test(lower))
    return { kind: 'furniture', code: 'furniture-phrase', evidence: 'contact'.length };
  if (/^also on [a-z]+:?$/.test(lower))
    return { kind: 'furniture', code: 'furniture-phrase', evidence: line.length };
  if (/^(?:copyright )?(?:©|\(c\)) ?(?:copyright )?\d{4}\b/.test(lower)) {
    return { kind: 'furniture', code: 'furniture-phrase', evidence: lower.startsWith('copy') ? 9 : 1 };
  }
  const opening = openingsByLetter.get(lower.charAt(0))?.find((phrase) => lower.startsWith(phrase));
  if (opening === undefined || REPORTS.test(line)) return undefined;
  return { kind: 'furniture', code: 'furniture-phrase', evidence: opening.length };
}

/** A share bar begins with a button or a count of clicks. */
const MAY_BE_SHARE_BAR = new RegExp(
  String.raw`^(?:[\d.,k+()\s|/•·]|(?:${[...SHARE_BUTTONS].join('|')})(?:[\s|/,•·]|$))`,
);

function isShareBar(line: string): boolean {
  if (!MAY_BE_SHARE_BAR.test(line)) return false;
  const words = line.split(/[\s|/,•·]+/).filter((word) => !/^[\d.,k+()]*$/.test(word));
  return (
    words.length >= 2 &&
    words.every((word) => SHARE_BUTTONS.has(word)) &&
    words.some((word) => word.length > 4)
  );
}

const AGENCY = `(?:${PICTURE_AGENCIES.join('|')})`;
const COPYRIGHT_CREDIT = new RegExp(
  String.raw`^© ?(?:\d{4} )?(?:[\p{L}.&' ]{0,30}?\b${AGENCY}|\p{Lu}[\p{L}.&'’ -]{1,40})(?: ?[/|] ?\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)?)*`,
  'u',
);
const OWNER_LINE = new RegExp(
  String.raw`^\(?(?:\p{Lu}[\p{L}.'’-]*,? ){0,6}?(?:\p{Lu}[\p{L}.'’-]*)? ?(?:/|\||via|for) ?${AGENCY}(?:[/ ](?:\p{Lu}[\p{L}.]*))*\)?\.?$`,
  'u',
);
const CLOSING_CREDIT = new RegExp(
  String.raw`\((?:(?:Photo|Photograph|Image|Picture|Credit)s?(?: by|:| courtesy)[^()]{2,80}|[^()]{0,60}\b(?:AP Photo|Getty Images|${AGENCY} ?/)[^()]{0,60}|[^()]{2,60} ?(?:/|via) ?${AGENCY}[^()]{0,20})\)\.?$`,
  'u',
);
const CREDIT_LABEL =
  /^\(?(?:(?:photo|photograph|image|picture|illustration|graphic|video|drone photo|file photo|cover photo|feature photo)s?(?: credit| courtesy)?(?: by (?=[A-Z])| ?: ?(?=\S)| courtesy (?=of ))|credits? ?: ?(?=\S))/i;
const FILE_PICTURE = /^FILE(?: PHOTO)?(?: ?[-–—:]|,? (?:In|This)\b)/;

function picture(line: string): Found | undefined {
  const copyright = COPYRIGHT_CREDIT.exec(line);
  if (copyright) {
    const rest = line.slice(copyright[0].length).trim();
    const evidence = copyright[0].length;
    if (rest.split(' ').length < 3) return { kind: 'credit', code: 'credit-picture', evidence: line.length };
    if (/[.!?]["”’)]*$/.test(rest)) return { kind: 'caption', code: 'caption-credit', evidence };
    return { kind: 'furniture', code: 'furniture-picture-link', evidence };
  }
  if (line.length <= 90 && /[/|]| via | for /.test(line) && OWNER_LINE.test(line)) {
    return { kind: 'credit', code: 'credit-picture', evidence: line.length };
  }
  const label = CREDIT_LABEL.exec(line);
  if (label && line.length <= 120 && namesOnly(line.slice(label[0].length))) {
    return { kind: 'credit', code: 'credit-picture', evidence: line.length };
  }
  const file = FILE_PICTURE.exec(line);
  if (file) return { kind: 'caption', code: 'caption-credit', evidence: file[0].length };
  if (/\)\.?$/.test(line) && CLOSING_CREDIT.test(line))
    return { kind: 'caption', code: 'caption-credit', evidence: line.length };
  return undefined;
}

const WORK =
  /^[(*_–—\s-]*(?:(?:additional|with|other) )*(?:reporting|writing|editing|compiled|translated|edited|written|reported|photography|research|graphics?|data analysis)(?:,? (?:and )?(?:reporting|writing|editing|research|photography|graphics?))* by /i;
const CONTRIBUTED =
  /^[(*_–—\s-]*(?:with )?([^.!?:;]{3,200}?(?:\b[A-Z]\.[^.!?:;]{1,100}?){0,3}) (?:also )?contributed(?: (?:reporting|research|to this (?:report|story|article|post|column)|to the (?:report|story)|from [A-Z])|[.)*_]*$)/;
const REPORTED_FROM =
  /^[(*_–—\s-]*([A-Z][^!?:;]{2,100}?) reported from [A-Z][\p{L} .,'’-]+(?:(?:;|,? and) [A-Z][\p{L} .,'’-]+)*[.)*_]*$/u;

function credit(line: string, { atBottom }: Position): Found | undefined {
  const found = (evidence: number): Found => ({ kind: 'credit', code: 'credit-contribution', evidence });
  const work = WORK.exec(line);
  if (work && namesOnly(line.slice(work[0].length).replace(WORK_WORDS, '')))
    return found(work[0].trimEnd().length);
  if (/^[(*_–—\s-]*contribut(?:ing|ors?|ed by)(?: reporters?| writers?)?: ?[A-Z]/i.test(line)) {
    if (namesOnly(line.slice(line.indexOf(':') + 1))) return found(line.indexOf(':'));
  }
  const contributors = line.includes(' contributed') ? CONTRIBUTED.exec(line)?.[1] : undefined;
  if (contributors !== undefined && namesOnly(contributors)) return found(line.length);
  const mayReport = atBottom && line.includes(' reported from ');
  const reporters = mayReport ? REPORTED_FROM.exec(line)?.[1] : undefined;
  if (reporters !== undefined && namesOnly(reporters)) return found(line.length);
  return undefined;
}

const WORK_WORDS = /\b(?:additional|reporting|writing|editing|compiled|translated|research|by)\b/gi;

function byline(line: string, { atTop }: Position): Found | undefined {
  if (!atTop || line.length > 120) return undefined;
  const by = /^[*_]*by:? +(?=\S)/i.exec(line)?.[0];
  if (by === undefined) return undefined;
  const names = line.slice(by.length).replace(/[*_]+$/, '');
  // "By Monday" and "By 2026" open sentences.
  if (/^\d/.test(names) || new RegExp(`^(?:${WEEKDAY_PATTERN}|${MONTH_PATTERN})\\b`).test(names))
    return undefined;
  return namesOnly(names) && /\p{Lu}/u.test(names[0]!)
    ? { kind: 'byline', code: 'byline', evidence: by.trimEnd().length }
    : undefined;
}

/** The small words that stand between names, offices and papers. */
const CONNECTORS = new Set(
  (
    "/ and & in of the at for from with to by via | - – — 's ’s also staff writer writers reporter reporters correspondent correspondents editor " +
    'editors contributor contributors bureau chief special political national senior freelance photographer photographers ' +
    'columnist columnists intern interns producer producers press news service de la van von der den al el bin da di du le'
  ).split(' '),
);

/** Whether a text consists of names, offices and the small words between them. */
function namesOnly(text: string): boolean {
  const words = text
    .replace(/[()*_]/g, ' ')
    .split(/[\s,;]+/)
    .map((word) => word.replace(/[.:]+$/, ''))
    .filter(Boolean);
  return (
    words.length > 0 &&
    words.some((word) => /^\p{Lu}/u.test(word)) &&
    words.every((word) => /^[\p{Lu}@]/u.test(word) || CONNECTORS.has(word.toLowerCase()))
  );
}
