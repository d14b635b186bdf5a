/**
 * What Attest's own client may ask beyond LSP: for the status item, the views, the comparison with a source, the fact
 * sheet and the clean copy. Types and names only, shared by client and server; a client that knows none of it misses no other feature.
 */
import type { Range, WorkspaceEdit } from 'vscode-languageserver';
import type { Recorded } from '../annotations/annotationFile.ts';
import type { DismissScope } from '../features/dismiss.ts';
import type { RuleId } from '../rules/rule.ts';

/** Request: `DocumentParams` → `DocumentStatus | null` (null for a document the server doesn't know). */
export const STATUS_REQUEST = 'attest/status';

/** Request: `CompareParams` → `Comparison[]`, best first; empty where the position lies in no traceable passage. */
export const COMPARE_REQUEST = 'attest/compare';

/** Request: `DocumentParams` → `FactsOfArticle | null` (null for a document that is not checked). Ask again when its diagnostics change. */
export const FACTS_REQUEST = 'attest/facts';

/** Request: `FactSheetParams` → `MadeText | null`. */
export const FACT_SHEET_REQUEST = 'attest/factSheet';

/** Request: `DocumentParams` → `MadeText | null`: the article without its marks. */
export const CLEAN_COPY_REQUEST = 'attest/cleanCopy';

export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

export interface DocumentStatus {
  /** Whether warnings are shown for the document. */
  readonly checked: boolean;
  /** Why, as a sentence for people: `It reads like an article: 14 paragraphs of prose.` */
  readonly reason: string;
  /** Quotations and claims in the article. */
  readonly facts: number;
  /** How many of them have a source: an attribution, a counterpart or an annotation. */
  readonly sourced: number;
  /** Shown now, warnings and errors; information and hints ask for nothing. */
  readonly warnings: number;
}

export interface CompareParams extends DocumentParams {
  readonly range: Range;
}

/** A passage of the asked document beside its counterpart in another one. */
export interface Comparison {
  /** `altered`, `verbatim` … */
  readonly verdict: string;
  /** The same in words, as in the hover. */
  readonly comparison: string;
  readonly here: ComparedPassage;
  readonly there: ComparedPassage;
}

export interface ComparedPassage {
  readonly uri: string;
  readonly range: Range;
  /** The text at the range, as the server has it. */
  readonly text: string;
}

/** `statement`: what somebody is given for in the writer's own words. */
export type FactKind = 'quotation' | 'claim' | 'statement';

/**
 * What a fact still needs. First what a person recorded: `verified`, `disputed`, `needs-checking`, `dismissed`, or
 * `changed`, when its words were edited after that. Then what is known: `warned`; `sourced`, linked or found in another
 * article; `attributed`, somebody is given for it; `open`.
 */
export type FactStatus =
  | 'verified'
  | 'disputed'
  | 'needs-checking'
  | 'dismissed'
  | 'changed'
  | 'warned'
  | 'sourced'
  | 'attributed'
  | 'open';

export interface Fact {
  readonly kind: FactKind;
  readonly range: Range;
  /** On one line. */
  readonly passage: string;
  /** Counted from 1, as a reader counts them: no headings, bylines or captions. Null in a heading. */
  readonly paragraph: number | null;
  readonly status: FactStatus;
  readonly speaker: string | null;
  /** For people: the TARGET somebody linked, else the nearest counterpart with its place: `interview.txt, line 14`. */
  readonly source: string | null;
  /** The document alone, without the place in it. */
  readonly document: string | null;
  /** The counterpart, where there is one. */
  readonly place: { readonly uri: string; readonly range: Range } | null;
  /** How the passage compares with its counterpart: `word for word`, `altered` … */
  readonly comparison: string | null;
  readonly verdict: 'verified' | 'disputed' | 'needs-checking' | 'dismissed' | null;
  readonly note: string | null;
  /** Ids of its annotations, for `attest.server.removeAnnotations`. */
  readonly annotations: readonly string[];
  /** The messages of its warnings. */
  readonly warnings: readonly string[];
}

export interface SourceUse {
  /** The document, or the address of what is none of the workspace's. */
  readonly uri: string;
  readonly name: string;
  readonly title: string | null;
  /** `article`: a document of the workspace; `elsewhere`: an address or another file; `missing`: a target nothing has. */
  readonly kind: 'article' | 'elsewhere' | 'missing';
  /** Whether it lies under the `attest.sources` globs. */
  readonly isSource: boolean;
  /** Indices into `facts`; empty for a source document that this article does not use. */
  readonly uses: readonly number[];
}

