/**
 * What is known about the passage under the pointer: who says it and how we know, where else it stands and in which
 * words, the quantity in plain figures, and why it is flagged.
 */
import type { Article, Mention, Quotation, Speaker } from '../analysis/facts.ts';
import type { Reason } from '../analysis/reasons.ts';
import { wordReason } from '../analysis/reasons.ts';
import type { Finding } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import { textOf, touches } from '../text/span.ts';
import { compareSpeakers, speakerOf as speakerOfPassage } from '../workspace/speakers.ts';
import type { Counterpart } from '../workspace/types.ts';
import type { FeatureContext, Place } from './context.ts';
import type { FactsAt, MentionAt } from './factsAt.ts';
import { factsAt } from './factsAt.ts';
import { markAt, markLines } from './markAt.ts';
import { REASON_WORDINGS } from './reasonWordings.ts';
import type { Piece, RichLine } from './richText.ts';
import type { SaidElsewhere } from './saidElsewhere.ts';
import { saidElsewhere } from './saidElsewhere.ts';
import { filled } from './richText.ts';
import { speakerName, speakerOf } from './speakerNames.ts';
import { traceAt } from './tracing.ts';
import {
  ALLOWANCES,
  SEVERITY_NAMES,
  VERDICTS,
  excerpt,
  listed,
  plainQuantity,
  wordChange,
} from './wording.ts';

export interface HoverContent {
  /** What the hover is about. */
  readonly span: Span;
  readonly lines: readonly RichLine[];
  /** The counterpart of whose speaker nothing is said here, because its article has to be read first; null for none. */
  readonly unread: Place | null;
}

const MAX_LINES = 12;
const MAX_COUNTERPARTS = 3;
const MAX_CHANGES = 3;
const MAX_FINDINGS = 2;

/** @param withWarnings false for an editor that shows the warnings of a place by itself */
export function hoverAt(context: FeatureContext, offset: number, withWarnings = true): HoverContent | null {
  const { article, say } = context;
  const at = factsAt(article, offset);
  const trace =
    at.quotation !== null || at.attributionPart === 'content'
      ? traceAt(context, offset, MAX_COUNTERPARTS)
      : null;
  const findings = context.findings.filter(({ span }) => touches(span, offset)).slice(0, MAX_FINDINGS);
  const warnings = withWarnings ? findings.map((finding) => warningLine(context, finding)) : [];

  const mark = markAt(context, offset);
  const aboutMark = mark ? markLines(context, mark) : [];
  if (mark && aboutMark.length > 0)
    return { span: mark.span, lines: [...aboutMark, ...warnings], unread: null };

  const quantity = at.quantity === null ? undefined : article.quantities[at.quantity]!;
  const mention = at.mention && article.speakers[at.mention.speaker]!.mentions[at.mention.mention];
  const quotation = at.quotation === null ? undefined : article.quotations[at.quotation]!;
  const attribution = at.attribution === null ? undefined : article.attributions[at.attribution]!;
  const span =
    quantity?.span ??
    mention?.span ??
    trace?.passage ??
    quotation?.span ??
    partAt(attribution, offset) ??
    findings[0]?.span;
  if (!span) return null;

  const [best] = trace?.counterparts ?? [];
  const there = best ? saidElsewhere(context.workspace, best, say) : null;
  const lines: RichLine[] = [
    ...(quantity && at.quantity !== null ? quantityLines(context, at.quantity) : []),
    ...(at.mention ? mentionLines(context, at.mention) : []),
    ...sayingLines(context, at, quotation),
    ...(trace?.counterparts.flatMap((counterpart, i) =>
      counterpartLines(context, trace.passage, counterpart, i === 0 ? (there ?? null) : undefined),
    ) ?? []),
    ...warnings,
  ];
  const unread = best && there === undefined ? { id: best.id, span: best.span } : null;
  return lines.length === 0 ? null : { span, lines: lines.slice(0, MAX_LINES), unread };
}

function warningLine({ say }: FeatureContext, { severity, message, rule }: Finding): RichLine {
  return [say('{0}: {1} ({2})', say(SEVERITY_NAMES[severity]), message, rule)];
}

function partAt(attribution: Article['attributions'][number] | undefined, offset: number): Span | undefined {
  return [...(attribution?.cue ?? []), ...(attribution?.source ?? []), ...(attribution?.content ?? [])].find(
    (span) => touches(span, offset),
  );
}

function quantityLines(context: FeatureContext, index: number): RichLine[] {
  const { article, say } = context;
  const quantity = article.quantities[index]!;
  const attribution = quantity.attribution === null ? null : article.attributions[quantity.attribution]!;
  const stated =
    quantity.exempt !== null
      ? say('Needs no source')
      : attribution === null
        ? say('A claim nobody is given for')
        : say('A claim attributed to {0}', speakerOf(context, attribution) ?? say('a source without a name'));
  return [[{ strong: plainQuantity(say, quantity) }], because(context, stated, quantity.reason)];
}

function mentionLines(
  context: FeatureContext,
  { speaker: index, mention: mentionIndex }: MentionAt,
): RichLine[] {
  const { article, say } = context;
  const speaker = article.speakers[index]!;
  const mention = speaker.mentions[mentionIndex]!;
  const name = speakerName(context, index);
  const first: Piece[] = [{ strong: name }];
  if (speaker.roles.length > 0) first.push(`, ${excerpt(listed(say, speaker.roles), 80)}`);
  if (speaker.speaksFor !== null) {
    first.push(', ', ...filled(say('speaks for {0}'), speakerName(context, speaker.speaksFor)));
  }
  const lines: RichLine[] = [first];
  const written = textOf(article.text, mention.span);
  if (mention.antecedent && written !== name) {
    lines.push(because(context, say('“{0}” is {1}', excerpt(written), name), byName(mention, speaker)));
  }
  const said = article.attributions.filter((attribution) => attribution.speaker === index).length;
  if (said > 0)
    lines.push([
      said === 1 ? say('Is given for 1 statement here.') : say('Is given for {0} statements here.', said),
    ]);
  return lines;
}

