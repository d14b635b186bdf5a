/** How and when something was said: `very readily`, `a little timidly`, `with a sigh`, `in a low voice`, `at length`. */
import type { Token } from '../tokens.ts';

/** `sadly`, `stiffly`. */
export function isManner({ pos, lower }: Token): boolean {
  return pos === 'ADV' && /...ly$/.test(lower);
}

/**
 * Whether nothing but how something was said begins at token `at`. Reads no more than a phrase, up to token `last`.
 */
export function opensManner(tokens: readonly Token[], at: number, last: number): boolean {
  let i = at;
  while (i < last && DEGREES.has(tokens[i]!.lower)) i++;
  if (isManner(tokens[i]!)) return i === last || !DESCRIBED.has(tokens[i + 1]!.pos);
  return isPhraseOfManner(tokens, at, last);
}

const DEGREES: ReadonlySet<string> = new Set(
  'a little very quite rather so more most somewhat too'.split(' '),
);
/** What an adverb may stand before inside a phrase: `a newly elected mayor`. */
const DESCRIBED: ReadonlySet<string> = new Set(['ADJ', 'NOUN', 'PROPN', 'VERB']);

/** A preposition with a noun of voice, face or time. */
function isPhraseOfManner(tokens: readonly Token[], at: number, last: number): boolean {
  if (!LEADING.has(tokens[at]!.lower)) return false;
  let head: string | null = null;
  for (let i = at + 1; i <= last && i <= at + LONGEST_PHRASE; i++) {
    const { pos, text, lower } = tokens[i]!;
    if (pos === 'NOUN' || CIRCUMSTANCES.has(lower)) head = lower;
    else if (!PHRASE.has(pos) && text !== ',') break;
  }
  return head !== null && CIRCUMSTANCES.has(head);
}

const LEADING: ReadonlySet<string> = new Set('with in after at without under through between'.split(' '));
const PHRASE: ReadonlySet<string> = new Set(['DET', 'ADJ', 'PRON', 'ADV', 'VERB']);
/** Words of such a phrase, at most: `in a hoarse, feeble voice`. */
const LONGEST_PHRASE = 6;

const CIRCUMSTANCES: ReadonlySet<string> = new Set(
  (
    'voice tone tones whisper undertone accent accents breath manner way air earnest haste surprise astonishment alarm ' +
    'anger amusement dismay despair delight disgust indignation contempt irritation reply return sigh smile laugh grin ' +
    'chuckle giggle shrug frown sneer snort sob groan gasp growl grunt shudder shiver start gesture nod bow glance look ' +
    'stare wink wave blush cough yawn sniff pause moment moments minute minutes while silence length last once tears ' +
    'effort dignity emphasis enthusiasm feeling interest conviction decision emotion gravity warmth bitterness teeth'
  ).split(' '),
);
