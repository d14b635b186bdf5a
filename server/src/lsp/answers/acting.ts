/** What a person does about warnings and passages: code actions, the commands behind them, and Attest's own requests. */
import type {
  CodeAction,
  CodeActionParams,
  ExecuteCommandParams,
  TextDocumentEdit,
  TextEdit as ProtocolEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { CodeActionKind, CodeActionTriggerKind, ErrorCodes, ResponseError } from 'vscode-languageserver';
import { VERDICTS } from '../../annotations/annotation.ts';
import type { Recorded } from '../../annotations/annotationFile.ts';
import type { ActionSort, CodeAction as FoundAction } from '../../features/codeActions.ts';
import { fixesOfAll, passageActions, passageAt, warningActions } from '../../features/codeActions.ts';
import type { FeatureContext } from '../../features/context.ts';
import { dismissals, isDismissScope } from '../../features/dismiss.ts';
import type { Change, Recording } from '../../features/recording.ts';
import { recordingOf } from '../../features/recording.ts';
import type { TextEdit } from '../../text/edits.ts';
import { overlaps, textOf } from '../../text/span.ts';
import type {
  AnnotateArguments,
  DismissParams,
  RecordParams,
  Recordable,
  Settled,
} from '../attestProtocol.ts';
import {
  ANNOTATE_COMMAND,
  CHECK_COMMAND,
  DISMISS_COMMAND,
  LINK_COMMAND,
  REMOVE_ANNOTATIONS_COMMAND,
  VERDICT_COMMANDS,
} from '../commands.ts';
import { linesOf } from '../lines.ts';
import type { Session } from '../session.ts';
import { projectFileFixes, sideFileKind } from '../sideFiles.ts';
import { rangeOf } from '../toProtocol.ts';
import type { Answer } from './asking.ts';
import { inRange, uriOf } from './asking.ts';

/** What concerns a warning is a quick fix; what a person may do about any passage comes when it is asked for. */
const KINDS: Readonly<Record<ActionSort, string>> = {
  fix: CodeActionKind.QuickFix,
  'link-fix': `${CodeActionKind.QuickFix}.attest.link`,
  attribute: `${CodeActionKind.QuickFix}.attest.attribute`,
  dismiss: `${CodeActionKind.QuickFix}.attest.dismiss`,
  link: `${CodeActionKind.Refactor}.attest.link`,
  verdict: `${CodeActionKind.Refactor}.attest.verdict`,
  speaker: `${CodeActionKind.Refactor}.attest.attribute`,
  sic: `${CodeActionKind.Refactor}.attest.sic`,
  remove: `${CodeActionKind.Refactor}.attest.remove`,
  'fix-all': `${CodeActionKind.SourceFixAll}.attest`,
};

export function codeActionsIn(session: Session, params: CodeActionParams): Answer<CodeAction[]> {
  if (!session.client.codeActionLiterals) return [];
  const asked = (params.context as Partial<CodeActionParams['context']> | undefined) ?? {};
  const { only } = asked;
  const wants = (kind: string): boolean =>
    !Array.isArray(only) || only.some((wanted: unknown) => isKind(kind, wanted));
  const document = session.document(uriOf(params));
  if (document && sideFileKind(document.id) === 'project-file') {
    if (!wants(CodeActionKind.QuickFix)) return [];
    const { uri, lines } = document;
    return projectFileFixes(uri, lines, params.range, session.client.encoding, session.say);
  }
  return inRange(session, params, (context, span) => {
    const project = session.projectFile(context.id);
    // A light bulb at every quotation would be no sign of anything.
    const byItself = asked.triggerKind === CodeActionTriggerKind.Automatic;
    const found = [
      ...(wantsAny(only, CodeActionKind.QuickFix)
        ? warningActions(context, span, project?.text ?? null)
        : []),
      ...(wantsAny(only, CodeActionKind.Refactor) && !byItself ? passageActions(context, span) : []),
      // What is about the whole article comes to those who ask for it.
      ...(Array.isArray(only) && wantsAny(only, CodeActionKind.SourceFixAll) ? fixesOfAll(context) : []),
    ].filter(({ sort }) => wants(KINDS[sort]));
    const actions = found.map((action) => encode(session, context, action));
    const canChoose = session.client.commands.includes(LINK_COMMAND) && wants(KINDS.link);
    return canChoose && !byItself && passageAt(context, span) ? [...actions, otherSource(session)] : actions;
  });
}

/** Whether some kind below this one is wanted. */
function wantsAny(only: unknown, kind: string): boolean {
  return !Array.isArray(only) || only.some((wanted) => isKind(kind, wanted) || isKind(String(wanted), kind));
}

/** The client lets the person choose among all documents and addresses. */
function otherSource({ say }: Session): CodeAction {
  const title = say('Link to a source…');
  return { title, kind: KINDS.link, command: { title, command: LINK_COMMAND } };
}

function encode(session: Session, context: FeatureContext, action: FoundAction): CodeAction {
  const { title, sort, finding, preferred } = action;
  const asking = askingCommand(session, context, action);
  return {
    title: asking ? `${title}…` : title,
    kind: KINDS[sort],
    ...(finding && { diagnostics: [session.toDiagnostic(context.id, finding)] }),
    ...(preferred && { isPreferred: true }),
    ...(asking ?? effectOf(session, context, action)),
  };
}

/** The client's own command, where it has one that asks the person for more: a reason, a note. */
function askingCommand(
  session: Session,
  context: FeatureContext,
  { title, scope, finding, annotation, sort }: FoundAction,
): Pick<CodeAction, 'command'> | null {
  const { commands } = session.client;
  if (scope && finding && commands.includes(DISMISS_COMMAND)) {
    const args: Omit<DismissParams, 'reason'> = {
      textDocument: { uri: session.texts.uri(context.id) },
      range: session.texts.range(context.id, finding.span),
      rule: finding.rule,
      scope,
    };
    return { command: { title, command: DISMISS_COMMAND, arguments: [args] } };
  }
  const verdict = annotation?.record.verdict;
  const command = sort === 'verdict' && verdict ? VERDICT_COMMANDS[verdict] : undefined;
  return command !== undefined && commands.includes(command) ? { command: { title, command } } : null;
}

function effectOf(
  session: Session,
  context: FeatureContext,
  { title, edits, annotation, project, removed }: FoundAction,
): Pick<CodeAction, 'edit' | 'command'> {
  if (project) {
    const edit = projectEdit(session, context, project);
    return edit ? { edit } : {};
  }
  if (annotation) {
    const command = ANNOTATE_COMMAND;
    return { command: { title, command, arguments: [annotateArguments(session, context, annotation)] } };
  }
  if (removed.length > 0) {
    const args = { textDocument: { uri: session.texts.uri(context.id) }, annotations: removed };
    return { command: { title, command: REMOVE_ANNOTATIONS_COMMAND, arguments: [args] } };
  }
  return { edit: articleEdit(session, context, edits) };
}

function articleEdit(session: Session, { id }: FeatureContext, edits: readonly TextEdit[]): WorkspaceEdit {
  const changes = edits.map(({ span, newText }): ProtocolEdit => ({
    range: session.texts.range(id, span),
    newText,
  }));
  return { changes: { [session.texts.uri(id)]: changes } };
}

/** The change to `.attest.yaml`, which is made where there is none; null in a client that cannot make files. */
function projectEdit(
  session: Session,
  { id }: FeatureContext,
  { span, newText }: TextEdit,
): WorkspaceEdit | null {
  const file = session.projectFile(id);
  if (!file) return null;
  const { uri, text, exists } = file;
  const change: ProtocolEdit = { range: rangeOf(linesOf(text), span, session.client.encoding), newText };
  if (exists) return { changes: { [uri]: [change] } };
  const made: TextDocumentEdit = { textDocument: { uri, version: null }, edits: [change] };
  return { documentChanges: [{ kind: 'create', uri, options: { ignoreIfExists: true } }, made] };
}

function annotateArguments(
  session: Session,
  { id, text }: FeatureContext,
  { span, record }: Recording,
): AnnotateArguments {
  return {
    textDocument: { uri: session.texts.uri(id) },
    range: session.texts.range(id, span),
    words: textOf(text, span),
    record,
  };
}

/** The commands that code actions and completions run. The answer to `ANNOTATE_COMMAND` is the annotation's id. */
export function executeCommand(
  session: Session,
  { command, arguments: args }: ExecuteCommandParams,
): Promise<string | null> | null {
  const [first] = (Array.isArray(args) ? args : []) as readonly (
    (Partial<AnnotateArguments> & { readonly annotations?: unknown }) | null | undefined
  )[];
  const uri = uriOf(first ?? {});
  switch (command) {
    case CHECK_COMMAND:
      session.checkNow(uri);
      return null;
    case REMOVE_ANNOTATIONS_COMMAND: {
      const ids: unknown = first?.annotations;
      const named = Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
      return named.length > 0 ? session.recordings.remove(uri, named).then(() => null) : null;
    }
    case ANNOTATE_COMMAND: {
      if (!first?.textDocument || !first.range || !first.record || typeof first.words !== 'string')
        return null;
      const { record, words } = first;
      return inRange(session, first as AnnotateArguments, (_, span) =>
        session.recordings.add(uri, { span, record }, words),
      );
    }
    default:
      throw new ResponseError(ErrorCodes.InvalidParams, 'There is no such command.');
  }
}

/** Attest's own: records something about a passage, in the text or in the annotation file. */
export function record(session: Session, params: RecordParams): Promise<Settled | null> | null {
  const wanted = recorded(params.record);
  if (!wanted || typeof (params.words as unknown) !== 'string') return null;
  return inRange(session, params, (context, span) => {
    // Typed over since: the words decide what is meant, as they do in the file.
    const change =
      textOf(context.text, span) === params.words
        ? recordingOf(context, span, wanted)
        : { edits: [], annotation: { span, record: wanted } };
    return settle(session, context, params.words, change);
  });
}

/** Attest's own: dismisses a warning, with a reason. */
export function dismiss(session: Session, params: DismissParams): Promise<Settled | null> | null {
  const { rule, scope, reason } = params as Partial<DismissParams>;
  if (!isDismissScope(scope)) return null;
  const why = typeof reason === 'string' && reason.trim() !== '' ? reason.trim() : null;
  return inRange(session, params, (context, span) => {
    const finding = context.findings.find((found) => found.rule === rule && overlaps(found.span, span));
    const project = session.projectFile(context.id)?.text ?? null;
    const found = finding && dismissals(context, finding, project, why).find((one) => one.scope === scope);
    if (!found) return null;
    if (found.project) {
      const edit = projectEdit(session, context, found.project);
      return edit && Promise.resolve({ edit, annotation: null });
    }
    return settle(session, context, textOf(context.text, found.annotation?.span ?? span), found);
  });
}

async function settle(
  session: Session,
  context: FeatureContext,
  words: string,
  { edits, annotation }: Change,
): Promise<Settled | null> {
  if (!annotation) return { edit: articleEdit(session, context, edits), annotation: null };
  const id = await session.recordings.add(session.texts.uri(context.id), annotation, words);
  return id === null ? null : { edit: null, annotation: id };
}

/** What a client may record; null for nothing. */
function recorded(given: Recordable | undefined): Partial<Recorded> | null {
  const { verdict, source, speaker, note } = (given ?? {}) as Partial<Record<keyof Recordable, unknown>>;
  const said = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
  const record: Partial<Recorded> = {
    ...(said(source) && { source }),
    ...(said(speaker) && { speaker }),
    ...(said(note) && { note }),
  };
  const known = VERDICTS.find((one) => one === verdict && one !== 'dismissed');
  const all = known ? { ...record, verdict: known } : record;
  return Object.keys(all).length > 0 ? all : null;
}

/** Whether `kind` is what the client wants: kinds are dotted, and a shorter one means all below it. */
function isKind(kind: string, wanted: unknown): boolean {
  return typeof wanted === 'string' && (wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}
