/**
 * What is known about the passage under the pointer: who says it and how we know, where else it stands and in which
 * words, the quantity in plain figures, and why it is flagged.
 */
import type { Article, Quotation } from '../analysis/facts.ts';
import type { Reason } from '../analysis/reasons.ts';
import { wordReason } from '../analysis/reasons.ts';
import type { Span } from '../text/span.ts';
import { textOf, touches } from '../text/span.ts';
import { compareSpeakers, speakerOf as speakerOfPassage } from '../workspace/speakers.ts';
import type { Counterpart } from '../workspace/types.ts';
import type { FeatureContext } from './context.ts';
import type { FactsAt, MentionAt } from './factsAt.ts';
import { factsAt } from './factsAt.ts';
import { REASON_WORDINGS } from './reasonWordings.ts';
import type { Piece, RichLine } from './richText.ts';
import { saidElsewhere } from './saidElsewhere.ts';
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
}

const MAX_LINES = 12;
const MAX_COUNTERPARTS = 3;
const MAX_CHANGES = 3;
const MAX_FINDINGS = 2;

/** @param withWarnings false for an editor that shows the warnings of a place by itself */
export function hoverAt(context: FeatureContext, offset: number, withWarnings = true): HoverContent | null {
  const { article } = context;
  const at = factsAt(article, offset);
  const trace =
    at.quotation !== null || at.attributionPart === 'content'
      ? traceAt(context, offset, MAX_COUNTERPARTS)
      : null;
  const findings = context.findings.filter(({ span }) => touches(span, offset)).slice(0, MAX_FINDINGS);

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

  const lines: RichLine[] = [
    ...(quantity && at.quantity !== null ? quantityLines(article, at.quantity) : []),
    ...(at.mention ? mentionLines(article, at.mention) : []),
    ...sayingLines(article, at, quotation),
    ...(trace?.counterparts.flatMap((counterpart, i) =>
      counterpartLines(context, trace.passage, counterpart, i === 0),
    ) ?? []),
    ...(withWarnings ? findings : []).map(({ severity, message, rule }): RichLine => [
      `${SEVERITY_NAMES[severity]}: ${message} (${rule})`,
    ]),
  ];
  return lines.length === 0 ? null : { span, lines: lines.slice(0, MAX_LINES) };
}

function partAt(attribution: Article['attributions'][number] | undefined, offset: number): Span | undefined {
  return [...(attribution?.cue ?? []), ...(attribution?.source ?? []), ...(attribution?.content ?? [])].find(
    (span) => touches(span, offset),
  );
}

function quantityLines(article: Article, index: number): RichLine[] {
  const quantity = article.quantities[index]!;
  const lines: RichLine[] = [[{ strong: plainQuantity(quantity) }]];
  const why = because(article, quantity.reason);
  if (quantity.exempt !== null) lines.push([`Needs no source${why}.`]);
  else if (quantity.attribution === null) lines.push([`A claim nobody is given for${why}.`]);
  else {
    const who = speakerOf(article, article.attributions[quantity.attribution]!);
    lines.push([`A claim attributed to ${who ?? 'a source without a name'}${why}.`]);
  }
  return lines;
}

function mentionLines(article: Article, { speaker: index, mention: mentionIndex }: MentionAt): RichLine[] {
  const speaker = article.speakers[index]!;
  const mention = speaker.mentions[mentionIndex]!;
  const name = speakerName(article, index);
  const roles = speaker.roles.length > 0 ? `, ${excerpt(listed(speaker.roles), 80)}` : '';
  const first: Piece[] = [{ strong: name }, roles];
  if (speaker.speaksFor !== null) first.push(`, speaks for ${speakerName(article, speaker.speaksFor)}`);
  const lines: RichLine[] = [first];
  const written = textOf(article.text, mention.span);
  if (mention.antecedent && written !== name) {
    lines.push([`“${excerpt(written)}” is ${name}${because(article, mention.reason)}.`]);
  }
  const said = article.attributions.filter((attribution) => attribution.speaker === index).length;
  if (said > 0)
    lines.push([said === 1 ? 'Is given for 1 statement here.' : `Is given for ${said} statements here.`]);
  return lines;
}

