/**
 * Words that say little about where a passage comes from: articles, pronouns, prepositions, conjunctions, auxiliaries
 * and the commonest verbs and adverbs of speech. Used to weigh words when passages are searched, never to judge them.
 *
 * Left out on purpose: negations (`not` and `never` weigh like ordinary words, their loss must show), number words, and
 * nouns however common in one newsroom's copy; those are weighed by how many articles of the workspace have them.
 * In comparison form (see text/comparison.ts): lower case, straight apostrophes.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the this that these those and or but nor so if then than as of in on at to for from by with without into ' +
    'onto about over under up down out off through between against during before after while because until since ' +
    'i me my mine we us our ours you your yours he him his she her hers it its they them their theirs who whom whose ' +
    'which what when where why how there here am is are was were be been being do does did doing done have has had ' +
    "having will would shall should can could may might must i'm i've i'd i'll we're we've we'd we'll you're you've " +
    "you'll you'd he's he'd he'll she's she'd she'll it's it'd it'll they're they've they'd they'll that's there's " +
    "what's who's let's said says say go going get got just also very really well now one all some any more most much " +
    'many other another such own same only even too again s t'
  ).split(' '),
);
