/**
 * What a light bulb offers: the fixes of the warnings here, a speaker for words nobody says, ways to dismiss; and about
 * any passage what a person may record and take back. Nothing edits inside quotation marks, except a rule's own fix that
 * says so, and `[sic]`.
 */
import { formatTarget, relativePath, directiveFor } from '../annotations/targets.ts';
import type { Recorded } from '../annotations/annotationFile.ts';
import type { Finding } from '../rules/rule.ts';
import type { TextEdit } from '../text/edits.ts';
import type { Span } from '../text/span.ts';
import { lengthOf, textOf, touches } from '../text/span.ts';
import type { Counterpart } from '../workspace/types.ts';
import { attributed, MAX_SPEAKERS, missingAttribution, nearestSpeakers } from './attribute.ts';
import type { FeatureContext } from './context.ts';
import type { DismissScope } from './dismiss.ts';
import { dismissals } from './dismiss.ts';
import { factPassages } from './factPassages.ts';
import type { Change } from './recording.ts';
import { recordingOf } from './recording.ts';
import { saidElsewhere } from './saidElsewhere.ts';
import { takeBacks } from './takeBack.ts';
import { VERDICTS, VERDICT_NAMES } from './wording.ts';

/** The first four are about a warning, the last about the article, the others about a passage. */
export type ActionSort =
  | 'fix'
  | 'link-fix'
  | 'attribute'
  | 'dismiss'
  | 'link'
  | 'verdict'
  | 'speaker'
  | 'sic'
  | 'remove'
  | 'fix-all';

export interface CodeAction extends Change {
  readonly title: string;
  /** Clients can ask for one sort alone. */
  readonly sort: ActionSort;
  /** The change to `.attest.yaml`. */
  readonly project: TextEdit | null;
  /** Ids of annotations that are removed. */
  readonly removed: readonly string[];
  /** The warning it settles. */
  readonly finding: Finding | null;
  readonly preferred: boolean;
  /** How far a dismissal reaches. */
  readonly scope: DismissScope | null;
}

const MAX_LINKS = 3;
const PLAIN = {
  edits: [],
  annotation: null,
  project: null,
  removed: [],
  finding: null,
  preferred: false,
  scope: null,
} as const;

/**
 * What settles the warnings at the selection, in the order in which it is shown.
 * @param project the text of `.attest.yaml`, empty where there is none yet; null where it cannot be written
 */
export function warningActions(
  context: FeatureContext,
  selection: Span,
  project: string | null,
): readonly CodeAction[] {
  const here = context.findings.filter(({ span }) => meets(span, selection));
  return [
    ...here.flatMap((finding) =>
      finding.fixes.map(({ title, edits, preferred }): CodeAction => ({
        ...PLAIN,
        title,
        sort: 'fix',
        edits,
        preferred,
        finding,
      })),
    ),
    ...here.flatMap((finding) => giveSource(context, finding)),
    ...here.flatMap((finding) =>
      dismissals(context, finding, project).map((dismissal): CodeAction => ({
        ...PLAIN,
        ...dismissal,
        sort: 'dismiss',
        finding,
      })),
    ),
  ];
}

/**
 * All at once, as on saving: the marks whose source has been moved. Nothing else can be mended without a person's
 * judgement.
 */
export function fixesOfAll({ findings, say }: FeatureContext): readonly CodeAction[] {
  const edits = findings
    .filter(({ rule }) => rule === 'missing-source')
    .flatMap(({ fixes }) => fixes.find(({ preferred }) => preferred)?.edits ?? []);
  if (edits.length === 0) return [];
  return [{ ...PLAIN, title: say('Mend every mark whose source was moved'), sort: 'fix-all', edits }];
}

/** Offers, where nobody is given, the documents that have the passage, who says it there, and the speakers named last. */
function giveSource(context: FeatureContext, finding: Finding): CodeAction[] {
  if (missingAttribution({ ...context, findings: [finding] }, finding.span) === undefined) return [];
  const { article, workspace, say } = context;
  const counterparts = workspace.counterparts(context.id, finding.span, MAX_LINKS);
  const names = new Set([
    ...counterparts.flatMap((there) => saidElsewhere(workspace, there, say)?.speaker?.name ?? []),
    ...nearestSpeakers(article, finding.span.start),
  ]);
  const attributions = [...names].slice(0, MAX_SPEAKERS).flatMap((name): CodeAction[] => {
    const edit = attributed(context, finding, name);
    const title = say('Attribute to {0}', name);
    return edit ? [{ ...PLAIN, title, sort: 'attribute', edits: [edit], finding }] : [];
  });
  const links = linksTo(context, finding.span, counterparts);
  return [...links.map((link): CodeAction => ({ ...link, sort: 'link-fix', finding })), ...attributions];
}

