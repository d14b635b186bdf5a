/**
 * Words that turn a statement into its contrary. In comparison form; `n't` is expanded to `not` before it is looked up.
 *
 * Left out: "few", "little", "rarely" and "seldom", which weaken without denying, and "only", which restricts.
 */
export const NEGATIONS: ReadonlySet<string> = new Set(
  'not no never none nobody nothing neither nor nowhere without cannot hardly scarcely barely'.split(' '),
);

/** Prefixes that negate the word after them: `possible` and `impossible`, `legal` and `illegal`. */
export const NEGATIVE_PREFIXES: readonly string[] = ['un', 'in', 'im', 'il', 'ir', 'non', 'dis'];

/** Words by which a writer says that the words after them are not so, or are not to be: `refused to “sell the quay”`. */
export const DENIALS =
  /^(?:den(?:y|ies|ied|ying)|denial|refus\w*|reject\w*|rul(?:ed?|es|ing)|oppos\w*|fail\w*|avoid\w*|declin\w*|doubt\w*|disput\w*|against|unable|unwilling|impossible|stop(?:s|ped)?|prevent\w*|lack\w*|instead|rather|than|bann?(?:s|ed|ing)?|forb\w*|contradict\w*|disagree\w*|unlikely)$/;
