/**
 * Names carried over from other alphabets, and from languages with more letters: every newspaper spells them in its own
 * way, and none is wrong. Patterns for folded words, each with what it is brought to.
 */
const ROMANISATIONS: readonly (readonly [RegExp, string])[] = [
  // Mueller for Müller, Soerensen for Sørensen
  [/ae/g, 'a'],
  [/oe|ø/g, 'o'],
  [/ue/g, 'u'],
  [/ß/g, 'ss'],
  // Zelenskyy, Zelensky, Zelenskiy, Zelenski; Sergei, Sergey; Yuri, Yury
  [/(?:yy|iy|ij|ii|yi|y|j)$/, 'i'],
];

/** Whether two folded names are the same but for how they were carried over. */
export function areSameRomanised(a: string, b: string): boolean {
  return romanised(a) === romanised(b);
}

/** A folded name in the form that it has in common with all that are the same. */
export function romanised(name: string): string {
  return ROMANISATIONS.reduce((text, [pattern, form]) => text.replace(pattern, form), name);
}
