import type { Quotation } from '../analysis/facts.ts';
import { coverage } from '../annotations/coverage.ts';
import { parseTarget } from '../annotations/targets.ts';
import { maskMarks } from '../text/marks.ts';
import type { Span } from '../text/span.ts';
import { overlaps, textOf } from '../text/span.ts';
import type { Steps } from '../text/steps.ts';
import type { ArticleId, ChangeKind, Counterpart, WordChange, Workspace } from '../workspace/types.ts';
import type { SpeakerRelation } from '../workspace/speakers.ts';
import { areCompatible, compareSpeakers, speakerOf } from '../workspace/speakers.ts';
import { KnownSources } from './knownSources.ts';
import type { Messages } from './messages.ts';
import { quoted } from './messages.ts';
import { readElsewhere } from './otherArticles.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';
import { omissionMarked, sourceWording } from './sourceWording.ts';
import { countWordsOf } from './wordCounts.ts';

/** Shorter quotations are found in too many places to say which one they come from. */
const LEAST_WORDS = 4;

/** Below it the two are different statements with some words in common. A short passage has to be nearer. */
const LEAST_LIKENESS = { long: 0.6, short: 0.75 };
const LONG = 10;

/** Of another article that is no source of this one, only a near copy is taken for the same statement. */
const LEAST_LIKENESS_ELSEWHERE = 0.75;

/** Fewer words of an article that is no source of this one are a saying, unless the same person says them. */
const LEAST_WORDS_ELSEWHERE = 8;

/** Changes that newsrooms allow or nobody minds; the verdict `cleaned` has no others. */
const HARMLESS: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['filler', 'contraction']);

/** Changes that turn a statement into another one. */
const GRAVE: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['negation', 'number', 'magnitude']);

/** What takes a statement back: it may not go with an ellipsis either. */
const TAKING_BACK: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['negation', 'condition']);

/** Which change a message names first. */
const ORDER: readonly ChangeKind[] = [
  'negation',
  'number',
  'magnitude',
  'name',
  'modal',
  'condition',
  'person',
  'tense',
  'replaced',
  'added',
  'removed',
  'moved',
];

export const alteredQuote: Rule = {
  id: 'altered-quote',
  title: 'A quotation that differs from its source',
  explanation:
    'What stands in quotation marks is what was said, word for word. Brackets, ellipses, `[sic]`, the case of the ' +
    'first letter, closing punctuation and typography may differ; fillers and contractions are overlooked. A changed ' +
    'negation, number or magnitude is an error. A source under `attest.sources`, or one that the passage is linked ' +
    'to, is binding; where only another article has other words, either may be the wrong one, or both translate, ' +
    'and the warning is milder; a few words are then held only against those of the same speaker. Use the source’s wording, mark what was left out, or paraphrase.',
  defaultSeverity: 'warning',
  needsWorkspace: true,
  looksNearby: false,
  examples: {
    warned: [
      {
        text: 'Marta Veld said: <w>“We never wanted the new bridge to be opened in the middle of summer.”</w>',
        sources: {
          'sources/interview.txt':
            'VELD: Look, we never wanted the new bridge to be built in the middle of summer. That is all.',
        },
      },
      {
        text: 'Marta Veld said: <w>“I would vote for the harbour plan as it stands today.”</w>',
        sources: {
          'sources/interview.txt': 'VELD: I would not vote for the harbour plan as it stands today.',
        },
      },
      {
        text: 'Ada Lindqvist said: <w>“The fares will go up by fourteen per cent in the autumn.”</w>',
        sources: {
          'sources/lindqvist.txt': 'LINDQVIST: The fares will go up by four per cent in the autumn.',
          'sources/tveit.txt': 'TVEIT: The fares will go up by fourteen per cent in the autumn.',
        },
      },
      {
        text: 'Ada Lindqvist said: <w>“We set aside 11.7 million for the northern basin in that budget.”</w>',
        sources: {
          'sources/spring.txt': 'LINDQVIST: We set aside 11.4 million for the northern basin in that budget.',
          'sources/autumn.txt': 'LINDQVIST: We set aside 11.9 million for the northern basin in that budget.',
        },
      },
    ],
    silent: [
      {
        text: 'Marta Veld said: “We never wanted the [harbour] bridge … in the middle of summer.”',
        sources: {
          'sources/interview.txt':
            'VELD: Look, we never wanted the bridge to be built in the middle of summer. That is all.',
        },
      },
      {
        text: 'Marta Veld said: “We never wanted the new bridge to be opened in the middle of summer.”',
        sources: { 'sources/minutes.txt': 'The committee approved the budget for the coming year.' },
      },
    ],
  },
  check: checkQuotations,
};

