/**
 * Words for people, in their language. The English text is the key of its translation, as in VS Code's own bundles, and
 * what nobody has translated stays English. The language of a person has nothing to do with that of an article.
 */

/** Says an English text in the person's language; `{0}`, `{1}` … are filled with passages, names and figures. */
export type Say = (english: string, ...values: readonly (string | number)[]) => string;

/** Translations by their English text. */
export type Bundle = Readonly<Record<string, string>>;

/** Never throws; a place without a value stays as it is written. */
export function sayIn(bundle: Bundle): Say {
  return (english, ...values) => {
    const template = Object.hasOwn(bundle, english) ? bundle[english]! : english;
    if (values.length === 0) return template;
    return template.replace(/\{(\d)\}/g, (whole, digit: string) => String(values[Number(digit)] ?? whole));
  };
}

export const sayInEnglish: Say = sayIn({});

/** Marks texts that are said later, so that `npm run manifest` finds them for the translators. */
export function phrases<const T extends Readonly<Record<string, string>>>(table: T): T {
  return table;
}

/** The same for a single text. */
export function saidLater<const T extends string>(english: T): T {
  return english;
}
