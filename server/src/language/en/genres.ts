/**
 * Kinds of text whose figures need no source: what is invented, weighed or instructed is not reported. As front matter
 * names them, lower case.
 */
export const UNSOURCED_GENRES: ReadonlySet<string> = new Set(
  'fiction,short story,novel,poem,satire,humour,humor,recipe,review,opinion,op-ed,editorial,column,letter,letters'.split(
    ',',
  ),
);
