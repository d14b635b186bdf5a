import type { Quotation } from '../analysis/facts.ts';
import { lastStartingBefore } from '../text/cover.ts';
import type { Span } from '../text/span.ts';
import type { Fix, Rule, RuleContext, RuleFinding } from './rule.ts';

/** The closing mark for each opening one. */
const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '"': '"',
  "'": "'",
  '«': '»',
  '»': '«',
  '‹': '›',
  '„': '“',
  '‚': '‘',
  '”': '”',
  '’': '’',
};

export const unclosedQuote: Rule = {
  id: 'unclosed-quote',
  title: 'A quotation without an end',
  explanation:
    'An opening quotation mark without a partner leaves open where somebody’s words end and the writer’s begin. A ' +
    'paragraph whose quotation goes on in the next paragraph, with a new opening mark there, is in order; so are ' +
    'apostrophes, elisions (’til, ’80s), feet and inches. The fix closes the quotation after its sentence or at the ' +
    'end of the paragraph.',
  defaultSeverity: 'warning',
  needsWorkspace: false,
  looksNearby: true,
  examples: {
    warned: [
      'Marta Veld said: <w>“We</w> never wanted the bridge to be built here.\n\nThe council meets again on Monday.',
    ],
    silent: [
      'Marta Veld said: “We never wanted the bridge.\n\n“We wanted the ferry.”',
      'The plank is 6\' 2" long, and the ’80s are back.',
      'The dogs’ kennel was rock ’n’ roll.',
      '',
    ],
  },
  check: checkMarks,
};

function checkMarks({ article, wording }: RuleContext): RuleFinding[] {
  const { text, sentences } = article;
  const spans = sentences.map(({ span }) => span);
  return article.quotations
    .filter(({ unclosed }) => unclosed)
    .map((quotation) => {
      const end = contentEnd(text, quotation.inner);
      const sentence = spans[lastStartingBefore(spans, quotation.inner.start + 1)];
      const sentenceEnd = sentence ? Math.min(contentEnd(text, sentence), end) : end;
      const mark = CLOSING[text[quotation.span.start] ?? ''] ?? '”';
      const fixes: Fix[] = [];
      if (sentenceEnd < end && sentenceEnd > quotation.inner.start) {
        fixes.push({
          title: wording('fixCloseAfterSentence'),
          edits: [insertion(sentenceEnd, mark)],
          preferred: true,
        });
      }
      if (end > quotation.inner.start) {
        const preferred = fixes.length === 0;
        fixes.push({ title: wording('fixCloseAfterParagraph'), edits: [insertion(end, mark)], preferred });
      }
      return { span: openingAndFirstWord(text, quotation), message: wording('unclosedQuote'), fixes };
    });
}

function insertion(at: number, newText: string): Fix['edits'][number] {
  return { span: { start: at, end: at }, newText };
}

function contentEnd(text: string, { start, end }: Span): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1]!)) at--;
  return at;
}

/** The mark alone is too small to see. */
function openingAndFirstWord(text: string, { span, inner }: Quotation): Span {
  const word = /^\s*\S+/.exec(text.slice(inner.start, Math.min(inner.end, inner.start + 100)));
  return { start: span.start, end: inner.start + (word?.[0].length ?? 0) };
}
