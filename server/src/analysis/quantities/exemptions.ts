/**
 * Which numbers state no checkable figure, each with the id it can be turned off by: dates, names, ages, scores, small
 * counts. What the whole article decides (headline, quoted, observed, arithmetic) is left to the claims stage.
 */
import {
  BEFORE_OLD_YEAR,
  BEFORE_YEAR,
  CLOCK_WORDS,
  MONTHS,
  TIME_ZONES,
  WEEKDAYS,
} from '../../language/en/calendar.ts';
import { CASUALTY_NOUNS, LOGISTICS_WORDS, STATISTICAL_NOUNS } from '../../language/en/countedNouns.ts';
import { KNOWN_FACTS } from '../../language/en/knownFacts.ts';
import { INDEX_NAMES, LABELS_BEFORE, STREETS } from '../../language/en/numberLabels.ts';
import type { BlockKind, Exemption } from '../facts.ts';
import { isCasualty } from './casualties.ts';
import type { Draft } from './drafts.ts';
import type { Piece } from './pieces.ts';

export interface SentenceContext {
  readonly pieces: readonly Piece[];
  readonly kind: BlockKind;
  /** The first sentence of its block. */
  readonly opensBlock: boolean;
}

interface Exempted {
  readonly exempt: Exemption;
  /** Index of the piece that shows it. */
  readonly evidence?: number;
}

type Check = (context: SentenceContext, draft: Draft) => Exempted | Exemption | false;

/** The first exemption that holds for the draft, most certain first; undefined for a claim. */
export function exemptionOf(context: SentenceContext, draft: Draft): Exempted | undefined {
  for (const check of CHECKS) {
    const found = check(context, draft);
    if (found !== false) return typeof found === 'string' ? { exempt: found } : found;
  }
  return undefined;
}

const CHECKS: readonly Check[] = [
  byShape,
  isListNumber,
  isDate,
  isTime,
  isAge,
  isYear,
  isScore,
  isIdentifier,
  isAddressOrName,
  isIdiom,
  isKnownFact,
  isLogistics,
  isDuration,
  isSmallCount,
  isHypothetical,
];

/** What the form alone decides keeps its exemption even where the number has no words around it. */
export const NOT_COUNTED: ReadonlySet<Exemption> = new Set<Exemption>([
  'date',
  'year',
  'time',
  'ordinal',
  'identifier',
  'name',
  'address',
  'list-number',
]);

function lower({ pieces }: SentenceContext, i: number): string {
  return pieces[i]?.lower ?? '';
}

function isBare({ kind, unit, scale, rate }: Draft): boolean {
  return kind === 'count' && unit === null && scale === 1 && rate === null;
}

function byShape(context: SentenceContext, draft: Draft): Exemption | false {
  const { form, from } = draft;
  switch (form) {
    case 'age':
      return AGE_PERSONS.test(lower(context, from - 1)) || lower(context, from - 1) === '-' ? 'age' : 'year';
    case 'address':
      return isHour(context, draft) ? 'time' : form;
    case 'date':
    case 'time':
    case 'year':
    case 'ordinal':
    case 'identifier':
    case 'idiom':
      return form;
    case 'ratio':
      return statesRatio(context, from) ? false : 'score';
    default:
      return false;
  }
}

/** `The ratio of pupils to teachers is 45:1`: no match ended so. */
function statesRatio({ pieces }: SentenceContext, at: number): boolean {
  return pieces.slice(Math.max(0, at - RATIO_REACH), at).some(({ lower: word }) => word === 'ratio');
}

const RATIO_REACH = 10;

/** `1. First`, `(2) second` at the start of a block. */
function isListNumber(context: SentenceContext, draft: Draft): Exemption | false {
  const { pieces, opensBlock } = context;
  if (!opensBlock || draft.from > 1 || draft.scale > 1 || draft.value > 99 || draft.spelled) return false;
  const after = pieces[draft.numberTo];
  const closes = after === undefined ? false : after.glued && (after.text === '.' || after.text === ')');
  const opened = draft.from === 0 || lower(context, 0) === '(';
  return closes && opened && pieces[draft.numberTo]!.text !== '%' ? 'list-number' : false;
}