/** What can be recorded about the passage at the selection, and what was recorded and can be taken back. */
export function passageActions(context: FeatureContext, selection: Span): readonly CodeAction[] {
  const passage = passageAt(context, selection);
  return [
    ...(passage ? aboutPassage(context, passage) : []),
    ...sic(context, selection),
    ...takeBacks(context, selection).map(({ title, edits, annotations }): CodeAction => ({
      ...PLAIN,
      title,
      sort: 'remove',
      edits,
      removed: annotations,
    })),
  ];
}

function aboutPassage(context: FeatureContext, passage: Span): CodeAction[] {
  const { id, article, workspace, say } = context;
  const verdicts = (['verified', 'disputed', 'needs-checking'] as const).map((verdict) =>
    recorded(context, passage, say('Mark as {0}', say(VERDICT_NAMES[verdict])), 'verdict', { verdict }),
  );
  // What the fixes of a warning offer here need not be offered twice.
  if (missingAttribution(context, passage)) return verdicts;
  const speakers = nearestSpeakers(article, passage.start).map((speaker) =>
    recorded(context, passage, say('Record {0} as the source', speaker), 'speaker', { speaker }),
  );
  return [
    ...linksTo(context, passage, workspace.counterparts(id, passage, MAX_LINKS)),
    ...verdicts,
    ...speakers,
  ];
}

function linksTo(context: FeatureContext, passage: Span, counterparts: readonly Counterpart[]): CodeAction[] {
  const { say, nameOf } = context;
  return counterparts.flatMap((counterpart) => {
    const source = targetOf(context, counterpart);
    if (source === null) return [];
    const title = say('Link to {0} ({1})', nameOf(counterpart.id), say(VERDICTS[counterpart.verdict]));
    return [recorded(context, passage, title, 'link', { source })];
  });
}

function recorded(
  context: FeatureContext,
  passage: Span,
  title: string,
  sort: ActionSort,
  record: Partial<Recorded>,
): CodeAction {
  return { ...PLAIN, ...recordingOf(context, passage, record), title, sort };
}

/** What is selected without the blanks around it, else the shortest fact at the caret. */
export function passageAt({ article, text }: FeatureContext, selection: Span): Span | null {
  const selected = textOf(text, selection);
  if (selected.trim() !== '') {
    const start = selection.start + (selected.length - selected.trimStart().length);
    return { start, end: start + selected.trim().length };
  }
  return (
    factPassages(article)
      .filter((fact) => touches(fact, selection.start))
      .sort((a, b) => lengthOf(a) - lengthOf(b))[0] ?? null
  );
}

/** The document of a counterpart as the article names it, with its words. */
export function targetOf(
  context: FeatureContext,
  { id, span }: Pick<Counterpart, 'id' | 'span'>,
): string | null {
  const address = relativePath(context.id, id);
  const text = context.workspace.input(id)?.text;
  if (address === null || text === undefined) return null;
  return formatTarget({ kind: 'path', address, heading: '', directives: [directiveFor(text, span)] });
}

/** Behind the word at the caret, inside quotation marks only. */
function sic({ article, text, say }: FeatureContext, selection: Span): CodeAction[] {
  const quotation = article.quotations.find(({ inner }) => touches(inner, selection.end));
  if (!quotation) return [];
  const rest = /^[\p{L}\p{M}\p{N}’'-]*/u.exec(text.slice(selection.end, quotation.inner.end))![0];
  const at = selection.end + rest.length;
  const word = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}’'-]*$/u.exec(text.slice(quotation.inner.start, at))?.[0];
  if (word === undefined || /^\s*\[sic\]/.test(text.slice(at))) return [];
  const edit = { span: { start: at, end: at }, newText: ' [sic]' };
  return [{ ...PLAIN, title: say('Insert [sic] after “{0}”', word), sort: 'sic', edits: [edit] }];
}

function meets(a: Span, b: Span): boolean {
  return touches(a, b.start) || touches(b, a.start);
}
