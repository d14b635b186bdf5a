/** The facts of an article as `attest analyze --format json` prints them: the contract with programs outside. */
import type { Article, Attribution } from '../analysis/facts.ts';
import type { Span } from '../text/span.ts';

type Range = readonly [start: number, end: number];

export interface ReportedDiagnostic {
  readonly code: string;
  readonly range: Range;
  readonly severity: string;
  readonly message: string;
}

export interface AnalysisReport {
  readonly path: string;
  readonly blocks: readonly { range: Range; kind: string }[];
  readonly quotes: readonly { range: Range; kind: string; attribution: number | null }[];
  readonly attributions: readonly {
    source: readonly Range[];
    cue: readonly Range[];
    content: readonly Range[];
    speaker: string | null;
    kind: string;
  }[];
  readonly claims: readonly {
    range: Range;
    value: number;
    upper: number | null;
    unit: string | null;
    modifier: string;
    change: string;
    attribution: number | null;
    exempt: string | null;
  }[];
  readonly diagnostics: readonly ReportedDiagnostic[];
}

export function analysisReport(
  path: string,
  article: Article,
  diagnostics: readonly ReportedDiagnostic[],
): AnalysisReport {
  return {
    path,
    blocks: article.blocks.map(({ span, kind }) => ({ range: range(span), kind })),
    quotes: article.quotations.map(({ span, kind, attribution }) => ({
      range: range(span),
      kind,
      attribution,
    })),
    attributions: article.attributions.map((attribution) => ({
      source: attribution.source.map(range),
      cue: attribution.cue.map(range),
      content: attribution.content.map(range),
      speaker: speakerName(article, attribution),
      kind: attribution.kind,
    })),
    claims: article.quantities.map(({ span, value, upper, unit, modifier, change, attribution, exempt }) => ({
      range: range(span),
      value,
      upper,
      unit,
      modifier,
      change,
      attribution,
      exempt,
    })),
    diagnostics,
  };
}

function range({ start, end }: Span): Range {
  return [start, end];
}

function speakerName(article: Article, { speaker }: Attribution): string | null {
  return speaker === null ? null : (article.speakers[speaker]?.name ?? null);
}
