/**
 * Words for how sure, how bound or how able: changing one changes the commitment. In comparison form.
 *
 * "ought" and "need" count with their "to" or without. Adverbs of likelihood belong here ("probably" for "may"), for
 * they do the same work. Left out: "going" (tense), "supposed" and "able" (need their neighbours to be told from
 * ordinary adjectives).
 */
export const MODALS: ReadonlySet<string> = new Set(
  'may might can could shall should will would must ought perhaps maybe possibly probably likely certainly definitely'.split(
    ' ',
  ),
);
