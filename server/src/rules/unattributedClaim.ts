import type { Article, Quantity } from '../analysis/facts.ts';
import { coverage } from '../annotations/coverage.ts';
import type { Cover } from '../text/cover.ts';
import { coverOf, lastStartingBefore } from '../text/cover.ts';
import { textOf } from '../text/span.ts';
import { findKnownFacts } from './knownFacts.ts';
import { quoted } from './messages.ts';
import type { Profile, Rule, RuleContext, RuleFinding } from './rule.ts';

/** How much a claim must be worth checking, 0 to 1, before its missing source is spoken of. */
const LEAST_WEIGHT: Readonly<Record<Profile, number>> = { off: 1, writing: 0.5, desk: 0.5, strict: 0 };

export const unattributedClaim: Rule = {
  id: 'unattributed-claim',
  title: 'A claim nobody is given for',
  explanation:
    'A figure that could be disputed, and no word of who says so: handbooks ask for the source in the same sentence, ' +
    'just before or just after the figure. Dates, times, ages, scores, addresses, small counts, figures inside ' +
    'quotations and other numbers that need no source are exempt; of what anybody can see, such as the prices of shares, ' +
    'counted votes and the play of a match, only the profile `strict` speaks. Name the source, put `[source: TARGET]` after the ' +
    'figure, annotate it, or add it to `attest.knownFacts`. In the profile `strict` a claim needs an annotation even ' +
    'where it is attributed.',
  defaultSeverity: 'warning',
  needsWorkspace: false,
  looksNearby: true,
  examples: {
    warned: [
      'The harbour is closed to large ships. There are <w>some 5,000 dockers</w> out of work in the port.',
      'Rents in the old town rose <w>14 percent</w> last year, and those in the harbour 9 percent.',
    ],
    silent: [
      'The council estimates that some 5,000 dockers are out of work.',
      'Rents rose 14 percent last year, according to the city’s housing office.',
      'Shares of the ferry company fell 11 percent on Tuesday.',
      'Ruth Okafor, 34, moved to the island in 2011.',
      'There are some 5,000 dockers out of work in the port [source: survey.txt].',
      'Rents in the old town rose 14 percent [CQ] last year.',
      '“Rents rose 14 percent,” said Ruth Okafor.',
      '',
    ],
  },
  check: checkClaims,
};

function checkClaims(context: RuleContext): RuleFinding[] {
  const { article, id, settings, wording } = context;
  const least = LEAST_WEIGHT[settings.profile];
  const strict = settings.profile === 'strict';
  const candidates = article.quantities.filter(
    (quantity) =>
      quantity.exempt === null && (quantity.attribution === null || strict) && quantity.weight >= least,
  );
  if (candidates.length === 0) return [];
  const accounted = accountedFor(context);
  const claims = candidates.filter(({ span }) => !accounted.overlaps(span));
  return (strict ? claims.map((claim) => [claim]) : alike(article, claims)).map(([first, ...more]) => {
    const words = quoted(textOf(article.text, first.span));
    const message = wording(
      first.attribution === null ? 'claimWithoutSource' : 'claimWithoutAnnotation',
      words,
    );
    return {
      span: first.span,
      message: more.length === 0 ? message : wording('claimAndMore', message, String(more.length)),
      related: more.map(({ span }) => ({ id, span, message: wording('claimAlike') })),
    };
  });
}

/**
 * Claims that one source would do for: the same kind of figure about the same thing in one paragraph, such as the
 * rows of a poll. They are spoken of once.
 */
function alike(article: Article, claims: readonly Quantity[]): (readonly [Quantity, ...Quantity[]])[] {
  const blocks = article.blocks.map(({ span }) => span);
  const groups = new Map<string, [Quantity, ...Quantity[]]>();
  for (const claim of claims) {
    const noun = claim.unit?.toLowerCase().split(/\s+/).at(-1) ?? '';
    const key = `${lastStartingBefore(blocks, claim.span.end)} ${claim.kind} ${noun}`;
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  return [...groups.values()];
}

/** What an annotation or mark has a source or a verdict for, or the workspace holds to be known. */
export function accountedFor({ article, text, marks, annotations, settings }: RuleContext): Cover {
  const covered = coverage(article, text, marks, annotations)
    .filter(({ target, verdict, speaker }) => target ?? verdict ?? speaker)
    .map(({ span }) => span);
  return coverOf([...covered, ...findKnownFacts(article.text, settings.knownFacts)]);
}
