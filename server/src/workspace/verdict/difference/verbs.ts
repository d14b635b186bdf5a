/** Whether two words are forms of one verb: `want` and `wanted`, `goes` and `went`. */
import { IRREGULAR_BASES } from '../../../language/en/verbForms.ts';

/** True for different forms of one verb where at least one shows its tense: `-ed`, `-ing` or an irregular form. */
export function differInTense(a: string, b: string): boolean {
  if (a === b) return false;
  const shows = showsTense(a) || showsTense(b);
  return shows && basesOf(a).some((base) => basesOf(b).includes(base));
}

function showsTense(word: string): boolean {
  return IRREGULAR_BASES.has(word) || /(?:ed|ing)$/.test(word);
}

/** The base forms a word may have; more than one, since spelling does not say whether `hoped` is of `hop` or `hope`. */
function basesOf(word: string): string[] {
  const bases = [word];
  const irregular = IRREGULAR_BASES.get(word);
  if (irregular !== undefined) bases.push(irregular);
  const stem = /^(\p{L}{2,}?)(?:ed|ing|es|s|d)$/u.exec(word)?.[1];
  if (stem !== undefined) {
    for (const ending of ['ed', 'ing', 'es', 's', 'd']) {
      if (!word.endsWith(ending)) continue;
      const cut = word.slice(0, -ending.length);
      bases.push(cut, `${cut}e`);
      if (/(.)\1$/.test(cut)) bases.push(cut.slice(0, -1));
      if (cut.endsWith('i')) bases.push(`${cut.slice(0, -1)}y`);
    }
  }
  return bases;
}
