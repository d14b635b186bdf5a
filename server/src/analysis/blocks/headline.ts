/** Lines that read like a headline: short, one clause, without the grammar of a sentence in running text. */
import type { Span } from '../../text/span.ts';

const LONGEST_HEADLINE = 220;
const LONGEST_HEADING = 90;
const MOST_HEADING_WORDS = 14;

const ENDS_SENTENCE = /[.…][)"”’'\]]*$/;
const ENDS_OPEN = /[,;:]$|[—–-]$/;
const DETERMINER = /\b(?:the|a|an)\b/i;
const SMALL_WORDS = new Set(
  'a an the and but or nor for of in on at to by from with as is it its vs vs. via off up over after than into'.split(
    ' ',
  ),
);

/**
 * Whether the first passage of an article is its headline. One without a full stop is; one with a full stop (some
 * archives add it) only in headline style: title case, or no article word and no weekday in a whole sentence.
 */
export function readsLikeHeadline(text: string, passage: Span): boolean {
  if (passage.end - passage.start > LONGEST_HEADLINE) return false;
  const line = text.slice(passage.start, passage.end).replace(/\s+/g, ' ');
  if (ENDS_OPEN.test(line) || !/\p{L}/u.test(line)) return false;
  if (/["”“]$/.test(line) && /^["“]/.test(line) && !/^["“][^"“”]*["”].*["“]/.test(line))
    return isTitleCase(line);
  if (
    /[.!?]["”’']? [\p{Lu}"“‘]/u.test(
      line.replace(/\b(?:\p{Lu}|[JSD]r|Mrs?|Ms|St|vs?|No|Gov|Sen|Rep|Gen)\./gu, ''),
    )
  )
    return false;
  if (!ENDS_SENTENCE.test(line)) return true;
  return (
    isTitleCase(line) || (line.split(' ').length >= 4 && !DETERMINER.test(line) && !readsLikeReport(line))
  );
}

/** Whether a short passage between others is a heading. */
export function readsLikeHeading(text: string, passage: Span): boolean {
  if (passage.end - passage.start > LONGEST_HEADING) return false;
  const line = text.slice(passage.start, passage.end);
  if (/[\r\n]/.test(line) || line.split(/\s+/).length > MOST_HEADING_WORDS) return false;
  const bare = line.replace(/^(\*\*|__)(.+)\1$/, '$2');
  if (!/^[\p{Lu}\d]/u.test(bare) || !/\p{L}/u.test(bare)) return false;
  // A question may be a paragraph of its own.
  return /[\p{L}\p{N}]$/u.test(bare) || (/[?!]$/.test(bare) && isTitleCase(bare));
}

/** `9:05 p.m.`: the entries of a live report are headed by their time. */
export function readsLikeTime(text: string, passage: Span): boolean {
  if (passage.end - passage.start > 24) return false;
  return (
    /^\d{1,2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?:?$/i.test(
      text.slice(passage.start, passage.end),
    ) && /[:.]\d{2}|m/i.test(text.slice(passage.start, passage.end))
  );
}

function isTitleCase(line: string): boolean {
  const words = line.split(' ').filter((word) => /\p{L}/u.test(word) && !SMALL_WORDS.has(word.toLowerCase()));
  const capitalised = words.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length;
  return words.length >= 3 && capitalised >= words.length * 0.8;
}

/** A sentence of running text says when, or who said so. */
function readsLikeReport(line: string): boolean {
  return (
    /\b(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/.test(line) ||
    /\b(?:said|told|was|were|had|has been|have been|yesterday|today|last (?:week|month|year))\b/.test(line) ||
    /^(?:He|She|It|They|We|I|You|There|This|That|These|Those|But|And|So|In|On|At|As|If|While|When|After|Before)\b/.test(
      line,
    )
  );
}
