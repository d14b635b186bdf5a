/** Sources that are several people at once: `Mr. and Mrs. Hale`, `half of the crew`, `Vale and her aides`. */
import { HONORIFICS } from '../../../language/en/titles.ts';
import type { Token } from '../../tokens.ts';
import type { NameMention } from '../entity.ts';
import { plain } from '../wordForms.ts';

const JOINTS: ReadonlyMap<string, string> = new Map([
  ['neither', 'nor'],
  ['either', 'or'],
  ['both', 'and'],
]);
const LONGEST_SHARE = 4;
const SHARE_WORDS = new Set('percent % - a dozen few about nearly roughly some almost'.split(' '));
const FRACTION = /(?:^|-)(?:half|thirds?|quarters?|fifths?|tenths?)$/;
const QUANTIFIERS = new Set(
  'some many most few several all both two three four five six seven eight nine ten dozens hundreds thousands percent none half majority number each'.split(
    ' ',
  ),
);

/** Whether the first words of a source, at least one, show that it is several people. */
export function opensWithSeveral(tokens: readonly Token[]): boolean {
  return isCouple(tokens) || isEither(tokens) || isShare(tokens);
}

/** `Mr. and Mrs. Hale`: two people of one name. */
function isCouple(tokens: readonly Token[]): boolean {
  const and = tokens[1]?.text === '.' ? 2 : 1;
  const second = tokens[and + 1];
  return (
    tokens[and]?.lower === 'and' &&
    second !== undefined &&
    HONORIFICS.has(plain(tokens[0]!.lower)) &&
    HONORIFICS.has(plain(second.lower))
  );
}

/** `neither Vale nor Osei`, `both Vale and Osei`. */
function isEither([first, ...rest]: readonly Token[]): boolean {
  const joint = JOINTS.get(first?.lower ?? '');
  return joint !== undefined && rest.some(({ lower }) => lower === joint);
}

/** `half of the crew`, `24% of riders`, `40 percent of voters`, `nearly six in ten riders`: some of many. */
function isShare(tokens: readonly Token[]): boolean {
  const among = tokens.findIndex(({ lower }) => lower === 'in');
  if (among > 0 && tokens[among - 1]!.pos === 'NUM' && tokens[among + 1]?.pos === 'NUM') return true;
  const of = tokens.findIndex(({ lower }) => lower === 'of');
  const before = tokens.slice(0, of < 0 ? 0 : of);
  return before.length > 0 && before.length <= LONGEST_SHARE && before.every(isOfShare);
}

function isOfShare({ lower, pos }: Token): boolean {
  return SHARE_WORDS.has(lower) || FRACTION.test(lower) || (pos === 'NUM' && lower !== 'one');
}

/** `some`, `three`: whether the word counts people. */
export function isQuantifier(lower: string): boolean {
  return QUANTIFIERS.has(lower);
}

/** Whether a phrase counts its people: `three officials`; not `the number`, and not `one of three`. */
export function isQuantified(base: readonly Token[]): boolean {
  const counts = ({ lower }: Token, i: number): boolean =>
    QUANTIFIERS.has(lower) && !(lower === 'number' && i === base.length - 1);
  return base[0]?.lower !== 'one' && base.some(counts);
}

/** Whether the words after the head add another source: `and his aides`, `, Ruiz and Vale`. */
export function joinsAnother(rest: readonly Token[], names: readonly NameMention[]): boolean {
  let depth = 0;
  for (let i = 0; i < rest.length; i++) {
    const { text, lower, pos } = rest[i]!;
    if (text === '(') depth++;
    else if (text === ')') depth--;
    else if (depth > 0) continue;
    else if (lower === 'and' || lower === '&') {
      const next = rest[i + 1];
      return (
        next !== undefined &&
        (names.some(({ span, name }) => span.start === next.start || name.start === next.start) ||
          (i === 0 &&
            (next.pos === 'NOUN' || next.pos === 'DET' || next.pos === 'PRON' || next.lower === 'others')))
      );
    } else if (text === ',' && i === 0) {
      const next = rest[1];
      const listed = next !== undefined && names.some(({ span }) => span.start === next.start);
      if (!listed || !rest.some((token, k) => k > 1 && token.lower === 'and')) return false;
    } else if (pos !== 'PROPN' && text !== ',') return false;
  }
  return false;
}