/** An annotation whose passage is not in the article any more, or in several places. */
export interface LostAnnotation {
  readonly id: string;
  readonly passage: string;
  readonly why: 'ambiguous' | 'orphan';
  readonly verdict: string | null;
  readonly source: string | null;
  readonly note: string | null;
}

export interface FactsOfArticle {
  readonly title: string;
  readonly version: number | null;
  /** In text order. */
  readonly facts: readonly Fact[];
  /** Used ones in the order of their first use, then source documents that are not used. */
  readonly sources: readonly SourceUse[];
  readonly lost: readonly LostAnnotation[];
  /** Of quotations and claims. */
  readonly totals: {
    readonly facts: number;
    readonly attributed: number;
    readonly traced: number;
    readonly unsourced: number;
    readonly verified: number;
    readonly open: number;
  };
}

export interface FactSheetParams extends DocumentParams {
  /** `md` where it is missing. */
  readonly format?: 'md' | 'html' | 'csv';
}

/** A text for a new editor. */
export interface MadeText {
  readonly text: string;
  readonly languageId: string;
}

/** Request: `QuoteParams` → `QuotedPassage | null` (null where the words are those of no other article). */
export const QUOTE_REQUEST = 'attest/quote';

/** Words on their way into the document. */
export interface QuoteParams extends DocumentParams {
  /** What they take the place of. */
  readonly range: Range;
  readonly text: string;
  /** The document they were copied from; null where only the index can tell. */
  readonly from: string | null;
}

export interface QuotedPassage {
  /** The words between the marks of the house style, with the attribution and the mark of the source. */
  readonly newText: string;
  /** The source, for people: `Ana Ruiz, minutes.txt`. */
  readonly detail: string;
  /**
   * What the client is to record by `ANNOTATE_COMMAND` once `newText` stands in the document: `words` is its beginning.
   * Null where a mark in it says where it comes from.
   */
  readonly recording: Pick<AnnotateArguments, 'words' | 'record'> | null;
}

/** What `attest.server.annotate` writes into the annotation file. */
export interface AnnotateArguments extends DocumentParams {
  readonly range: Range;
  /** The words of the passage: what is recorded must be about them, whatever was typed since. */
  readonly words: string;
  readonly record: Partial<Recorded>;
}

/** Request: `RecordParams` → `Settled | null` (null when nothing was recorded; the server has told why). */
export const RECORD_REQUEST = 'attest/record';

/** What a person says about a passage. */
export interface Recordable {
  readonly verdict?: 'verified' | 'disputed' | 'needs-checking';
  /** A TARGET. */
  readonly source?: string;
  readonly speaker?: string;
  readonly note?: string;
}

export interface RecordParams extends DocumentParams {
  readonly range: Range;
  /** The words at the range. */
  readonly words: string;
  readonly record: Recordable;
}

/** Request: `DismissParams` → `Settled | null` (null where there is no such warning any more). */
export const DISMISS_REQUEST = 'attest/dismiss';

export interface DismissParams extends DocumentParams {
  /** Where the warning is. */
  readonly range: Range;
  readonly rule: RuleId;
  readonly scope: DismissScope;
  readonly reason: string | null;
}

/** One of the two: an edit for the client to apply, or the id of the annotation that was written. */
export interface Settled {
  readonly edit: WorkspaceEdit | null;
  readonly annotation: string | null;
}

/** The initialization option that tells a server in a browser where its data lies: the address of the folder `dist`. */
export const DATA_FOLDER_OPTION = 'dataFolder';

/**
 * Requests of the server about files that it cannot reach itself, in a browser or a virtual workspace: the client answers
 * with `FileAnswer`. Files of the disk, `file:`, are asked for only by a server that has no disk.
 */
export const LIST_FOLDER_REQUEST = 'attest/listFolder';
/** `ReadFileParams` → the bytes in base64. */
export const READ_FILE_REQUEST = 'attest/readFile';
/** `WriteFileParams` → null. */
export const WRITE_FILE_REQUEST = 'attest/writeFile';

export type FileAnswer<T> = { readonly value: T } | FileProblem;

export interface FileProblem {
  readonly problem: 'missing' | 'too-large' | 'changed' | 'read-only' | 'refused' | 'other';
  /** Bytes, of a file that is too large. */
  readonly size?: number;
}

export interface ListedEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

export interface ListFolderParams {
  readonly uri: string;
}

export interface ReadFileParams {
  readonly uri: string;
  /** Bytes; of a larger file only its size is wanted. */
  readonly limit: number;
}

export interface WriteFileParams {
  readonly uri: string;
  /** Null removes the file. */
  readonly text: string | null;
  /** What the file held when it was read; null for no file. Where that has changed, nothing is written. */
  readonly expected: string | null;
}
