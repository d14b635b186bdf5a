/**
 * Why a fact holds, in words: a phrase for every reason code of the analysis, `{0}` and `{1}` being the passages that
 * are the evidence. A test holds the table and the analysis together.
 */
export const REASON_WORDINGS: Readonly<Record<string, string>> = {};
