/** Sources that are a pronoun: `she`, `they all`, `he himself`. */
import type { Token } from '../../tokens.ts';

const SINGULAR_PRONOUNS = new Set(
  'he she him her his hers himself herself i me my mine myself it its itself one'.split(' '),
);
const PLURAL_PRONOUNS = new Set(
  (
    'they them their theirs themselves we us our ours ourselves you your yours yourself these those both all some many most few several ' +
    'others another each everyone everybody anyone anybody someone somebody nobody none others neither either no-one'
  ).split(' '),
);
export const RELATIVE_PRONOUNS = new Set(['who', 'whom', 'whose', 'which', 'that']);

/** Whether the tokens, at least one, are a pronoun and nothing that describes it. */
export function isPronounPhrase(tokens: readonly Token[]): boolean {
  const { lower } = tokens[0]!;
  const next = tokens[1]?.lower;
  const alone =
    tokens.length === 1 ||
    next === 'himself' ||
    next === 'herself' ||
    next === 'themselves' ||
    next === ',' ||
    next === 'all' ||
    next === 'both';
  if (SINGULAR_PRONOUNS.has(lower) || RELATIVE_PRONOUNS.has(lower))
    return alone && !(lower === 'one' && tokens.length > 1);
  return PLURAL_PRONOUNS.has(lower) && alone;
}
