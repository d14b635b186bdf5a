import type { Article, BlockKind, Quotation } from '../analysis/facts.ts';
import { coverage } from '../annotations/coverage.ts';
import { comparisonWords } from '../text/comparison.ts';
import type { Cover } from '../text/cover.ts';
import { coverOf, lastStartingBefore } from '../text/cover.ts';
import { textOf } from '../text/span.ts';
import { quoted } from './messages.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';

/** Fewer quoted words inside the writer's sentence are left alone, but in a fact-check. */
const LEAST_PARTIAL_WORDS = 3;

export const unattributedQuote: Rule = {
  id: 'unattributed-quote',
  title: 'A quotation nobody says',
  explanation:
    'Words in quotation marks are somebody’s words; the reader must be told whose. A full quotation without a speaker ' +
    'is a warning, a few quoted words inside a sentence only a hint. Titles, terms and nicknames in quotation marks ' +
    'are no quotations, and a word or two are left to the writer. Name the speaker in or next to the sentence, or attribute the passage in an annotation. In ' +
    'the profile `strict` every quotation needs an annotation.',
  defaultSeverity: 'warning',
  needsWorkspace: false,
  looksNearby: true,
  examples: {
    warned: [
      'The meeting ended after midnight.\n\n<w>“We never wanted the bridge to be built where it stands today.”</w>\n\nThe council meets again on Monday.',
    ],
    silent: [
      '“We never wanted the bridge to be built where it stands today,” said Marta Veld, the council leader.',
      'Marta Veld was blunt. “We never wanted the bridge to be built where it stands today,” she said.',
      'Her first novel, “The Salt Road,” appeared in 1998.',
      'They call it the “long wait.”',
      '',
    ],
  },
  check: checkQuotations,
};

function checkQuotations(context: RuleContext): RuleFinding[] {
  const { article, text, marks, annotations, settings, wording } = context;
  const strict = settings.profile === 'strict';
  const findings: RuleFinding[] = [];
  const blocks = article.blocks.map(({ span }) => span);
  let accounted: Cover | null = null;
  article.quotations.forEach((quotation) => {
    const block = article.blocks[lastStartingBefore(blocks, quotation.span.end)];
    if (!block || !isUtterance(quotation, block.kind)) return;
    const spoken = hasSpeaker(article, quotation);
    if (!strict && (spoken || isCatchword(article, quotation))) return;
    accounted ??= coverOf(
      coverage(article, text, marks, annotations)
        .filter(({ target, speaker, verdict }) => target ?? speaker ?? verdict)
        .map(({ span }) => span),
    );
    if (accounted.overlaps(quotation.span)) return;
    const words = quoted(textOf(article.text, quotation.span));
    if (spoken) findings.push({ span: quotation.span, message: wording('quoteWithoutAnnotation', words) });
    else if (quotation.kind === 'partial') {
      findings.push({
        span: quotation.span,
        gravity: 'hint',
        message: wording('partialQuoteWithoutSpeaker', words),
      });
    } else findings.push({ span: quotation.span, message: wording('quoteWithoutSpeaker', words) });
  });
  return findings;
}

/** Nested quotations belong to the one around them; headlines are attributed by the article below them. */
function isUtterance({ role, parent }: Quotation, block: BlockKind): boolean {
  if (parent !== null || (role !== 'speech' && role !== 'writing')) return false;
  return block !== 'headline' && block !== 'heading' && block !== 'turn';
}

/** A word or two in quotation marks are as often the writer's distance as somebody's words. */
function isCatchword(article: Article, { kind, inner }: Quotation): boolean {
  return kind === 'partial' && comparisonWords(article.text, inner).length < LEAST_PARTIAL_WORDS;
}

/** Its own attribution, or that of the quotation it goes on from. */
function hasSpeaker(article: Article, quotation: Quotation): boolean {
  let at: Quotation | undefined = quotation;
  for (let steps = 0; at && steps <= article.quotations.length; steps++) {
    if (at.attribution !== null) return true;
    at = at.continues === null ? undefined : article.quotations[at.continues];
  }
  return false;
}
