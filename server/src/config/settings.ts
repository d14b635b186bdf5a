/** The settings as the server and the command line use them, after editor, project file and defaults were merged. */
import type { KnownFact, Profile, RuleId, RuleSettings, Severity } from '../rules/rule.ts';

export const CHECK_ON = ['type', 'save', 'manual'] as const;
export type CheckOn = (typeof CHECK_ON)[number];

export const QUOTATION_MARKS = ['auto', 'curly', 'straight', 'single-curly', 'guillemets', 'german'] as const;
export type QuotationMarks = (typeof QUOTATION_MARKS)[number];

export const ATTRIBUTION_ORDERS = ['speaker-verb', 'verb-speaker'] as const;
export type AttributionOrder = (typeof ATTRIBUTION_ORDERS)[number];

export const ANNOTATION_PLACES = ['auto', 'marks', 'file'] as const;
export type AnnotationPlace = (typeof ANNOTATION_PLACES)[number];

export const CODE_LENS = ['off', 'article', 'quotations'] as const;
export type CodeLens = (typeof CODE_LENS)[number];

export const TRACE = ['off', 'messages', 'verbose'] as const;

export interface Settings extends RuleSettings {
  readonly enable: boolean;
  readonly profile: Profile;
  readonly rules: Readonly<Partial<Record<RuleId, Severity | 'off'>>>;
  readonly knownFacts: readonly KnownFact[];
  /** Globs, relative to the workspace folder. */
  readonly sources: readonly string[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly checkOn: CheckOn;
  /** Milliseconds of rest before a new warning shows in the sentence being typed; 0 shows it at once. */
  readonly hideWhileTyping: number;
  /** Where a light-bulb action records an annotation. */
  readonly annotationPlace: AnnotationPlace;
  readonly quotationMarks: QuotationMarks;
  /** `said` */
  readonly attributionVerb: string;
  readonly attributionOrder: AttributionOrder;
  readonly completeQuotations: boolean;
  readonly pasteQuotations: boolean;
  readonly inlayHints: boolean;
  readonly codeLens: CodeLens;
  readonly semanticTokens: boolean;
  readonly decorations: boolean;
  /** Larger files are left alone; in kilobytes. */
  readonly maxFileSize: number;
}
