/**
 * What may stand around a statement and take back that it is so: `We deny that …`, `Nobody says …`, `If …`, `Almost …`.
 * In comparison form.
 */

/**
 * Words a clause depends on without being so because of it: `nobody says that`, `it is not true that`, `no evidence
 * that`. Left out: words that take the clause for true whether or not they are negated ("know", "regret", "surprised",
 * "sorry", "aware", "forget").
 */
export const OPEN_HEADS =
  /^(?:sa(?:y|ys|id|ying)|claim(?:s|ed|ing)?|believ(?:e|es|ed|ing)|think(?:s|ing)?|thought|suggest(?:s|ed|ing)?|impl(?:y|ies|ied|ying)|mean(?:s|t|ing)?|argu(?:e|es|ed|ing)|suppos(?:e|es|ed)|assum(?:e|es|ed|ing)|pretend(?:s|ed|ing)?|maintain(?:s|ed)?|stat(?:e|es|ed|ing)|agree(?:s|d)?|accept(?:s|ed)?|concede[sd]?|admit(?:s|ted)?|confirm(?:s|ed)?|promis(?:e|es|ed|ing)|guarantee(?:s|d)?|expect(?:s|ed)?|hop(?:e|es|ed)|wish(?:es|ed)?|propos(?:e|es|ed)|prove[sdn]?|show(?:s|ed|n)?|tell(?:s|ing)?|told|true|case|fact|right|correct|certain|sure|convinced|clear|evidence|proof|sign|indication|guarantee|chance|likelihood|possibility|reason|way|likely|possible)$/;

/** Words that deny the clause after them by themselves. Nouns for a statement count where such a word comes before them. */
export const DENYING_HEADS =
  /^(?:den(?:y|ies|ied|ying)|doubt(?:s|ed|ing|ful)?|disput(?:e|es|ed|ing)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)|question(?:s|ed)?|refus(?:e|es|ed|ing)|fals(?:e|ehood)|untrue|wrong|incorrect|nonsense|absurd|myth|lie|lies|unlikely|impossible|unthinkable|inconceivable)$/;

/** `the idea that`, `your suggestion that`: a statement as a thing, which can be denied. */
export const STATEMENT_NOUNS =
  /^(?:idea|notion|claims?|suggestions?|allegations?|assertions?|accusations?|rumou?rs?|reports?|view|belief|assumption|theory|thought|charge|argument|story|stories)$/;

/** Behind a negation they leave the statement as it is: `not only that …`. */
export const FOCUS_WORDS: ReadonlySet<string> = new Set('only just merely simply solely alone'.split(' '));

/** Words by which what follows is so only in a certain case. Left out: "when" and "once", which mostly tell a time. */
export const CONDITIONS: ReadonlySet<string> = new Set('if unless whether lest'.split(' '));

/** Words by which what stands beside the clause they begin is so only in that case. */
export const CLAUSE_CONDITIONS: ReadonlySet<string> = new Set('if unless'.split(' '));

/** Before them a clause with "if" sets a condition. Left out: "even if", which sets none, and verbs of asking. */
export const BEFORE_CONDITION: ReadonlySet<string> = new Set(
  'and but so or because that only then well now yet'.split(' '),
);

/** Behind them "if" asks. */
export const ASKING_WORDS =
  /^(?:ask(?:s|ed|ing)?|know(?:s|n)?|knew|wonder(?:s|ed|ing)?|see(?:s|n)?|sure|check(?:s|ed)?|tell|told|find|decide[sd]?|remember|say|clear|matter(?:s)?|as|even)$/;

/** `if anything`, `if not`, `if possible`: phrases that set no condition. */
export const IDLE_AFTER_IF: ReadonlySet<string> = new Set(
  'not any anything anybody anyone ever at possible necessary only so'.split(' '),
);

/** By them a writer says in words of their own that a statement depends on something. */
export const CONDITIONAL_WORDS =
  /^(?:if|unless|whether|should|would|could|might|were|had|provided|providing|condition(?:s|al|ally)?|case|event|otherwise|depend(?:s|ed|ing)?|when|once|until|hypothetical(?:ly)?)$/;

/** What comes near to being so, and is not. "About", "some" and the like only blur a number; see boundWords.ts. */
export const NEAR_MISSES: ReadonlySet<string> = new Set('almost nearly practically virtually'.split(' '));

/** What `almost` may stand before as before a number. */
export const QUANTIFIERS: ReadonlySet<string> = new Set(
  'all every everyone everybody everything always any anyone anybody anything both half each entire'.split(
    ' ',
  ),
);
