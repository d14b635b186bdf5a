/**
 * What a sentence speaks of, as words that can be compared with another sentence's. A sentence is read once for as long
 * as its paragraph stays as it is: figures are compared at every keystroke.
 */
import type { Article, Sentence } from '../analysis/facts.ts';
import { perBlock, wordsOfBlocks } from '../analysis/perBlock.ts';
import { commonSpelling } from '../language/en/spellings.ts';
import { comparisonWords } from '../text/comparison.ts';
import { textOf } from '../text/span.ts';
import type { Steps } from '../text/steps.ts';
import { nameFormAt } from './verdict/difference/nameWords.ts';
import { isFunctionWord } from './index/grams.ts';

export interface SubjectWord {
  /** As `comparisonWords` folds it. */
  readonly folded: string;
  /** In the singular, in the one spelling of both sides of the Atlantic. */
  readonly subject: string;
  readonly isFunctionWord: boolean;
  readonly isName: boolean;
}

interface ReadWord extends SubjectWord {
  /** A name unless the article has this word in lower case. */
  readonly nameUnless: string | null;
}

/** The words of a sentence of the article, in order. Never throws. */
export function subjectWords(article: Article, { span, block }: Sentence): readonly SubjectWord[] {
  const known = readSentences(article, block);
  const text = textOf(article.text, span);
  const words = known.get(text) ?? readWords(text);
  known.set(text, words);
  if (words.every(({ nameUnless }) => nameUnless === null)) return words;
  return words.map((word) =>
    word.nameUnless === null ? word : { ...word, isName: !ordinaryWords.has(article, word.nameUnless) },
  );
}

/** The word in the singular, and in the one spelling of both sides of the Atlantic. */
export function subjectWord(word: string): string {
  return commonSpelling(singular(word));
}

const readSentences = perBlock(() => new Map<string, readonly ReadWord[]>());

function readWords(sentence: string): ReadWord[] {
  return comparisonWords(sentence).map((word) => {
    const form = nameFormAt(sentence, word);
    const isName = /^\p{Lu}{2,}/u.test(textOf(sentence, word)) || form === 'name';
    return {
      folded: word.text,
      subject: subjectWord(word.text),
      isFunctionWord: isFunctionWord(word.hash),
      isName,
      nameUnless: !isName && form === 'opening' ? textOf(sentence, word).toLowerCase() : null,
    };
  });
}

/** Reads the words that every block has in lower case, in steps; `subjectWords` asks for all of them. */
export function* readOrdinaryWordsInSteps(article: Article): Steps<void> {
  for (const block of article.blocks.keys()) {
    ordinaryWords.read(article, block);
    yield;
  }
}

/** The words that stand somewhere in lower case, without what is joined to them. */
const ordinaryWords = wordsOfBlocks(
  (text) => new Set(Array.from(text.matchAll(/(?<!\p{L})\p{Ll}+/gu), ([word]) => word)),
);

function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
