/**
 * Runs speaker resolution on an article whose sources are given: `<s:Ana Vale>she</s>` is a source that means Ana Vale,
 * `<s:->` one that names nobody. `<c>…</c>` is the content of the nearest source of its paragraph. So these tests do not
 * depend on how attributions are found.
 */
import { analyzeBlock } from '../../../server/src/analysis/blockFacts.ts';
import type { Attribution, Block, Speaker } from '../../../server/src/analysis/facts.ts';
import { reason } from '../../../server/src/analysis/reasons.ts';
import { finish } from '../../../server/src/text/steps.ts';
import { resolveSpeakers } from '../../../server/src/analysis/speakers/speakers.ts';
import { shift, type Span, textOf } from '../../../server/src/text/span.ts';
import { readMarked } from '../../support/marked.ts';

export interface ResolvedArticle {
  readonly text: string;
  readonly speakers: readonly Speaker[];
  readonly attributions: readonly Attribution[];
  /** `she → Ana Vale` for every source, as resolved and as the tags expect. */
  readonly found: readonly string[];
  readonly expected: readonly string[];
  readonly speaker: (name: string) => Speaker;
}

export function resolveMarked(marked: string): ResolvedArticle {
  const { text, spans } = readMarked(marked);
  const blocks = paragraphs(text);
  const facts = blocks.map(({ span, kind }) => analyzeBlock(textOf(text, span), kind));
  const quotations = facts.flatMap((fact, i) =>
    fact.quotations.map((quotation) => ({
      ...quotation,
      span: shift(quotation.span, blocks[i]!.span.start),
      inner: shift(quotation.inner, blocks[i]!.span.start),
    })),
  );
  const sources = spans.filter(({ tag }) => tag === 's');
  const contents = spans.filter(({ tag }) => tag === 'c');
  const given = sources.map((source): Attribution => ({
    kind: 'direct',
    source: [{ start: source.start, end: source.end }],
    cue: [],
    content: contents
      .filter((content) => nearest(content, sources, blocks) === source)
      .map(({ start, end }) => ({ start, end })),
    speaker: null,
    parent: null,
    confidence: 1,
    reason: reason('given'),
  }));
  const { speakers, attributions } = finish(
    resolveSpeakers(text, blocks, facts, { attributions: given, quotations, inConversation: false }),
  );
  const line = (span: Span, name: string): string => `${textOf(text, span)} → ${name}`;
  return {
    text,
    speakers,
    attributions,
    found: attributions.map(({ source, speaker }) => line(source[0]!, nameOf(speakers, speaker))),
    expected: sources.map((source) => line(source, source.label)),
    speaker: (name) => {
      const found = speakers.find((speaker) => speaker.name === name);
      if (!found)
        throw new Error(`no speaker ${name} among ${speakers.map((speaker) => speaker.name).join(', ')}`);
      return found;
    },
  };
}

function nameOf(speakers: readonly Speaker[], index: number | null): string {
  return (index === null ? null : speakers[index]!.name) ?? '-';
}

function paragraphs(text: string): Block[] {
  return [...text.matchAll(/[^\n]+/g)].map((match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    kind: 'paragraph',
    reason: reason('given'),
  }));
}

function nearest<T extends Span>(
  content: Span,
  sources: readonly T[],
  blocks: readonly Block[],
): T | undefined {
  const block = blocks.find(({ span }) => span.start <= content.start && content.end <= span.end)!;
  return sources
    .filter(({ start }) => block.span.start <= start && start < block.span.end)
    .filter(({ start }) => start < content.start || start >= content.end)
    .sort((a, b) => distance(a, content) - distance(b, content))[0];
}

function distance(a: Span, b: Span): number {
  return a.end <= b.start ? b.start - a.end : a.start - b.end;
}
