import type { Article, Quantity } from '../analysis/facts.ts';
import { coverOf } from '../text/cover.ts';
import { overlaps, textOf } from '../text/span.ts';
import type { Steps } from '../text/steps.ts';
import type { FigureCounterpart } from '../workspace/figures.ts';
import { figuresWithin, readFiguresInSteps } from '../workspace/figures.ts';
import type { Workspace } from '../workspace/types.ts';
import { quoted } from './messages.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';
import { accountedFor } from './unattributedClaim.ts';

/** Words that both figures must be about where the other article is no source of this one. */
const LEAST_SHARED_ELSEWHERE = 3;

/** Figures that matter less are not looked up. */
const LEAST_WEIGHT = 0.5;

/** What many figures elsewhere are about is a topic, not one fact. */
const MOST_COUNTERPARTS = 3;

export const figureMismatch: Rule = {
  id: 'figure-mismatch',
  title: 'A figure that another document gives otherwise',
  explanation:
    'A figure with the same unit, about the same thing and for no other period, has another value in a source. ' +
    'Rounded figures, “about”, and bounds that hold (“more than 5,000” and 5,400) agree; a percentage is never held ' +
    'against percentage points. Two figures of one article are held against each other as well, where both sentences ' +
    'say nearly the same and no two different sources give them. Silent where any source agrees, where either document has several figures for the thing, and ' +
    'where a mark or annotation says that the figure was checked. Milder where the other document is no source ' +
    'under `attest.sources`.',
  defaultSeverity: 'warning',
  needsWorkspace: true,
  looksNearby: false,
  examples: {
    warned: [
      {
        text: 'The ferry terminal in Northby will cost <w>$4.2 million</w>, the council said.',
        sources: {
          'sources/minutes.txt':
            'The council heard that the ferry terminal in Northby will cost $2.4 million.',
        },
      },
      'The new ferry terminal in Northby will cost $4.2 million.\n\nFew towns spend as much.\n\nThe council voted in May. The ferry terminal in Northby will cost <w>$2.4 million</w> when it opens.',
    ],
    silent: [
      'The protest at the Northby ferry terminal drew 500 people, police said.\n\nThe protest at the Northby ferry terminal drew 900 people, the organisers said.',
      {
        text: 'The ferry terminal in Northby will cost about $4 million, the council said.',
        sources: {
          'sources/minutes.txt':
            'The council heard that the ferry terminal in Northby will cost $4.2 million.',
        },
      },
      {
        text: 'The ferry terminal in Northby will cost $4.2 million [CQ], the council said.',
        sources: {
          'sources/minutes.txt':
            'The council heard that the ferry terminal in Northby will cost $2.4 million.',
        },
      },
      {
        text: 'The ferry terminal in Northby will cost $4.2 million, the council said.',
        sources: { 'sources/minutes.txt': 'The new school roof will cost $2.4 million, the minister said.' },
      },
    ],
  },
  check: checkFigures,
};

function* checkFigures(context: RuleContext): Steps<RuleFinding[]> {
  const { article, workspace } = context;
  if (!workspace) return [];
  const candidates = article.quantities.flatMap(({ exempt, weight }, index) =>
    exempt === null && weight >= LEAST_WEIGHT ? [index] : [],
  );
  if (candidates.length === 0) return [];
  const accounted = accountedFor(context);
  const quotations = coverOf(article.quotations.map(({ span }) => span));
  yield* readFiguresInSteps(article);
  const findings: RuleFinding[] = [];
  for (const index of candidates) {
    const { span } = article.quantities[index]!;
    // What a quotation says is held against its source word for word.
    if (accounted.overlaps(span) || quotations.overlaps(span)) continue;
    yield;
    const found = mismatch(context, workspace, index);
    if (found) findings.push(found);
  }
  return findings;
}

function mismatch(
  { id, article, figures, wording }: RuleContext,
  workspace: Workspace,
  index: number,
): RuleFinding | null {
  const { span } = article.quantities[index]!;
  const earlier = contradictedBefore(article, index);
  if (earlier !== null) {
    const there = article.quantities[earlier]!.span;
    const words = quoted(textOf(article.text, there));
    return {
      span,
      message: wording('figureMismatchWithin', quoted(textOf(article.text, span)), words),
      gravity: 'milder',
      related: [{ id, span: there, message: wording('figureCounterpart', words) }],
    };
  }
  const other = contradiction(workspace, figures(index));
  // Several figures for one thing are a poll, a count in progress, a comparison: no one of them has a counterpart.
  if (!other?.counterpart.isOnly || figuresWithin(article, index, 1).length > 0) return null;
  const there = other.counterpart;
  const words = quoted(there.words);
  return {
    span,
    message: wording('figureMismatch', quoted(textOf(article.text, span)), words),
    ...(!other.binding && { gravity: 'milder' }),
    related: [{ id: there.id, span: there.span, message: wording('figureCounterpart', words) }],
  };
}

/** What two sentences of one article must share before their figures are held against each other: they say the same. */
const SHARED_WITHIN = { words: 4, share: 0.6 };

/** The figure of an earlier sentence that gives the same thing otherwise; null where there is not exactly one. */
function contradictedBefore(article: Article, index: number): number | null {
  const others = figuresWithin(article, index, 2);
  const [other] = others;
  if (!other || others.length > 1 || other.quantity > index) return null;
  const sayTheSame =
    other.sameNames && other.shared.length >= SHARED_WITHIN.words && other.share >= SHARED_WITHIN.share;
  if (other.relation !== 'contradicting' || !sayTheSame) return null;
  const [here, there] = [article.quantities[index]!, article.quantities[other.quantity]!];
  const isOneSentence = article.sentences.some(
    ({ span }) => overlaps(span, here.span) && overlaps(span, there.span),
  );
  return isOneSentence || givenByTwo(article, here, there) ? null : other.quantity;
}

/** The police count one crowd, the organisers another: that is reporting, and no mistake. */
function givenByTwo({ attributions }: Article, a: Quantity, b: Quantity): boolean {
  if (a.attribution === null || b.attribution === null) return false;
  const [here, there] = [attributions[a.attribution]!.speaker, attributions[b.attribution]!.speaker];
  return here === null || here !== there;
}

/** The figure that contradicts, if none agrees: among the sources first, else among the other articles. */
function contradiction(
  workspace: Workspace,
  counterparts: readonly FigureCounterpart[],
): { counterpart: FigureCounterpart; binding: boolean } | null {
  const inSources = counterparts.filter(({ id }) => workspace.input(id)?.isSource === true);
  const binding = inSources.length > 0;
  const considered = binding
    ? inSources
    : counterparts.filter(({ shared, sameNames }) => sameNames && shared.length >= LEAST_SHARED_ELSEWHERE);
  if (
    considered.length > MOST_COUNTERPARTS ||
    considered.some(({ relation }) => relation !== 'contradicting')
  )
    return null;
  const [counterpart] = considered;
  return counterpart ? { counterpart, binding } : null;
}