function* checkQuotations(context: RuleContext): Steps<RuleFinding[]> {
  const { article, workspace } = context;
  if (!workspace) return [];
  const linked = linkedSources(context, workspace);
  const findings: RuleFinding[] = [];
  for (const quotation of article.quotations) {
    if (!canBeCompared(quotation)) continue;
    yield;
    const words = countWordsOf(article, quotation.inner);
    if (words < LEAST_WORDS) continue;
    const counterparts = context.counterparts(quotation.span);
    const isBinding = (counterpart: Counterpart): boolean =>
      workspace.input(counterpart.id)?.isSource === true ||
      linked.some(({ span, source }) => source === counterpart.id && overlaps(span, quotation.span));
    const binding = counterparts.filter(isBinding);
    const counterpart = differing(context, quotation, binding.length > 0 ? binding : counterparts, isBinding);
    const least = words < LONG ? LEAST_LIKENESS.short : LEAST_LIKENESS.long;
    if (!counterpart || counterpart.likeness < (binding.length > 0 ? least : LEAST_LIKENESS_ELSEWHERE))
      continue;
    if (
      binding.length === 0 &&
      words < LEAST_WORDS_ELSEWHERE &&
      !hasSameSpeaker(context, quotation, counterpart)
    )
      continue;
    const rivals = counterparts.filter((other) => other !== counterpart && other.verdict === 'ambiguous');
    findings.push(...describe(context, workspace, quotation, counterpart, rivals, binding.length > 0));
  }
  return findings;
}

function hasSameSpeaker(context: RuleContext, quotation: Quotation, there: Counterpart): boolean {
  const relation = relationTo(context, quotation, there);
  return relation !== 'unnamed' && areCompatible(relation);
}

function relationTo(context: RuleContext, { span }: Quotation, there: Counterpart): SpeakerRelation {
  return compareSpeakers(speakerOf(context.article, span), speakerThere(context, there));
}

const speakerThere = readElsewhere(speakerOf);

function canBeCompared({ parent, role, unclosed }: Quotation): boolean {
  return parent === null && !unclosed && (role === 'speech' || role === 'writing');
}

/**
 * The nearest counterpart, when none of them has the words as they are quoted. That somebody else has said them is none
 * where the same speaker has said it otherwise.
 */
function differing(
  context: RuleContext,
  quotation: Quotation,
  counterparts: readonly Counterpart[],
  isBinding: (counterpart: Counterpart) => boolean,
): Counterpart | undefined {
  const isExact = ({ verdict }: Counterpart) => verdict === 'verbatim' || verdict === 'cleaned';
  // Whichever of several equally near places in sources is meant, it has other words.
  const differs = (counterpart: Counterpart) =>
    counterpart.verdict === 'altered' ||
    counterpart.verdict === 'trimmed' ||
    (counterpart.verdict === 'ambiguous' && isBinding(counterpart));
  const exact = counterparts.filter(isExact);
  if (exact.length === 0) return counterparts[0] && differs(counterparts[0]) ? counterparts[0] : undefined;
  const isOfOthers = exact.every(
    (counterpart) => relationTo(context, quotation, counterpart) === 'different',
  );
  if (!isOfOthers) return undefined;
  return counterparts.find(
    (counterpart) =>
      counterpart.verdict === 'altered' &&
      counterpart.changes.some(({ kind }) => GRAVE.has(kind)) &&
      hasSameSpeaker(context, quotation, counterpart),
  );
}