function isMonth(piece: Piece | undefined): boolean {
  if (piece === undefined) return false;
  const word = piece.lower.replace(/\.$/, '');
  if (!MONTHS.has(word)) return false;
  return /^\p{Lu}/u.test(piece.text) || (word !== 'may' && word !== 'march' && word !== 'mar');
}

/** The index of the piece before `i`, over a full stop and a comma. */
function beforeStop({ pieces }: SentenceContext, i: number): number {
  let at = i - 1;
  if (pieces[at]?.text === '.' && pieces[at]!.glued) at--;
  return at;
}

/** `Sept. 26`, `26 September`, `June 3-5`, `the 5th of May`. */
function isDate(context: SentenceContext, draft: Draft): Exempted | false {
  const { pieces } = context;
  const day = Number.isInteger(draft.value) && draft.value >= 1 && (draft.upper ?? draft.value) <= 31;
  if (!day || draft.scale > 1 || draft.dimension !== null || draft.form === 'fraction') return false;
  const before = beforeStop(context, draft.numberFrom);
  if (isMonth(pieces[before])) return { exempt: 'date', evidence: before };
  // `between 3 and 17 May`
  const isFirst =
    /^(?:and|to|or|[-–])$/.test(lower(context, draft.numberTo)) &&
    pieces[draft.numberTo + 1]?.shape === 'number';
  if (isFirst && isMonth(pieces[draft.numberTo + 2]) && !draft.spelled)
    return { exempt: 'date', evidence: draft.numberTo + 2 };
  const after = lower(context, draft.numberTo) === 'of' ? draft.numberTo + 1 : draft.numberTo;
  return isMonth(pieces[after]) && !draft.spelled ? { exempt: 'date', evidence: after } : false;
}

/** `11 a.m.`, `7 o'clock`, `1400 GMT`. */
function isTime(context: SentenceContext, draft: Draft): Exempted | false {
  const after = lower(context, draft.numberTo);
  if (draft.value <= 24 && (CLOCK_WORDS.has(after) || /^[ap]\.?m\.?$/.test(after))) {
    return { exempt: 'time', evidence: draft.numberTo };
  }
  return isHour(context, draft) ? { exempt: 'time', evidence: draft.numberTo } : false;
}

/** `1400 GMT`, `0945 BST`, `22.58 GMT`. */
function isHour(context: SentenceContext, { numberFrom, numberTo, value }: Draft): boolean {
  const text = context.pieces[numberFrom]?.text ?? '';
  const isClock = /^\d{4}$/.test(text) ? value <= 2400 : /^\d{1,2}\.[0-5]\d$/.test(text) && value < 24;
  return isClock && TIME_ZONES.has(lower(context, numberTo));
}

const AGE_WORDS = new Set(['aged', 'age', 'ages', 'turned', 'turns', 'turning']);

/** Before `under 5` or `over 65`: people of that age. */
/** `in his 30s`, `the over 65s`; any other `80s` is a decade. */
const AGE_PERSONS = /^(?:his|her|their|my|our|your|over|under|mid|early|late)$/;

const AGED = /^(?:children|child|people|adults|those|women|men|kids|anyone|everyone|workers|voters|players)$/;

/** What is `66 million years old` is nobody. */
const OLDEST_PERSON = 130;

