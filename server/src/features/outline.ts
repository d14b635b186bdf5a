/** The outline of an article: who speaks, with what they say, and the claims, paragraph by paragraph. */
import type { Article } from '../analysis/facts.ts';
import type { Span } from '../text/span.ts';
import { hull, textOf } from '../text/span.ts';
import type { Said } from './speakerNames.ts';
import { speakerName, speakerOf } from './speakerNames.ts';
import { excerpt, plainQuantity } from './wording.ts';

export type OutlineKind = 'speakers' | 'speaker' | 'quotation' | 'statement' | 'claims' | 'claim';

export interface OutlineItem {
  readonly kind: OutlineKind;
  readonly name: string;
  readonly detail: string;
  /** All of it; holds `selection`. */
  readonly span: Span;
  /** What is selected when the item is chosen. */
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

/** Speakers in the order of their introduction, those who say nothing left out. */
export function outline(said: Said): readonly OutlineItem[] {
  const { article, say } = said;
  return [
    ...speakerItems(said),
    ...section('claims', say('Claims'), claimItems(said)),
    ...section('speakers', say('Nobody is given for'), unattributed(article)),
  ];
}

function speakerItems(said: Said): OutlineItem[] {
  const { article } = said;
  const bySpeaker = new Map<number, OutlineItem[]>();
  for (const attribution of article.attributions) {
    const span = hull(attribution.content);
    if (attribution.speaker === null || !span) continue;
    const items = bySpeaker.get(attribution.speaker) ?? [];
    bySpeaker.set(attribution.speaker, items);
    items.push({
      kind: attribution.kind === 'indirect' ? 'statement' : 'quotation',
      name: excerpt(textOf(article.text, span)) || '…',
      detail: attribution.cue.map((cue) => textOf(article.text, cue)).join(' '),
      span,
      selection: span,
      children: [],
    });
  }
  return [...bySpeaker]
    .map(([index, children]): OutlineItem => {
      const speaker = article.speakers[index]!;
      const selection = speaker.introduction;
      return {
        kind: 'speaker',
        name: speakerName(said, index),
        detail: speaker.roles.join(', '),
        span: hull([selection, ...children.map(({ span }) => span)])!,
        selection,
        children,
      };
    })
    .sort((a, b) => a.selection.start - b.selection.start);
}

function claimItems(said: Said): OutlineItem[] {
  const { article, say } = said;
  return article.quantities
    .filter(({ exempt }) => exempt === null)
    .map((quantity): OutlineItem => {
      const attribution =
        quantity.attribution === null ? undefined : article.attributions[quantity.attribution];
      return {
        kind: 'claim',
        name: plainQuantity(say, quantity),
        detail: (attribution && speakerOf(said, attribution)) ?? say('nobody is given'),
        span: quantity.span,
        selection: quantity.span,
        children: [],
      };
    });
}

function unattributed(article: Article): OutlineItem[] {
  return article.quotations
    .filter(({ attribution, role, parent }) => attribution === null && role === 'speech' && parent === null)
    .map(({ span }): OutlineItem => {
      const name = excerpt(textOf(article.text, span)) || '…';
      return { kind: 'quotation', name, detail: '', span, selection: span, children: [] };
    });
}

function section(kind: OutlineKind, name: string, children: readonly OutlineItem[]): OutlineItem[] {
  const span = hull(children.map((child) => child.span));
  return span
    ? [{ kind, name, detail: String(children.length), span, selection: children[0]!.selection, children }]
    : [];
}
