/** Wordings of the reasons that attributions carry; `{0}` is the cue, `{1}` the source. */
export const ATTRIBUTION_REASONS: Readonly<Record<string, string>> = {
  'attribution-cue-source': 'the words {0} give it to {1}',
  'attribution-cue': 'the words {0} report it without naming anyone',
};
