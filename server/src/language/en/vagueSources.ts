/**
 * Sources that could be anybody, after the handbooks' sections on anonymous and vague sourcing (AP, NPR, Reuters).
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/**
 * Plural and collective nouns that, alone, name nobody. Left out: "police", "prosecutors", "officials", "witnesses",
 * "residents", which finished copy uses for people the article has placed, and which a reader can go and ask.
 */
export const VAGUE_NOUNS = words(
  'experts critics observers analysts sources insiders commentators pundits specialists scientists researchers ' +
    'economists people many some several others supporters opponents skeptics sceptics detractors advocates studies ' +
    'reports source insider',
);

/** Words that may stand before such a noun without telling who is meant. */
export const EMPTY_MODIFIERS = words(
  'a an the some many several most few certain various other numerous multiple unnamed anonymous ' +
    'independent political medical legal military economic financial industry security market informed ' +
    'well-placed reliable leading top senior local',
);

/** "some", "many" and "others" stand alone; "people" needs one of these before it to be vague. */
export const NEEDS_MODIFIER = words('people reports');

/**
 * Phrases that say "somebody says" without anybody. Each is matched whole, in any case. Left out: "allegedly" and
 * "alleged", which the law asks for; "is expected to" and "is due to", which announce; "according to reports", found as
 * an attribution; "is said to be" followed by a name's own words cannot be told apart and stays in.
 */
export const SOURCELESS_PHRASES: readonly string[] = [
  'reportedly',
  'rumoredly',
  'supposedly',
  'it is (?:widely |generally |commonly |now )?(?:believed|thought|understood|said|rumou?red|assumed|feared|claimed)',
  'it has been (?:claimed|suggested|alleged|rumou?red|reported)',
  'it was (?:widely )?(?:rumou?red|claimed|suggested|believed)',
  '(?:is|are|was|were) (?:widely |generally |commonly )?(?:believed|thought|rumou?red|understood|reputed|said) to (?:be|have)',
  'some (?:say|argue|claim|believe|fear|suggest)',
  'many (?:say|argue|believe|fear)',
  'there are (?:claims|rumou?rs|suggestions|reports) that',
  'rumou?r has it',
];

/** Research without a name. */
export const RESEARCH_PHRASES: readonly string[] = [
  '(?:recent |some |many |several |numerous |new |previous )?(?:studies|research|surveys|polls|data|science|evidence|statistics) (?:have |has )?(?:show|shows|shown|suggest|suggests|suggested|indicate|indicates|indicated|found|find|prove|proves|proven)',
];
