/**
 * Words, marks and their parts of speech, from wink-nlp (https://winkjs.org/wink-nlp/). The parts of speech are the
 * universal ones: NOUN, PROPN, VERB, AUX, ADP, PUNCT, NUM …
 */
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';

export interface Token {
  /** UTF-16 offsets in the text given to `tokenize`, half-open. */
  readonly start: number;
  readonly end: number;
  /** As written: `U.S.`, `5,000`, `n’t`. */
  readonly text: string;
  /** Lower case, curly apostrophes made straight. */
  readonly lower: string;
  readonly lemma: string;
  readonly pos: string;
}

const nlp = winkNLP(model, ['pos']);
const { its } = nlp;

/**
 * The tokens of a text in order; blank space belongs to none. Never throws.
 *
 * The text is read with curly apostrophes made straight (same length), because wink-nlp splits `don't` but not
 * `don’t`.
 */
export function tokenize(text: string): Token[] {
  if (text === '') return [];
  const straight = text.replace(/[’‘]/g, "'");
  const tokens = nlp.readDoc(straight).tokens();
  const values = tokens.out(its.value);
  const spaces = tokens.out(its.precedingSpaces);
  const partsOfSpeech = tokens.out(its.pos);
  // Its types want an unused third argument narrower than the one `its.lemma` declares.
  const lemmas = tokens.out(its.lemma as unknown as typeof its.value) as (string | undefined)[];
  const result: Token[] = [];
  let offset = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const start = offset + (spaces[i]?.length ?? 0);
    const end = start + value.length;
    offset = end;
    if (value.trim() === '') continue;
    const lower = value.toLowerCase();
    result.push({
      start,
      end,
      text: text.slice(start, end),
      lower,
      lemma: lemmas[i] ?? lower,
      pos: partsOfSpeech[i] ?? 'X',
    });
  }
  return result;
}
