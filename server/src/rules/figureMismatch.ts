import { coverOf } from '../text/cover.ts';
import { textOf } from '../text/span.ts';
import type { FigureCounterpart } from '../workspace/figures.ts';
import { figuresWithin } from '../workspace/figures.ts';
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
    'against percentage points. Silent where any source agrees, where either document has several figures for the thing, and ' +
    'where a mark or annotation says that the figure was checked. Milder where the other document is no source ' +
    'under `attest.sources`.',
  defaultSeverity: 'warning',
  needsWorkspace: true,
  examples: {
    warned: [
      {
        text: 'The ferry terminal in Northby will cost <w>$4.2 million</w>, the council said.',
        sources: {
          'sources/minutes.txt':
            'The council heard that the ferry terminal in Northby will cost $2.4 million.',
        },
      },
    ],
    silent: [
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

function checkFigures(context: RuleContext): RuleFinding[] {
  const { id, article, workspace, figures, say } = context;
  if (!workspace) return [];
  const candidates = article.quantities.flatMap(({ exempt, weight }, index) =>
    exempt === null && weight >= LEAST_WEIGHT ? [index] : [],
  );
  if (candidates.length === 0) return [];
  const accounted = accountedFor(context);
  const quotations = coverOf(article.quotations.map(({ span }) => span));
  return candidates.flatMap((index) => {
    const { span } = article.quantities[index]!;
    // What a quotation says is held against its source word for word.
    if (accounted.overlaps(span) || quotations.overlaps(span)) return [];
    const other = contradiction(workspace, figures(index));
    const source = other && workspace.article(other.counterpart.id);
    const there = other && source?.quantities[other.counterpart.quantity];
    if (!there) return [];
    // Several figures for one thing are a poll, a count in progress, a comparison: no one of them has a counterpart.
    if (figuresWithin(id, article, index).length > 0) return [];
    if (figuresWithin(other.counterpart.id, source, other.counterpart.quantity).length > 0) return [];
    const words = quoted(textOf(source.text, there.span));
    return [
      {
        span,
        message: say('figureMismatch', quoted(textOf(article.text, span)), words),
        ...(!other.binding && { gravity: 'milder' as const }),
        related: [{ id: other.counterpart.id, span: there.span, message: say('figureCounterpart', words) }],
      },
    ];
  });
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
    : counterparts.filter(({ shared }) => shared.length >= LEAST_SHARED_ELSEWHERE);
  if (
    considered.length > MOST_COUNTERPARTS ||
    considered.some(({ relation }) => relation !== 'contradicting')
  )
    return null;
  const [counterpart] = considered;
  return counterpart ? { counterpart, binding } : null;
}
