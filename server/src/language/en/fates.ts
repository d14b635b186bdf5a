/**
 * What becomes of people who are counted: `500 killed` and `500 wounded` count different things though both are soldiers
 * in Corran, and so do `500 killed` and `5,000 stationed`. One line for each fate, any form of a word.
 *
 * Left out: what leaves it open whether the same people are meant (`affected`, `involved`, `lost`), being somewhere
 * (`stationed`, `deployed`), which needs no word at all, and `left`, `held`, `fired`, `toll`, which mostly say something
 * else.
 */
const FATES: readonly string[] = [
  'kill kills killed killing killings dead die dies died dying death deaths fatality fatalities slain slaughtered ' +
    'murder murders murdered perished',
  'wound wounds wounded injure injured injures injury injuries hurt',
  'missing unaccounted',
  'arrest arrests arrested detain detained detention detentions jailed imprisoned',
  'displace displaced flee fled fleeing evacuate evacuated evacuees',
  'hire hired hires hiring recruit recruited recruits recruitment',
  'sack sacked layoff layoffs redundant redundancies',
  'infected infection infections',
  'hospitalized hospitalised hospitalizations hospitalisations',
  'withdraw withdraws withdrew withdrawn withdrawal',
];

const FATE_OF: ReadonlyMap<string, number> = new Map(
  FATES.flatMap((words, fate) => words.split(' ').map((word) => [word, fate] as const)),
);

/** The number of a fate that the word (lower case) names; undefined for any other word. */
export function fateOf(word: string): number | undefined {
  return FATE_OF.get(word);
}