/** Who says the quotation or statement. */
function sayingLines(article: Article, at: FactsAt, quotation: Quotation | undefined): RichLine[] {
  const index = quotation?.attribution ?? at.attribution;
  if (index === null) {
    if (!quotation) return [];
    const isSaid = quotation.role === 'speech' || quotation.role === 'writing';
    const why = because(article, quotation.reason);
    return [
      [isSaid ? `Nobody is given for these words${why}.` : `Quotation marks that need no speaker${why}.`],
    ];
  }
  const attribution = article.attributions[index]!;
  const who = speakerOf(article, attribution);
  const why = because(article, attribution.reason);
  const lines: RichLine[] = [
    who === null ? [`Said, but by nobody who is named${why}.`] : ['Said by ', { strong: who }, `${why}.`],
  ];
  const resolved = resolution(article, attribution.speaker, attribution.source);
  if (resolved) lines.push([resolved]);
  return lines;
}

/** `“he” is Joseph Votel: …`, where the source is a pronoun or a short form. */
function resolution(article: Article, speaker: number | null, source: readonly Span[]): string | null {
  if (speaker === null) return null;
  const mention = article.speakers[speaker]!.mentions.find(
    ({ span, antecedent }) =>
      antecedent !== null && source.some((part) => part.start <= span.start && span.end <= part.end),
  );
  if (!mention) return null;
  return `“${excerpt(textOf(article.text, mention.span))}” is ${speakerName(article, speaker)}${because(article, mention.reason)}.`;
}

function counterpartLines(
  context: FeatureContext,
  passage: Span,
  counterpart: Counterpart,
  isFirst: boolean,
): RichLine[] {
  const { id, span, fragments, verdict, changes, allowances, farApart } = counterpart;
  const there = context.workspace.input(id)?.text ?? '';
  const time = context.locatorOf({ id, span: fragments[0] ?? span });
  const lines: RichLine[] = [
    [
      isFirst ? 'In ' : 'Also in ',
      { place: { id, span }, text: `${context.nameOf(id)}${time === null ? '' : ` at ${time}`}` },
      `: ${VERDICTS[verdict]}`,
      isFirst ? speakerThere(context, passage, counterpart) : '',
    ],
  ];
  const told = changes.slice(0, MAX_CHANGES).map((change) => wordChange(context.article.text, there, change));
  const more = changes.length - told.length;
  if (told.length > 0) {
    lines.push([`Difference: ${told.join('; ')}${more > 0 ? `; ${more} more` : ''}.`]);
  }
  if (isFirst && farApart) lines.push(['The parts joined here stand far apart there.']);
  if (isFirst && allowances.length > 0) {
    lines.push([
      `Not counted as a difference: ${listed(allowances.map((allowance) => ALLOWANCES[allowance]))}.`,
    ]);
  }
  return lines;
}

/** `, said by Mara Lind there`, and how that goes with who says it here where the names differ. */
function speakerThere(
  { article, workspace }: FeatureContext,
  passage: Span,
  { id, span }: Counterpart,
): string {
  const said = saidElsewhere(workspace, { id, span });
  if (!said) return '';
  const relation = compareSpeakers(speakerOfPassage(article, passage), said.speaker);
  return `, said by ${said.who} there${relation === 'speaks-for' ? ' (compatible: one speaks for the other)' : ''}`;
}

/** `: reason`, or nothing where the reason has no wording. */
function because(article: Article, reason: Reason): string {
  return reason.code in REASON_WORDINGS ? `: ${wordReason(article.text, reason, REASON_WORDINGS)}` : '';
}