/** `34-year-old`, `aged 34`, `Smith, 34,`, `who was 10`, `over the age of 21`. */
function isAge(context: SentenceContext, draft: Draft): Exempted | false {
  if (draft.dimension === 'age') return draft.value > OLDEST_PERSON ? false : { exempt: 'age' };
  const whole = Number.isInteger(draft.value) && draft.value > 0 && draft.value <= 115;
  if (!whole || !isBare(draft) || draft.form === 'fraction') return false;
  const first = draft.numberFrom;
  const opener = /^(?:between|from)$/.test(lower(context, draft.from - 1)) ? 1 : 0;
  const before = lower(context, draft.from - 1 - opener);
  if (AGE_WORDS.has(before)) return { exempt: 'age', evidence: draft.from - 1 - opener };
  const turningPoint = before === 'at' ? lifeEventBefore(context, draft.from - 1) : -1;
  if (turningPoint >= 0) return { exempt: 'age', evidence: turningPoint };
  if ((draft.modifier === '<' || draft.modifier === '>') && AGED.test(before)) {
    return { exempt: 'age', evidence: draft.from - 1 };
  }
  if (before === 'of' && /^ages?$/.test(lower(context, draft.from - 2 - opener)))
    return { exempt: 'age', evidence: draft.from - 2 };
  const next = lower(context, draft.numberTo);
  const named = context.pieces[first - 2];
  const isNow = before === 'now' && lower(context, draft.from - 2) === ',' && next === ',';
  if (isNow) return { exempt: 'age', evidence: draft.from - 1 };
  const isApposition = !draft.spelled && (before === ',' || before === '(') && /^[,.;)]?$/.test(next);
  if (isApposition && named?.pos === 'PROPN' && named.shape === null && draft.value > 2 && !isMonth(named)) {
    return { exempt: 'age', evidence: first - 2 };
  }
  const isCopula = /^(?:is|was|were|am|'m|'s)$/.test(before);
  const isPerson =
    /^(?:he|she|who|i|they)$/.test(lower(context, draft.from - 2)) || isNamed(context, draft.from - 2);
  return isCopula && isPerson && /^(?:[,.;)]|and|when|at|)$/.test(next)
    ? { exempt: 'age', evidence: first - 2 }
    : false;
}

/** `The youngest, Tommy Sparrow, was 6.`: two names or more, perhaps before a comma. */
function isNamed({ pieces }: SentenceContext, at: number): boolean {
  const last = pieces[at]?.text === ',' ? at - 1 : at;
  return [last, last - 1].every((i) => pieces[i]?.pos === 'PROPN' && pieces[i].shape === null);
}

const LIFE_EVENTS = /^(?:die|marry|retire|orphan|widow|graduate|emigrate)$/;
const LIFE_REACH = 4;

/** `died at 89`, `left school at 14`: the index of the word that says what happened at that age; -1 for none. */
function lifeEventBefore({ pieces }: SentenceContext, at: number): number {
  for (let i = at - 1; i >= 0 && i >= at - LIFE_REACH; i--) {
    const { lemma, lower: word } = pieces[i]!;
    if (LIFE_EVENTS.test(lemma) || word === 'school' || word === 'debut') return i;
  }
  return -1;
}

const OLDEST_LIKELY_YEAR = 1700;

/** A bare number of four digits that reads as a year: `in 2016`, `the 1995 proposal`; not `has 1950 workers`. */
function isYear(context: SentenceContext, draft: Draft): Exemption | false {
  const { pieces } = context;
  const text = pieces[draft.numberFrom]?.text ?? '';
  if (isShortYear(context, draft)) return 'year';
  const isBareFour = /^(?:1\d|20)\d\d$/.test(text) && draft.numberTo === draft.numberFrom + 1;
  if (!isBareFour || draft.upper !== null || draft.dimension !== null || draft.rate !== null) return false;
  if (draft.hyphenated || draft.change !== '=' || draft.modifier === '>' || draft.modifier === '<')
    return false;
  const at = beforeStop(context, draft.numberFrom);
  const before = lower(context, at);
  if ((before === 'between' || before === 'and') && isYearNearby(context, draft.numberFrom)) return 'year';
  if (draft.value < OLDEST_LIKELY_YEAR)
    return BEFORE_OLD_YEAR.has(before) && draft.head === null ? 'year' : false;
  if (draft.head !== null && countsThings(pieces, at, draft)) return false;
  if (BEFORE_YEAR.has(before) || isMonth(pieces[at]) || draft.value >= 1900) return 'year';
  return draft.head === null && (before === 'the' || BEFORE_OLD_YEAR.has(before)) ? 'year' : false;
}

