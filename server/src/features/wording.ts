/** The words in which features speak of facts: one table each, so that hover, lens and outline say the same. */
import type { AnnotationVerdict } from '../annotations/annotation.ts';
import type { Modifier, Quantity, SpeakerKind } from '../analysis/facts.ts';
import type { Allowance, ChangeKind, Verdict, WordChange } from '../workspace/types.ts';
import type { Severity } from '../rules/rule.ts';
import type { Say } from '../text/say.ts';
import { phrases } from '../text/say.ts';

export const VERDICTS: Readonly<Record<Verdict, string>> = phrases({
  verbatim: 'word for word',
  cleaned: 'cleaned up, the same words',
  trimmed: 'words left out silently',
  altered: 'altered',
  paraphrase: 'a paraphrase',
  ambiguous: 'one of several equally near places',
});

/** What a person may find out about a passage. */
export const VERDICT_NAMES: Readonly<Record<AnnotationVerdict, string>> = phrases({
  verified: 'verified',
  disputed: 'disputed',
  'needs-checking': 'needs checking',
  dismissed: 'dismissed',
});

const CHANGES: Readonly<Record<ChangeKind, string>> = phrases({
  negation: 'negation',
  number: 'number',
  magnitude: 'magnitude',
  name: 'name',
  modal: 'modal verb',
  condition: 'condition',
  tense: 'tense',
  person: 'person',
  added: '',
  removed: '',
  replaced: '',
  moved: 'moved',
  filler: 'filler',
  contraction: 'contraction',
});

export const ALLOWANCES: Readonly<Record<Allowance, string>> = phrases({
  typography: 'typography',
  'first-letter-case': 'the case of the first letter',
  'closing-punctuation': 'closing punctuation',
  bracket: 'words in brackets',
  ellipsis: 'an ellipsis',
  sic: '[sic]',
  spelling: 'another spelling',
  'number-style': 'figures and number words',
  hyphenation: 'hyphens and spaces between words',
  'speaker-label': 'a speaker label',
  'reopened-mark': 'reopened quotation marks',
});

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = phrases({
  error: 'Error',
  warning: 'Warning',
  information: 'Information',
  hint: 'Hint',
});

/** What stands in for a name where the article gives none. */
export const NAMELESS: Readonly<Record<SpeakerKind, string>> = phrases({
  person: 'a person not named here',
  organisation: 'an organisation not named here',
  document: 'a document',
  unnamed: 'an unnamed source',
  group: 'a group',
});

/** Around a figure. */
const MODIFIERS: Readonly<Record<Modifier, string>> = phrases({
  '=': '{0}',
  '~': 'about {0}',
  '>': 'more than or at least {0}',
  '<': 'less than or at most {0}',
  range: '{0}',
});

/** The words of a difference: `“5,000” here, “15,000” there (number)`. */
export function wordChange(
  say: Say,
  hereText: string,
  thereText: string,
  { kind, here, there }: WordChange,
): string {
  const ours = `“${abridged(flat(hereText.slice(here.start, here.end)))}”`;
  const theirs = `“${abridged(flat(thereText.slice(there.start, there.end)))}”`;
  const told = tellChange(say, kind, ours, theirs, here.start === here.end, there.start === there.end);
  return CHANGES[kind] === '' ? told : say('{0} ({1})', told, say(CHANGES[kind]));
}

/** Of more words than this only the first and the last are shown. */
const MOST_WORDS = 24;
const WORDS_AT_ENDS = 6;

/** Words as they are; of very many the first and the last few. */
export function abridged(text: string): string {
  const words = text.split(' ');
  if (words.length <= MOST_WORDS) return text;
  return `${words.slice(0, WORDS_AT_ENDS).join(' ')} … ${words.slice(-WORDS_AT_ENDS).join(' ')}`;
}

function tellChange(
  say: Say,
  kind: ChangeKind,
  ours: string,
  theirs: string,
  isMissingHere: boolean,
  isMissingThere: boolean,
): string {
  if (kind === 'moved') {
    return ours === theirs
      ? say('{0} stands elsewhere there', ours)
      : say('{0} stands elsewhere there, as {1}', ours, theirs);
  }
  if (isMissingHere && kind === 'name') return say('{0} speaks from here on there', theirs);
  if (isMissingHere) return say('missing here: {0}', theirs);
  return isMissingThere ? say('only here: {0}', ours) : say('{0} here, {1} there', ours, theirs);
}

/** A quantity in plain figures: `about 5,000 troops`, `2,000 to 3,000 votes`. */
export function plainQuantity(say: Say, { value, upper, unit, modifier, change }: Quantity): string {
  const figure =
    upper === null ? plainNumber(value) : say('{0} to {1}', plainNumber(value), plainNumber(upper));
  const counted = `${say(MODIFIERS[modifier], figure)}${unit === null ? '' : ` ${unit}`}`;
  if (change === 'up') return say('{0}, rising', counted);
  return change === 'down' ? say('{0}, falling', counted) : counted;
}

/** With thousands separated and no needless decimals: `1,250,000`, `4.7`. */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return String(value);
  const [whole, decimals] = String(readable(value)).split('.');
  if (whole!.includes('e')) return String(value);
  const grouped = whole!.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** A third has no end of decimals: three are told, of what is small as many as have a meaning. */
function readable(value: number): number {
  const exact = Number(value.toPrecision(12));
  const isPeriodic = String(exact).replace(/^[^.]*\.?/, '').length > MOST_DECIMALS;
  if (!isPeriodic) return exact;
  return Number(Math.abs(value) < 1 ? value.toPrecision(3) : value.toFixed(3));
}

/** What people write has no more. */
const MOST_DECIMALS = 8;

/** `a, b and c` */
export function listed(say: Say, items: readonly string[]): string {
  if (items.length <= 1) return items.join('');
  return say('{0} and {1}', items.slice(0, -1).join(', '), items.at(-1)!);
}

/** A passage on one line, shortened at a word. */
export function excerpt(passage: string, maxLength = 60): string {
  const line = flat(passage);
  if (line.length <= maxLength) return line;
  const cut = line.slice(0, maxLength - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > maxLength / 2 ? cut.slice(0, space) : cut).replace(/[\ud800-\udbff]$/, '').trimEnd()}…`;
}

export function flat(passage: string): string {
  return passage.replace(/\s+/g, ' ').trim();
}
