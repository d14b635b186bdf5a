import type { Article } from '../analysis/facts.ts';
import { PROSE_KINDS } from '../analysis/facts.ts';
import { perBlock } from '../analysis/perBlock.ts';
import { coverage } from '../annotations/coverage.ts';
import {
  EMPTY_MODIFIERS,
  NEEDS_MODIFIER,
  RESEARCH_PHRASES,
  SOURCELESS_PHRASES,
  VAGUE_NOUNS,
} from '../language/en/vagueSources.ts';
import type { Cover } from '../text/cover.ts';
import { coverOf } from '../text/cover.ts';
import type { Span } from '../text/span.ts';
import { hull, shift, textOf } from '../text/span.ts';
import type { Steps } from '../text/steps.ts';
import { quoted } from './messages.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';

export const vagueAttribution: Rule = {
  id: 'vague-attribution',
  title: 'A source that could be anybody',
  explanation:
    '“Experts say”, “reportedly”, “it is believed”, “studies show”: the form of an attribution without a source. Say ' +
    'which experts, how many, or how they know; where the source cannot be named, say why. A vague noun is accepted ' +
    'once the article has said who is meant (“analysts at the port authority”), inside quotations, and where an ' +
    'annotation or mark gives the source.',
  defaultSeverity: 'information',
  needsWorkspace: false,
  looksNearby: true,
  examples: {
    warned: [
      '<w>Experts</w> say the bridge will not last another winter.',
      'The owner has <w>reportedly</w> left the country.',
      '<w>It is widely believed</w> that the vote was bought.',
      '<w>Studies show</w> that ferries are safer than bridges.',
    ],
    silent: [
      'Experts at the port authority say the bridge will not last another winter.',
      'Two engineers hired by the council say the bridge will not last another winter.',
      '“Experts say the bridge will not last,” said Marta Veld, the council leader.',
      'Marta Veld said the owner was widely thought to be bankrupt.',
      'The owner has reportedly left the country [source: filing.txt].',
      '',
    ],
  },
  check: checkSources,
};

function* checkSources(context: RuleContext): Steps<RuleFinding[]> {
  const { article, wording } = context;
  const quotations = coverOf(article.quotations.map(({ span }) => span));
  const phrases = yield* sourcelessPhrases(article, quotations);
  const findings: RuleFinding[] = phrases.map(({ span, research }) => ({
    span,
    message: wording(research ? 'vagueResearch' : 'vagueSourceless', quoted(textOf(article.text, span))),
  }));
  const named = coverOf(phrases.map(({ span }) => span));
  const identified = new Map<string, number>();
  for (const { source, parent } of article.attributions) {
    yield;
    const span = hull(source);
    if (!span || parent !== null || quotations.overlaps(span) || named.overlaps(span)) continue;
    const noun = vagueNoun(textOf(article.text, span));
    if (noun === null || (yield* identifiedFrom(article, noun, identified)) < span.start) continue;
    findings.push({ span, message: wording('vagueSource', quoted(textOf(article.text, span))) });
  }
  return findings.length === 0 ? [] : withoutAccounted(context, findings);
}

/** The noun of a source that names nobody: `experts` in `Some experts`; null for any other source. */
function vagueNoun(source: string): string | null {
  const words = source.toLowerCase().split(/\s+/);
  const noun = words.at(-1)!.replace(/[,.;:]$/, '');
  const modifiers = words.slice(0, -1);
  if (!VAGUE_NOUNS.has(noun) || !modifiers.every((word) => EMPTY_MODIFIERS.has(word))) return null;
  return NEEDS_MODIFIER.has(noun) && modifiers.length === 0 ? null : noun;
}

/** From where on the article has said which ones are meant: `analysts at the port`, `Northby economists`. */
function* identifiedFrom(article: Article, noun: string, known: Map<string, number>): Steps<number> {
  let from = known.get(noun);
  for (let block = 0; from === undefined && block < article.blocks.length; block++) {
    yield;
    const identified = identifications(article, block).get(noun);
    if (identified !== undefined) from = article.blocks[block]!.span.start + identified;
  }
  from ??= article.text.length;
  known.set(noun, from);
  return from;
}

const ANY_NOUN = new RegExp(`(?<!\\p{L})(?:${[...VAGUE_NOUNS].join('|')})(?!\\p{L})`, 'gu');
const CAPITALISED_BEFORE = /\p{Lu}[\p{L}.’'-]{0,40}\s$/u;
const IDENTIFYING_AFTER = /^,?\s(?:at|of|from|in|with|for|who|familiar|close)(?!\p{L})/u;
/** Longer than whatever these patterns match. */
const REACH = 42;

/** Where in a block each vague noun first stands with words that tell who is meant. */
const identifications = perBlock((text): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const { 0: noun, index } of text.matchAll(ANY_NOUN)) {
    if (found.has(noun)) continue;
    const before = CAPITALISED_BEFORE.exec(text.slice(Math.max(0, index - REACH), index));
    const end = index + noun.length;
    if (before) found.set(noun, index - before[0].length);
    else if (IDENTIFYING_AFTER.test(text.slice(end, end + REACH))) found.set(noun, index);
  }
  return found;
});

interface Phrase {
  readonly span: Span;
  readonly research: boolean;
}

const SOURCELESS = new RegExp(`\\b(?:${SOURCELESS_PHRASES.join('|')})\\b`, 'gi');
const RESEARCH = new RegExp(
  `(?<=^|[.!?]["”’]?\\s+|\\bbut\\s+|\\band\\s+|,\\s+|\\bthat\\s+)(?:${RESEARCH_PHRASES.join('|')})\\b`,
  'gi',
);

function* sourcelessPhrases(article: Article, quotations: Cover): Steps<Phrase[]> {
  const found: Phrase[] = [];
  const said = coverOf(
    article.attributions.filter(({ source }) => source.length > 0).flatMap(({ content }) => content),
  );
  for (const [index, { span: block, kind }] of article.blocks.entries()) {
    if (!PROSE_KINDS.has(kind) || kind === 'turn' || kind === 'block-quote') continue;
    yield;
    for (const phrase of phrasesIn(article, index)) {
      const span = shift(phrase.span, block.start);
      // Inside what an identified source says, the vagueness is the source's.
      if (!quotations.overlaps(span) && !said.overlaps(span)) found.push({ ...phrase, span });
    }
  }
  return found;
}

/** The phrases of one block; spans count from its start. */
const phrasesIn = perBlock((text): readonly Phrase[] =>
  (
    [
      [SOURCELESS, false],
      [RESEARCH, true],
    ] as const
  ).flatMap(([pattern, research]) =>
    Array.from(text.matchAll(pattern), ({ 0: words, index }) => ({
      span: { start: index, end: index + words.length },
      research,
    })),
  ),
);

function withoutAccounted(
  { article, text, marks, annotations }: RuleContext,
  findings: RuleFinding[],
): RuleFinding[] {
  const covered = coverOf(
    coverage(article, text, marks, annotations)
      .filter(({ target, verdict }) => target ?? verdict)
      .map(({ span }) => span),
  );
  return findings.filter(({ span }) => !covered.overlaps(span));
}
