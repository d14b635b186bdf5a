/** Where an apostrophe stands for left-out letters, so that it is no quotation mark. Lower case, apostrophes straight. */

/**
 * Words that begin with an apostrophe, without it: `'til`, `'em`. Left out: forms that are rather quoted than elided in
 * news ("'neath", "'gainst" are kept for songs and hymns; "'er" and "'im" are not, they begin quoted speech as often).
 */
export const ELIDED_STARTS: ReadonlySet<string> = new Set(
  (
    'til till tis twas twere twill twould tisnt twasnt em cause cuz coz cos bout round n neath gainst fore nother nuff ' +
    'nuf hood tude rents sup scuse spose kay course cept stead mid nam ol fraid ere gain ave'
  ).split(' '),
);

/** Words that end with an apostrophe for a left-out letter other than the `-in'` of `talkin'`, without it: `ol'`. */
export const ELIDED_ENDS: ReadonlySet<string> = new Set(
  'n ol an th o wi fo yo mo lil de po jus mus las ha y d t ev'.split(' '),
);