/** Who says the quotation or statement. */
function sayingLines(context: FeatureContext, at: FactsAt, quotation: Quotation | undefined): RichLine[] {
  const { article, say } = context;
  const index = quotation?.attribution ?? at.attribution;
  if (index === null) {
    if (!quotation) return [];
    const isSaid = quotation.role === 'speech' || quotation.role === 'writing';
    const stated = isSaid
      ? say('Nobody is given for these words')
      : say('Quotation marks that need no speaker');
    return [because(context, stated, quotation.reason)];
  }
  const attribution = article.attributions[index]!;
  const who = speakerOf(context, attribution);
  const lines: RichLine[] = [
    who === null
      ? because(context, say('Said, but by nobody who is named'), attribution.reason)
      : because(context, say('Said by {0}'), attribution.reason, { strong: who }),
  ];
  const resolved = resolution(context, attribution.speaker, attribution.source);
  return resolved ? [...lines, resolved] : lines;
}

/** `“he” is Joseph Votel: …`, where the source is a pronoun or a short form. */
function resolution(
  context: FeatureContext,
  speaker: number | null,
  source: readonly Span[],
): RichLine | null {
  const { article, say } = context;
  if (speaker === null) return null;
  const mention = article.speakers[speaker]!.mentions.find(
    ({ span, antecedent }) =>
      antecedent !== null && source.some((part) => part.start <= span.start && span.end <= part.end),
  );
  if (!mention) return null;
  const written = excerpt(textOf(article.text, mention.span));
  const told = say('“{0}” is {1}', written, speakerName(context, speaker));
  return because(context, told, byName(mention, article.speakers[speaker]!));
}

/** A pronoun that was resolved by another one: a name before both tells more than “he” stands for “he”. */
function byName({ span, antecedent, reason }: Mention, { mentions }: Speaker): Reason {
  const isAntecedent = (other: Span): boolean => other.start === antecedent?.start;
  if (mentions.find((mention) => isAntecedent(mention.span))?.form !== 'pronoun') return reason;
  const before = mentions.filter((mention) => mention.span.end <= span.start && mention.form !== 'pronoun');
  const named = before.findLast(({ form }) => form !== 'description') ?? before.at(-1);
  if (!named) return reason;
  return { ...reason, evidence: reason.evidence.map((at) => (isAntecedent(at) ? named.span : at)) };
}

/** @param said who says it there, for the best counterpart; undefined for another */
function counterpartLines(
  context: FeatureContext,
  passage: Span,
  counterpart: Counterpart,
  said: SaidElsewhere | null | undefined,
): RichLine[] {
  const { say } = context;
  const { id, changes, allowances, farApart } = counterpart;
  const there = context.workspace.input(id)?.text ?? '';
  const isFirst = said !== undefined;
  const lines = [placeLine(context, passage, counterpart, said)];
  const told = changes
    .slice(0, MAX_CHANGES)
    .map((change) => wordChange(say, context.article.text, there, change));
  const more = changes.length - told.length;
  if (more > 0) told.push(say('{0} more', more));
  if (told.length > 0) lines.push([say('Difference: {0}.', told.join('; '))]);
  if (isFirst && farApart) lines.push([say('The parts joined here stand far apart there.')]);
  if (isFirst && allowances.length > 0) {
    const allowed = allowances.map((allowance) => say(ALLOWANCES[allowance]));
    lines.push([say('Not counted as a difference: {0}.', listed(say, allowed))]);
  }
  return lines;
}

/** `In interview.txt at 00:12:04: word for word, said by Mara Lind there` */
function placeLine(
  context: FeatureContext,
  passage: Span,
  counterpart: Counterpart,
  said: SaidElsewhere | null | undefined,
): RichLine {
  const { say } = context;
  const { id, span, fragments, verdict } = counterpart;
  const time = context.locatorOf({ id, span: fragments[0] ?? span });
  const name = context.nameOf(id);
  const place = { place: { id, span }, text: time === null ? name : say('{0} at {1}', name, time) };
  const told = say(VERDICTS[verdict]);
  if (said === undefined) return filled(say('Also in {0}: {1}'), place, told);
  if (said === null) return filled(say('In {0}: {1}'), place, told);
  return speaksFor(context, passage, said)
    ? filled(
        say('In {0}: {1}, said by {2} there (compatible: one speaks for the other)'),
        ...[place, told, said.who],
      )
    : filled(say('In {0}: {1}, said by {2} there'), place, told, said.who);
}

/** Whether whoever says it there speaks for whoever says it here, or the other way round. */
function speaksFor({ article }: FeatureContext, passage: Span, { speaker }: SaidElsewhere): boolean {
  return compareSpeakers(speakerOfPassage(article, passage), speaker) === 'speaks-for';
}

/** `statement: reason.`, or the statement alone where the reason has no wording. Pieces go into the statement's places. */
function because(
  { article, say }: FeatureContext,
  statement: string,
  reason: Reason,
  ...pieces: readonly Piece[]
): RichLine {
  const stated = filled(statement, ...pieces);
  if (!(reason.code in REASON_WORDINGS)) return [...stated, '.'];
  return [...stated, ': ', wordReason(article.text, reason, REASON_WORDINGS, say), '.'];
}