interface LinkedSource {
  readonly span: Span;
  readonly source: ArticleId;
}

/** The articles of the workspace that marks and annotations name as the source of a stretch of text. */
function linkedSources(context: RuleContext, workspace: Workspace): LinkedSource[] {
  const { id, article, text, marks, annotations, folders } = context;
  const targets = coverage(article, text, marks, annotations).filter(({ target }) => target);
  if (targets.length === 0) return [];
  const sources = new KnownSources(id, folders, workspace);
  return targets.flatMap(({ span, target }) => {
    const parsed = parseTarget(target!);
    const found = parsed && sources.find(parsed);
    return found?.kind === 'article' ? [{ span, source: found.id }] : [];
  });
}

function describe(
  { article, wording }: RuleContext,
  workspace: Workspace,
  quotation: Quotation,
  counterpart: Counterpart,
  rivals: readonly Counterpart[],
  binding: boolean,
): RuleFinding[] {
  // The words alone: its facts would have to be found first, and nobody asks for them here.
  const input = workspace.input(counterpart.id);
  const there = input && maskMarks(input.text, input.format);
  const changes = counterpart.changes
    .filter(({ kind }) => !HARMLESS.has(kind))
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.here.start - b.here.start);
  const [first] = changes;
  if (there === undefined || !first) return [];
  const main = nameChange(article.text, there, first, binding, wording);
  const more = changes.length - 1;
  const message =
    more === 0
      ? main
      : more === 1
        ? wording('alteredOneMore', main)
        : wording('alteredMore', main, String(more));
  const grave = changes.some(({ kind }) => GRAVE.has(kind));
  const fixes = [];
  // Which place is meant is not for a fix to say.
  if (binding && rivals.length === 0) {
    // Between places far apart stand the words of others, too, and no label is anybody's words.
    if (!counterpart.farApart && !changes.some(isOtherSpeaker)) {
      fixes.push({
        title: wording('fixSourceWording'),
        edits: sourceWording(article.text, quotation, there, counterpart),
        preferred: true,
      });
    }
    const omission = omissionMarked(article.text, changes);
    if (omission) {
      fixes.push({ title: wording('fixMarkOmission'), edits: omission, preferred: counterpart.farApart });
    }
  }
  return [
    {
      span: quotation.span,
      message,
      ...(binding ? grave && { gravity: 'graver' as const } : !grave && { gravity: 'milder' as const }),
      related: [counterpart, ...rivals].map(({ id, span }) => ({
        id,
        span,
        message: wording('alteredCounterpart'),
      })),
      fixes,
    },
  ];
}

/** A label of the source where this quotation goes on as if nobody else had begun to speak. */
function isOtherSpeaker({ kind, here }: WordChange): boolean {
  return kind === 'name' && here.start === here.end;
}

function nameChange(
  here: string,
  there: string,
  change: WordChange,
  binding: boolean,
  wording: RuleContext['wording'],
): string {
  const ours = textOf(here, change.here).trim();
  const theirs = textOf(there, change.there).trim();
  const message = (source: keyof Messages, elsewhere: keyof Messages): keyof Messages =>
    binding ? source : elsewhere;
  if (change.kind === 'moved') return wording(message('alteredMoved', 'alteredElsewhereMoved'));
  if (isOtherSpeaker(change)) return wording('alteredSpeakers', quoted(theirs));
  if (ours === '') {
    const missing = TAKING_BACK.has(change.kind) ? 'alteredMissingGrave' : 'alteredMissing';
    return wording(message(missing, 'alteredElsewhereMissing'), quoted(theirs));
  }
  if (theirs === '') return wording(message('alteredAdded', 'alteredElsewhereAdded'), quoted(ours));
  return wording(message('alteredWords', 'alteredElsewhere'), quoted(ours), quoted(theirs));
}
