/**
 * Every sentence a rule says, in one table: English here, other languages by `Say`. `{0}`, `{1}` are filled with
 * passages and names. A message names the passage, says what is missing, and offers a way out.
 */
import type { Say } from '../text/say.ts';
import { phrases } from '../text/say.ts';

export const MESSAGES = phrases({
  claimWithoutSource: 'Nobody is given for {0}. Name the source in this sentence, or link one.',
  claimWithoutAnnotation: '{0} has no annotation yet. Link its source, or mark it as verified.',
  claimAndMore: '{0} ({1} more like it in this paragraph.)',
  claimAlike: 'Without a source too',
  quoteWithoutSpeaker: 'Nobody says {0}. Name the speaker in or next to this sentence.',
  partialQuoteWithoutSpeaker: 'Whose words are {0}? Name the speaker, or drop the quotation marks.',
  quoteWithoutAnnotation: '{0} has no annotation yet. Link its source, or mark it as verified.',
  vagueSource: '{0} could be anybody. Say which, how many, or how they know.',
  vagueSourceless: '{0} leaves open who says so. Name the source, or say why it cannot be named.',
  vagueResearch: '{0} names no study. Say who found it and where it was published.',
  unclosedQuote: 'This quotation is never closed. Close it after its last word.',
  fixCloseAfterSentence: 'Close the quotation after this sentence',
  fixCloseAfterParagraph: 'Close the quotation at the end of the paragraph',
  alteredWords: 'The source has {1} where this quotation has {0}. Use the source’s wording, or paraphrase.',
  alteredMissing: 'The source also has {0} here. Restore it, or mark the omission.',
  alteredMissingGrave: 'The source also has {0} here. Restore it; an ellipsis does not make up for it.',
  alteredAdded: '{0} is not in the source. Use the source’s wording, or put it in brackets.',
  alteredMoved: 'The source has these words in another order. Use the source’s wording, or paraphrase.',
  alteredMore: '{0} ({1} more differences.)',
  alteredOneMore: '{0} (1 more difference.)',
  alteredElsewhere:
    'Another article quotes this differently: {1} where this one has {0}. Check which is right.',
  alteredElsewhereMissing: 'Another article also quotes {0} here. Check which is right.',
  alteredElsewhereAdded: 'Another article quotes this without {0}. Check which is right.',
  alteredElsewhereMoved: 'Another article quotes these words in another order. Check which is right.',
  alteredSpeakers:
    'In the source another speaker ({0}) has some of these words. Quote each alone, or mark what was left out.',
  alteredCounterpart: 'The other wording',
  fixSourceWording: 'Use the source’s wording',
  fixMarkOmission: 'Mark the omission with an ellipsis',
  speakerMismatch: 'The source gives these words to {1}, not to {0}. Correct the name, or check the source.',
  speakerCounterpart: 'Said by {0} here',
  figureMismatch:
    'The source gives {1} where this article has {0}. Correct the figure, or name the other source.',
  figureMismatchWithin:
    '{0} here, {1} elsewhere in this article for the same thing. Correct one, or say how they differ.',
  figureCounterpart: 'The other figure: {0}',
  missingTarget: '{0} cannot be found. Correct the path, or link another source.',
  missingFragment: '{0} no longer contains the linked passage. Link it again.',
  missingFootnote: 'The footnote {0} has no definition. Add one, or remove the mark.',
  missingEmptyTarget: 'This mark names no source. Add a path, an address or a source id.',
  wrongSource: 'These words are not in {0}, but in {1}. Correct the source, or check the quotation.',
  wrongSourceCounterpart: 'The words stand here',
  missingOutside: '{0} lies outside the workspace, where Attest does not look. Use a path inside it.',
  inconsistentName: '{0} is {1} elsewhere in this article. Use one spelling.',
  inconsistentSource: '{0} is {1} in the source. Correct the name, or check the source.',
  inconsistentElsewhere: '{0} is {1} in another article that quotes the same words. Check which is right.',
  inconsistentOther: 'Spelled {0} here',
  fixRespell: 'Change to {0}',
  fixRespellAll: 'Change to {0} in the whole article',
  unresolvedMark: 'Material is still to come here: {0}. Fill it in, or remove the mark.',
  unresolvedMarkBare: 'Material is still to come here. Fill it in, or remove the mark.',
});

export type Messages = Readonly<Record<keyof typeof MESSAGES, string>>;

/** Longer passages are shortened in the middle of nowhere: a message is read in one line. */
const MAX_PASSAGE = 60;

/** Returns a function that words a message of the table in the person's language. */
export function wordingIn(say: Say): (message: keyof Messages, ...values: readonly string[]) => string {
  return (message, ...values) => say(MESSAGES[message], ...values);
}

/**
 * A passage as a message names it: in quotation marks (those it has itself, if any), on one line, not too long, and
 * without the comma or full stop at its end.
 */
export function quoted(passage: string): string {
  const flat = passage.replace(/\s+/g, ' ').trim();
  const opening = /^["“„«'‘‚]/.exec(flat)?.[0];
  const inner = (opening === undefined ? flat : flat.slice(1).replace(/["“”«»’‘']$/, '')).replace(
    /[.,;:]$/,
    '',
  );
  const shown = inner.length <= MAX_PASSAGE ? inner : `${cutAtWord(inner)}…`;
  return `${opening ?? '“'}${shown}${CLOSING[opening ?? '“']!}`;
}

const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“',
  '«': '»',
  "'": "'",
  '‘': '’',
  '‚': '‘',
};

function cutAtWord(text: string): string {
  const cut = text.slice(0, MAX_PASSAGE - 1);
  const space = cut.lastIndexOf(' ');
  const end = space > MAX_PASSAGE / 2 ? space : cut.length;
  // Not between the halves of a surrogate pair.
  return cut.slice(0, /[\uD800-\uDBFF]$/.test(cut.slice(0, end)) ? end - 1 : end);
}
