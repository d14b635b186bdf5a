/** Pronouns by person: exchanging one for one of another person says it of somebody else. In comparison form. */
export const PRONOUN_PERSONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'first person singular': 'i me my mine myself',
    'first person plural': 'we us our ours ourselves',
    'second person': 'you your yours yourself yourselves',
    'third person, he': 'he him his himself',
    'third person, she': 'she her hers herself',
    'third person, it': 'it its itself',
    'third person plural': 'they them their theirs themselves',
  }).flatMap(([person, words]) => words.split(' ').map((word) => [word, person] as const)),
);