/** `'16`, `’98`. */
function isShortYear(context: SentenceContext, draft: Draft): boolean {
  const text = context.pieces[draft.numberFrom]?.text ?? '';
  const isShort = /^\d{2}$/.test(text) && /^['’]$/.test(lower(context, draft.numberFrom - 1));
  return isShort && isBare(draft) && !context.pieces[draft.numberTo]?.glued;
}

/** Whether `1950` or `2000` before a plural counts it: after a verb or a bound, or a round number after no determiner. */
function countsThings(pieces: readonly Piece[], at: number, draft: Draft): boolean {
  const before = pieces[at];
  const round = draft.value % 100 === 0;
  if (draft.modifier !== '=' && round) return true;
  if (before === undefined) return round;
  if (before.pos === 'VERB' || before.pos === 'AUX') return true;
  if (before.lower === 'the' || isPossessive(before.lower) || before.pos === 'PROPN') return false;
  const officially = STATISTICAL_NOUNS.has(draft.head!) || CASUALTY_NOUNS.has(draft.head!);
  return round && (officially || !BEFORE_YEAR.has(before.lower));
}

function isPossessive(word: string): boolean {
  return /^(?:its|his|her|their|our|'s|this|that)$/.test(word);
}

function isYearNearby({ pieces }: SentenceContext, i: number): boolean {
  return [i - 2, i - 3, i + 2, i + 3].some((at) => /^(?:1\d|20)\d\d$/.test(pieces[at]?.text ?? ''));
}

const VOTE_WORDS =
  /^(?:vot|ballot|margin|split|majorit|party|percent|poll|odds|pass|bill|motion|senat|ruling|ruled|decision|court|council|board|jur)/;

/** Who leads by so many leads in a poll, not in a match. */
const LEADING = /^(?:lead|leads|leading|led)$/;
const MANY_GOALS = 12;

/** `3-2`, `won 6-4`, `led 2-0`; a vote or poll (`52-48 vote`) stays a claim. */
function isScore(context: SentenceContext, draft: Draft): Exemption | false {
  if (!draft.pair || statesRatio(context, draft.from)) return false;
  const { pieces } = context;
  if (draft.value === 50 && draft.upper === 50) return 'idiom';
  for (let i = Math.max(0, draft.from - 12); i < Math.min(pieces.length, draft.to + 6); i++) {
    const { lower: word } = pieces[i]!;
    if (VOTE_WORDS.test(word) || (LEADING.test(word) && draft.value > MANY_GOALS)) return false;
  }
  return 'score';
}

/** What laws and contracts are divided into: `section 16 of the Ports Act`. */
const LEGAL_PARTS: ReadonlySet<string> = new Set([
  'section',
  'article',
  'clause',
  'paragraph',
  'rule',
  'schedule',
]);

/** `Section 427`, `Boeing 737`, `S&P 500`, `#3`. */
function isIdentifier(context: SentenceContext, draft: Draft): Exempted | false {
  const { pieces } = context;
  const before = pieces[draft.numberFrom - 1];
  if (before === undefined || draft.scale > 1 || draft.dimension !== null || draft.modifier !== '=')
    return false;
  if (draft.kind !== 'count' || draft.rate !== null || pieces[draft.numberFrom]!.text.includes(','))
    return false;
  const evidence = draft.numberFrom - 1;
  const word = before.lower;
  const isLabel = LABELS_BEFORE.has(word.replace(/\.$/, ''));
  const capital = /^\p{Lu}|\p{Ll}\p{Lu}/u.test(before.text);
  const isPart = LEGAL_PARTS.has(word) && lower(context, draft.numberFrom + 1) === 'of';
  if (
    isLabel &&
    (capital || isPart || draft.unit === null) &&
    !(word === 'no' && (draft.spelled || !capital))
  ) {
    return { exempt: 'identifier', evidence };
  }
  if (word === 'of' && /^(?:round|group)$/.test(lower(context, evidence - 1)) && draft.unit === null) {
    return { exempt: 'identifier', evidence: evidence - 1 };
  }
  if (draft.spelled) {
    const isName = isCapitalNumber(pieces, draft) && before.pos === 'PROPN';
    return isName ? { exempt: 'identifier', evidence } : false;
  }
  if (INDEX_NAMES.has(word) && draft.value >= 20) return { exempt: 'identifier', evidence };
  if (before.shape === 'address') return { exempt: 'address', evidence };
  if (before.shape === 'identifier') return { exempt: 'identifier', evidence };
  if (!Number.isInteger(draft.value) && draft.value > 20) return false;
  const inName = before.pos === 'PROPN' || (evidence > 0 && pieces[evidence - 1]!.pos === 'PROPN');
  const isName = inName && capital && !isMonth(before) && !WEEKDAYS.has(word);
  if (!isName || draft.change !== '=') return false;
  return draft.head === null || !countsAfterName(context, draft) ? { exempt: 'identifier', evidence } : false;
}

function isCapitalNumber(pieces: readonly Piece[], { numberFrom }: Draft): boolean {
  return /^\p{Lu}/u.test(pieces[numberFrom]!.text);
}

/** `In Texas 300 people`, `Strike Kills 30 Civilians`: the number belongs to what follows, not to the name. */
function countsAfterName({ pieces, kind }: SentenceContext, draft: Draft): boolean {
  if (kind === 'headline' || kind === 'heading') return true;
  if (STATISTICAL_NOUNS.has(draft.head!) || CASUALTY_NOUNS.has(draft.head!)) return true;
  let i = draft.numberFrom - 1;
  while (i >= 0 && pieces[i]!.pos === 'PROPN') i--;
  return pieces[i]?.pos === 'ADP' || pieces[i]?.pos === 'VERB';
}

/** `10 Downing Street`, `787 Dreamliner`, `Seven Sisters`: a number that opens a name. */
function isAddressOrName({ pieces }: SentenceContext, draft: Draft): Exemption | false {
  const next = pieces[draft.numberTo];
  if (next === undefined || draft.unit !== null || draft.scale > 1 || draft.modifier !== '=') return false;
  if (
    !Number.isInteger(draft.value) ||
    draft.value >= 10_000 ||
    pieces[draft.numberFrom]!.text.includes(',')
  ) {
    return false;
  }
  if (!/^\p{Lu}/u.test(next.text) || next.glued || next.pos === 'PUNCT') return false;
  for (let i = draft.numberTo; i < draft.numberTo + 4 && i < pieces.length; i++) {
    const { lower: word, text } = pieces[i]!;
    if (!/^[\p{Lu}.]/u.test(text)) break;
    if (STREETS.has(word.replace(/\.$/, '')) && i > draft.numberTo) return 'address';
  }
  if (WEEKDAYS.has(next.lower) || isMonth(next)) return false;
  return draft.spelled ? capitalName(pieces, draft) : 'identifier';
}

function capitalName(pieces: readonly Piece[], draft: Draft): Exemption | false {
  return /^\p{Lu}/u.test(pieces[draft.numberFrom]!.text) && draft.numberFrom > 0 ? 'name' : false;
}

const IDIOM_NOUNS =
  /^(?:day|thing|way|hand|point|time|side|step|word|reason|example|moment|more|place|fell)$/;

/** `the top 1 percent` is the name of a group. */
const GROUP = /^(?:top|richest|wealthiest|poorest|bottom|other)$/;

/** `one of the best`, `one day`, `two-way`. */
function isIdiom(context: SentenceContext, draft: Draft): Exemption | false {
  const before = lower(context, draft.from - 1);
  if (draft.kind === 'percent' && draft.value <= 1 && GROUP.test(before)) return 'idiom';
  if (draft.form !== 'words' || draft.value !== 1 || draft.scale > 1 || draft.upper !== null) return false;
  const next = lower(context, draft.numberTo);
  return next === 'of' || IDIOM_NOUNS.test(next) || draft.hyphenated ? 'idiom' : false;
}

function isKnownFact(_context: SentenceContext, { value, upper, unit, modifier }: Draft): Exemption | false {
  if (unit === null || upper !== null || modifier !== '=') return false;
  return KNOWN_FACTS.has(`${value} ${unit}`) ? 'known-fact' : false;
}

/** Ticket prices and the like. */
function isLogistics({ pieces }: SentenceContext, { kind, from, to }: Draft): Exempted | false {
  if (kind !== 'money') return false;
  for (let i = Math.max(0, from - 10); i < Math.min(pieces.length, to + 6); i++) {
    if (LOGISTICS_WORDS.has(pieces[i]!.lower)) return { exempt: 'logistics', evidence: i };
  }
  return false;
}

const DURATION_BEFORE = new Set(
  'last past next first coming previous within in for every after before these those few another over until some'.split(
    ' ',
  ),
);
const DURATION_AFTER = new Set(
  'ago later earlier after before away from since prior into ahead old'.split(' '),
);

/** Stretches of time that only place the story: `two years ago`, `in the last three months`, `a five-year plan`. */
function isDuration(context: SentenceContext, draft: Draft): Exempted | false {
  if (draft.dimension !== 'time') return false;
  if (draft.hyphenated || (draft.spelled && draft.value < 10)) return { exempt: 'duration' };
  const after = lower(context, draft.to);
  if (DURATION_AFTER.has(after)) return { exempt: 'duration', evidence: draft.to };
  for (let i = draft.from - 1; i >= 0 && i >= draft.from - 2; i--) {
    if (DURATION_BEFORE.has(lower(context, i))) return { exempt: 'duration', evidence: i };
  }
  return false;
}

/** Counts from one to nine written as words, of nothing that is counted officially: `two men`, `three meetings`. */
function isSmallCount({ pieces }: SentenceContext, draft: Draft): Exemption | false {
  if (!draft.spelled || draft.value > 9 || draft.upper !== null || !Number.isInteger(draft.value))
    return false;
  if (draft.kind !== 'count' || draft.form !== 'words') return false;
  const { head } = draft;
  // `climbed two points` says how something moved
  if (draft.change !== '=' || isCasualty(pieces, draft)) return false;
  return head !== null && STATISTICAL_NOUNS.has(head) && draft.modifier !== '=' ? false : 'small-count';
}

const SUPPOSING = new Set(['if', 'imagine', 'suppose', 'supposing', 'assume', 'assuming', "let's"]);

/** Questions and suppositions: `Would 500 be enough?`, `if 10 people came`, `say 10 people`. */
function isHypothetical({ pieces }: SentenceContext, draft: Draft): Exempted | false {
  const last = pieces.at(-1)!.text;
  const end = /^["”’')]$/.test(last) ? pieces.at(-2)?.text : last;
  if (end?.startsWith('?')) return { exempt: 'hypothetical', evidence: pieces.length - 1 };
  if (SUPPOSING.has(pieces[0]!.lower) && draft.from < 16) return { exempt: 'hypothetical', evidence: 0 };
  const before = pieces[draft.from - 1];
  const isSay = before?.lower === 'say' && (draft.from < 2 || pieces[draft.from - 2]!.pos === 'PUNCT');
  return isSay ? { exempt: 'hypothetical', evidence: draft.from - 1 } : false;
}
