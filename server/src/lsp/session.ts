/**
 * One editing session: open articles, the library of the workspace, settings, and the work between messages. Loaded
 * after `initialize` has been answered, because the language model takes longer to load than an editor likes to wait.
 */
import type {
  Diagnostic,
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidChangeWorkspaceFoldersParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DidSaveTextDocumentParams,
  InitializeParams,
  MessageConnection,
  Position,
} from 'vscode-languageserver';
import {
  CodeLensRefreshRequest,
  FileChangeType,
  InlayHintRefreshRequest,
  PublishDiagnosticsNotification,
  SemanticTokensRefreshRequest,
  TextDocumentContentRefreshRequest,
} from 'vscode-languageserver';
import { analyzeArticle } from '../analysis/analyze.ts';
import type { Article } from '../analysis/facts.ts';
import type { AnchoredAnnotation, Annotation } from '../annotations/annotation.ts';
import { anchorAll } from '../annotations/anchor.ts';
import { annotationFileName } from '../annotations/annotationFile.ts';
import { PROJECT_FILE } from '../config/projectFile.ts';
import type { Settings } from '../config/settings.ts';
import type { FeatureContext, Place } from '../features/context.ts';
import { readsLikeArticle, decide } from '../features/readsLikeArticle.ts';
import type { CheckDecision } from '../features/readsLikeArticle.ts';
import type { Span } from '../text/span.ts';
import { findMarks } from '../text/marks.ts';
import type { Say } from '../text/say.ts';
import { sayIn } from '../text/say.ts';
import { hull } from '../text/span.ts';
import { runNearbyRules, runNearbyRulesInSteps, runRules, runRulesInSteps } from '../rules/runRules.ts';
import type { Steps } from '../text/steps.ts';
import { timestampBefore } from '../workspace/formats/timestamps.ts';
import { createWorkspace } from '../workspace/workspace.ts';
import { AnnotationFiles } from './annotationFiles.ts';
import { Background } from './background.ts';
import type { Job } from './background.ts';
import type { Need } from './checker.ts';
import { Checker } from './checker.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { Configuration } from './configuration.ts';
import type { ToDiagnostic } from './diagnostics.ts';
import { diagnosticsFor } from './diagnostics.ts';
import type { OpenDocument } from './documents.ts';
import { Documents } from './documents.ts';
import { gathered } from './gathered.ts';
import { describe } from './guard.ts';
import { Library } from './library.ts';
import { KeptIndex } from './keptIndex.ts';
import { linesOf } from './lines.ts';
import { ignore } from './log.ts';
import { OpenArticle } from './openArticle.ts';
import type { Clock, Log, World } from './ports.ts';
import { IndexingProgress } from './progress.ts';
import { Recordings } from './recordings.ts';
import { registerForChanges } from './registration.ts';
import { bundleOf, foldersOf, readUri, storagePathOf } from './sessionParams.ts';
import { fileDecisions, isArticleDocument, readSettings } from './settingsFor.ts';
import { sideFileDiagnostics, sideFileKind } from './sideFiles.ts';
import { isConvertedFile } from './sourceFiles.ts';
import { Originals, articleIdOf } from './originals.ts';
import { Existence } from './existence.ts';
import { FactsMemory } from './factsMemory.ts';
import { FigureMemory } from './figureMemory.ts';
import { PassageMemory } from './passageMemory.ts';
import { Preparation } from './preparation.ts';
import { Stamps } from './stamps.ts';
import { Texts } from './texts.ts';
import { canonicalUri, fileNameOf, pathBelow } from './uri.ts';

/** How long the first check waits for the client's settings. */
const SETTINGS_PATIENCE_MS = 3_000;
/** Between two reasons to show the code lenses anew; many in a row are one. */
const LENS_PAUSE_MS = 300;
/** So many code units of a very long article, some 4,000 words, are read and shown first, and then so many times more. */
const FIRST_LOOK = 24_000;
const MUCH_LONGER = 8;
/** An article that needs all that any article needs. */
const SMALL_ARTICLE = '“Ready,” said Attest.';

export class Session {
  readonly texts: Texts;
  readonly checker: Checker;
  readonly toDiagnostic: ToDiagnostic;
  readonly clock: Clock;
  readonly workspace: PassageMemory;
  /** In the language of the person at the editor. */
  readonly say: Say;

  readonly #documents: Documents;
  readonly #library: Library;
  readonly #originals: Originals;
  /** Annotation files that no editor has open and whose mistakes are shown. */
  readonly #toldOf = new Set<string>();
  /** Texts made from files that the editor has asked for. */
  readonly #shownTexts = new Set<string>();
  readonly #annotations: AnnotationFiles;
  readonly #configuration: Configuration;
  readonly #progress: IndexingProgress;
  readonly #keptIndex: KeptIndex;
  readonly #background: Background;
  readonly #editing: Job;
  readonly #checkingWhole: Job;
  readonly #indexing: Job;
  readonly #rechecking: Job;
  readonly #lookingUp: Job;
  readonly #figures: FigureMemory;
  readonly #facts: FactsMemory;
  readonly #findingFacts: Job;
  readonly #preparation: Preparation;
  readonly #existence: Existence;
  readonly #preparing: Job;
  readonly #readingFigures: Job;
  readonly #loadingModels: Job;
  readonly #checkingKeptIndex: Job;
  readonly #anchors = new Map<
    string,
    {
      readonly text: string;
      readonly annotations: readonly Annotation[];
      readonly anchored: readonly AnchoredAnnotation[];
    }
  >();
  readonly recordings: Recordings;
  #folders: readonly string[];
  #keptIndexLoaded = Promise.resolve();
  #started = false;
  #resolveStarted: () => void = () => undefined;
  /** Resolves once the settings are known; before that every warning would be a guess. */
  readonly whenStarted = new Promise<void>((resolve) => {
    this.#resolveStarted = resolve;
  });
  #isDisposed = false;
  /** The tally counts what has been found so far; the editor asks for it again only when it is told. */
  readonly #refreshLenses: () => void;
  /** What decided last which files are read. */
  #fileSettings = '';

  constructor(
    private readonly connection: MessageConnection,
    world: World,
    readonly client: ClientFeatures,
    private readonly log: Log,
    params: InitializeParams,
  ) {
    this.clock = world.clock;
    this.say = sayIn(bundleOf(params));
    this.#documents = new Documents(client.encoding);
    this.#refreshLenses = gathered(world.clock, LENS_PAUSE_MS, () => {
      if (this.#isDisposed || !client.refresh.codeLenses) return;
      connection.sendRequest(CodeLensRefreshRequest.type).catch(ignore);
    });
    const workspace = createWorkspace();
    const stamps = new Stamps();
    this.#keptIndex = new KeptIndex(workspace, stamps, world.indexes, storagePathOf(params), log);
    const now = (): number => this.clock.now();
    this.workspace = new PassageMemory(workspace, {
      now,
      wanted: () => {
        this.#background.wake(this.#lookingUp);
      },
      answered: (ids) => {
        this.checker.recheck(ids);
      },
    });
    this.#originals = new Originals(client.sourceTexts);
    this.#figures = new FigureMemory(this.workspace, {
      now,
      isCalm: () => this.checker.all().every(({ caret }) => caret === null),
      wanted: () => {
        this.#background.wake(this.#readingFigures);
      },
      answered: (ids) => {
        this.checker.recheck(ids);
      },
    });
    this.#facts = new FactsMemory(this.workspace, {
      now,
      wanted: () => {
        this.#background.wake(this.#findingFacts);
      },
      answered: (ids) => {
        this.checker.recheck(ids);
      },
    });
    this.#existence = new Existence(world.files, now, (ids) => {
      this.checker.recheck(ids);
    });
    this.#preparation = new Preparation(this.workspace, now, this.say);
    this.texts = new Texts(this.#documents, this.workspace, this.#originals, client.encoding);
    this.toDiagnostic = diagnosticsFor(this.texts, client);
    this.#progress = new IndexingProgress(connection, world.clock, client.progress, this.say);
    this.#folders = foldersOf(params);
    this.#configuration = new Configuration(
      connection,
      client,
      world.files,
      readSettings,
      log,
      params.initializationOptions,
    );
    this.checker = new Checker(connection, client, world.clock, {
      check: (open) => this.#check(open),
      lookAround: (open) => {
        this.#lookAround(open);
      },
      toDiagnostic: (open, finding) => this.toDiagnostic(open.document.id, finding),
      settingsFor: (id) => this.settingsFor(id),
      wake: () => {
        this.#wakeChecks();
      },
      checkedAgain: () => {
        this.#refreshLenses();
      },
    });
    this.#library = new Library(
      this.workspace,
      this.#documents,
      world.files,
      stamps,
      (folder) => fileDecisions(this.settingsFor(folder)),
      {
        progress: (done, found) => {
          this.#progress.report(done, found);
        },
        arrived: () => {
          this.#background.wake(this.#indexing);
        },
        settled: (changed) => {
          this.#progress.end();
          void this.#keptIndex.keep(this.#folders);
          if (changed) this.#surroundingsChanged();
          this.#background.wake(this.#checkingKeptIndex);
          this.#background.wake(this.#loadingModels);
        },
        converted: (id, raw, source) => {
          this.#originals.set(id, raw, source);
          const uri = this.#originals.shownUri(id);
          if (uri === undefined || !this.#shownTexts.has(id)) return;
          this.connection.sendRequest(TextDocumentContentRefreshRequest.type, { uri }).catch(ignore);
        },
      },
      log,
    );
    this.#annotations = new AnnotationFiles(world.files, this.#documents, log, this.say, (id) => {
      this.#tellOfAnnotationFile(id);
      this.checker.recheck([id]);
    });
    this.recordings = new Recordings(connection, this.#documents, this.#annotations, log, this.say);
    this.#editing = { step: this.checker.urgentStep };
    this.#indexing = { step: () => this.#library.indexOne(), canWait: () => this.#library.isChecking };
    const canWait = (): boolean => true;
    this.#checkingKeptIndex = {
      step: () => {
        const hasMore = this.#keptIndex.check(now);
        if (!hasMore) void this.#keptIndex.keep(this.#folders);
        return hasMore;
      },
      canWait,
    };
    this.#checkingWhole = { step: this.checker.wholeStep, canWait: () => !this.checker.isAwaited };
    this.#rechecking = { step: this.checker.laterStep, canWait };
    this.#lookingUp = { step: this.workspace.step, canWait };
    this.#preparing = { step: this.#preparation.step, canWait };
    this.#findingFacts = { step: this.#facts.step, canWait };
    this.#readingFigures = { step: this.#figures.step, canWait };
    this.#loadingModels = {
      step: () => {
        analyzeArticle(SMALL_ARTICLE, { format: 'plain' });
        return false;
      },
      canWait,
    };
    this.#background = new Background(
      [
        this.#editing,
        this.#checkingWhole,
        this.#indexing,
        this.#checkingKeptIndex,
        this.#rechecking,
        this.#lookingUp,
        this.#preparing,
        this.#findingFacts,
        this.#readingFigures,
        this.#loadingModels,
      ],
      world.clock,
      (error) => {
        log.error(`Background work failed: ${describe(error)}`);
      },
    );
  }

  /** After `initialized`: registers for changes, reads the settings, and begins to read the workspace. */
  start(): void {
    registerForChanges(this.connection, this.client, this.log);
    this.#keptIndexLoaded = this.#keptIndex.load(this.#folders);
    // A client that never answers must not keep its writer waiting for ever.
    const stopWaiting = this.clock.after(SETTINGS_PATIENCE_MS, () => {
      this.#begin();
    });
    void this.#configuration.load(this.#folders).then(() => {
      stopWaiting();
      if (this.#started) this.#settingsChanged();
      else this.#begin();
    });
  }

  #begin(): void {
    this.#started = true;
    this.#resolveStarted();
    this.#fileSettings = this.#fileSettingsNow();
    this.#wakeChecks();
    this.checker.refreshPulls();
    void this.#keptIndexLoaded.then(() => {
      if (!this.#isDisposed) this.#library.setFolders(this.#folders);
    });
  }

  /** A message was taken, and others may have come with it. */
  heard(): void {
    this.#background.heard();
  }

  /** Somebody asks about a place in an article, and may ask again: what can wait waits. */
  makeWay(): void {
    this.#background.makeWay();
  }

  /** Somebody has asked who says a passage of another article, and may ask again. */
  prepare(place: Place): void {
    this.#preparation.ask(place);
    this.#background.wake(this.#preparing);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#background.dispose();
    this.checker.dispose();
    this.#library.stop();
  }

  didOpen({ textDocument }: DidOpenTextDocumentParams): void {
    const document = this.#documents.open(textDocument);
    if (!document) return;
    if (this.#checkSideFile(document)) return;
    if (isConvertedFile(fileNameOf(document.id))) this.#library.setOpen(document);
    if (!isArticleDocument(document)) return;
    this.#annotations.load(document.id);
    const open = new OpenArticle(document, () => this.settingsFor(document.id).maxFileSize * 1024);
    this.#library.setOpen(document);
    this.checker.opened(open);
  }

  didChange({ textDocument, contentChanges }: DidChangeTextDocumentParams): void {
    const change = this.#documents.change(textDocument, contentChanges);
    if (!change || this.#checkSideFile(change.document)) return;
    const isArticle = this.checker.get(change.document.id) !== undefined;
    if (isArticle || isConvertedFile(fileNameOf(change.document.id))) this.#library.setOpen(change.document);
    if (!isArticle) return;
    this.makeWay();
    this.#preparation.forget(change.document.id);
    this.checker.changed(change);
  }

  didClose({ textDocument }: DidCloseTextDocumentParams): void {
    const document = this.#documents.close(readUri(textDocument));
    if (!document) return;
    if (sideFileKind(document.id)) {
      this.#publish(document, []);
      this.#sideFileChanged(document.id);
      return;
    }
    this.#annotations.forget(document.id);
    this.#tellOfAnnotationFile(document.id);
    this.#anchors.delete(document.id);
    this.checker.closed(document.id);
    this.workspace.forget(document.id);
    this.#figures.forget(document.id);
    this.#facts.forget(document.id);
    this.#preparation.forget(document.id);
    this.#existence.forget(document.id);
    this.#library.closed(document);
  }

  didSave({ textDocument }: DidSaveTextDocumentParams): void {
    const id = canonicalUri(readUri(textDocument));
    if (sideFileKind(id)) this.#sideFileChanged(id);
    else this.checker.saved(id);
  }

  didChangeConfiguration({ settings }: DidChangeConfigurationParams): void {
    this.#configuration.take(settings);
    this.#reload();
  }

  didChangeWatchedFiles({ changes }: DidChangeWatchedFilesParams): void {
    if (!Array.isArray(changes)) return;
    for (const change of changes) {
      const id = canonicalUri(readUri(change));
      this.#existence.fileChanged(id);
      if (sideFileKind(id)) this.#sideFileChanged(id);
      else if (change.type === FileChangeType.Deleted) this.#library.fileDeleted(id);
      else this.#library.fileChanged(id);
    }
  }

  didChangeWorkspaceFolders({ event }: DidChangeWorkspaceFoldersParams): void {
    const removed = event.removed.map(({ uri }) => canonicalUri(uri));
    const added = event.added.map(({ uri }) => canonicalUri(uri));
    this.#folders = [...new Set([...this.#folders.filter((folder) => !removed.includes(folder)), ...added])];
    this.#reload();
  }

  /** The writer asks for a check. */
  checkNow(uri: string): void {
    this.checker.checkNow(canonicalUri(uri));
  }

  /**
   * `.attest.yaml` of the folder an article lies in, as an editor or the disk has it; undefined outside all folders, and
   * where there is none and the client cannot make one.
   */
  projectFile(
    id: string,
  ): { readonly uri: string; readonly text: string; readonly exists: boolean } | undefined {
    const folder = this.#configuration.folderOf(id);
    if (folder === undefined) return undefined;
    const uri = `${folder}/${PROJECT_FILE}`;
    const open = this.#documents.get(uri);
    const text = open?.lines.text ?? this.#configuration.projectText(folder);
    if (text === null && !this.client.createsFiles) return undefined;
    return { uri: open?.uri ?? uri, text: text ?? '', exists: text !== null };
  }

  settingsFor(id: string): Settings {
    return this.#configuration.for(id);
  }

  /**
   * What features are given for a document: open, or an article of the workspace.
   * @param place the offset of what they are asked about; undefined for the whole document
   */
  contextOf(uri: string, place?: number): FeatureContext | undefined {
    const id = articleIdOf(uri);
    const settings = this.settingsFor(id);
    const open = this.checker.get(id);
    const known = place === undefined ? undefined : open?.factsAt(place);
    const article = known?.article ?? open?.article ?? this.workspace.article(id);
    if (!article || !settings.enable) return undefined;
    return {
      id,
      article,
      text: open?.document.lines.text ?? this.workspace.input(id)?.text ?? article.text,
      marks: known?.marks ?? open?.marks ?? [],
      annotations: open ? this.#anchored(open) : [],
      workspace: this.workspace,
      findings: open?.findings ?? [],
      nameOf: this.nameOf,
      locatorOf: this.locatorOf,
      say: this.say,
      settings,
      folders: this.#folders,
    };
  }

  /** The same of an article that is not open, with its annotations, marks and warnings; undefined for none. */
  async closedContextOf(uri: string): Promise<FeatureContext | undefined> {
    const context = this.contextOf(uri);
    if (!context || this.checker.get(context.id)) return context;
    const { id, article, text, folders, settings } = context;
    const { annotations } = await this.#annotations.read(id);
    const marks = findMarks(text, article.format);
    const known = { ...context, marks, annotations: anchorAll(text, annotations) };
    const { say } = this;
    const checked = { id, article, text, folders, marks, annotations: known.annotations, say };
    return { ...known, findings: runRules({ ...checked, workspace: this.workspace }, settings) };
  }

  /** A short name for people: the file's. */
  readonly nameOf = (id: string): string => fileNameOf(id);

  /** What leads a person to a place in a recording: `00:12:04`; null where a line does. */
  readonly locatorOf = ({ id, span }: Place): string | null => {
    if (this.#originals.has(id)) return this.#originals.locatorAt(id, span.start);
    const text = this.workspace.input(id)?.text;
    return text === undefined ? null : timestampBefore(text, span.start);
  };

  /** The text that was made from a file, for an editor that shows it. */
  sourceText(uri: string): string | undefined {
    const id = articleIdOf(uri);
    if (!this.#originals.has(id)) return undefined;
    this.#shownTexts.add(id);
    return this.workspace.input(id)?.text;
  }

  document(uri: string): OpenDocument | undefined {
    return this.#documents.get(uri);
  }

  openArticle(uri: string): OpenArticle | undefined {
    return this.checker.get(canonicalUri(uri));
  }

  openIds(): readonly string[] {
    return this.checker.all().map(({ document }) => document.id);
  }

  /** Where an editor opens a place: the URI with the line, as editors read it. */
  addressOf(place: Place): string {
    const { line, character } = this.texts.position(place.id, place.span.start);
    const column = character === 0 ? '' : `,${character + 1}`;
    return `${this.texts.uri(place.id)}#L${line + 1}${column}`;
  }

  diagnosticsOf(uri: string): { resultId: string; items: Diagnostic[] } {
    const open = this.checker.get(canonicalUri(uri));
    if (!open) return { resultId: '', items: [] };
    const { id, version } = open.document;
    this.bringUpToDate(open);
    const items = this.checker.visible(open).map((finding) => this.toDiagnostic(id, finding));
    return { resultId: `${version}.${hashOf(JSON.stringify(items))}`, items };
  }

  /** For a client that asks before the background has come round. */
  bringUpToDate(open: OpenArticle): void {
    if (this.#started) this.checker.bringUpToDate(open);
  }

  /** When the document that a request is about is known for its text as it is; undefined for at once. */
  whenWhole(params: object, need: Need): Promise<void> | undefined {
    const document: unknown = 'textDocument' in params ? params.textDocument : undefined;
    const open = this.checker.get(articleIdOf(readUri(document)));
    if (!open || !this.#started) return undefined;
    if (need !== 'facts') this.checker.bringUpToDate(open);
    if (need !== 'warnings' && 'position' in params) {
      const place = this.texts.offset(open.document.id, params.position as Position);
      if (open.factsAt(place)) return undefined;
    }
    return this.checker.whenWhole(open, need);
  }

  /** The annotations of an open article, in its text as it is now. */
  #anchored({ document: { id, lines } }: OpenArticle): readonly AnchoredAnnotation[] {
    const { annotations } = this.#annotations.of(id);
    if (annotations.length === 0) return [];
    const known = this.#anchors.get(id);
    if (known?.text === lines.text && known.annotations === annotations) return known.anchored;
    const anchored = anchorAll(lines.text, annotations);
    this.#anchors.set(id, { text: lines.text, annotations, anchored });
    return anchored;
  }

  /** Shows what the first paragraphs of a very long article show, before all of it has been read. */
  *#checkBeginning(open: OpenArticle): Steps<void> {
    const { id, lines } = open.document;
    if (open.wasChecked || open.isAnalysed) return;
    for (let length = FIRST_LOOK; length * MUCH_LONGER < lines.text.length; length *= MUCH_LONGER) {
      const beginning = yield* open.readBeginning(length);
      if (!beginning || !this.#decide(open, beginning.article).checked) return;
      const { article, marks, settled } = beginning;
      const annotations = this.#anchored(open);
      const checked = { id, article, marks, text: lines.text, annotations, say: this.say };
      const findings = yield* runNearbyRulesInSteps(checked, this.settingsFor(id));
      open.findings = findings.filter(({ span }) => span.end <= settled);
      this.checker.publish(open);
    }
  }

  *#check(open: OpenArticle): Steps<void> {
    yield* this.#checkBeginning(open);
    const { id, lines } = open.document;
    const { article, marks } = yield* open.analyse();
    open.decision = this.#decide(open, article);
    this.workspace.forgetWanted(id);
    if (!open.decision.checked) {
      open.findings = [];
      return;
    }
    const figures = this.#figures.lookups(id, article);
    open.findings = yield* runRulesInSteps(
      {
        id,
        article,
        workspace: this.workspace.patient,
        figures: figures.find,
        facts: this.#facts.lookups(id),
        marks,
        text: lines.text,
        folders: this.#folders,
        annotations: this.#anchored(open),
        exists: (other) => this.workspace.has(other) || this.#existence.of(id, other),
        say: this.say,
      },
      this.settingsFor(id),
      ({ rule, error }) => {
        this.log.error(`The rule ${rule} failed: ${describe(error)}`);
      },
    );
    figures.keep();
    this.workspace.know(id, article);
    this.#preparation.want(id, article);
    this.#background.wake(this.#preparing);
    this.workspace.prune(id, lookedUp(article));
  }

  #lookAround(open: OpenArticle): void {
    const { id } = open.document;
    if (!open.decision.checked) return;
    const settings = this.settingsFor(id);
    open.lookAround(({ article, text }) => runNearbyRules({ id, article, text, say: this.say }, settings));
  }

  /** Whether the document is one of Attest's own files; its mistakes are shown in it then. */
  #checkSideFile(document: OpenDocument): boolean {
    const kind = sideFileKind(document.id);
    if (!kind) return false;
    this.#publish(document, sideFileDiagnostics(document.lines, kind, this.client.encoding, this.say));
    if (kind === 'annotation-file') this.#sideFileChanged(document.id);
    return true;
  }

  /** What Attest's own files say counts at once; the project file when it is saved. */
  #sideFileChanged(id: string): void {
    const article = this.#annotations.articleOf(id);
    if (article === undefined) this.#reload();
    else if (this.checker.get(article)) this.#annotations.load(article);
  }

  /** A file beside an open article is told of although nobody has opened it: what it holds counts for nothing now. */
  #tellOfAnnotationFile(articleId: string): void {
    const uri = annotationFileName(articleId);
    if (this.#documents.get(uri)) return;
    const text = this.#annotations.damagedText(articleId);
    const { encoding } = this.client;
    if (text !== undefined) {
      this.#toldOf.add(uri);
      this.#publish({ uri }, sideFileDiagnostics(linesOf(text), 'annotation-file', encoding, this.say));
    } else if (this.#toldOf.delete(uri)) this.#publish({ uri }, []);
  }

  #publish(document: Pick<OpenDocument, 'uri'> & Partial<OpenDocument>, diagnostics: Diagnostic[]): void {
    const { uri, version } = document;
    const params = version === undefined ? { uri, diagnostics } : { uri, version, diagnostics };
    this.connection.sendNotification(PublishDiagnosticsNotification.type, params).catch(ignore);
  }

  #decide(open: OpenArticle, article: Article): CheckDecision {
    const { id } = open.document;
    const settings = this.settingsFor(id);
    if (!settings.enable) return decide(false, 'disabled');
    if (settings.profile === 'off') return decide(false, 'profile-off');
    if (!open.isReadable) return decide(false, 'too-large');
    const path = this.#pathOf(id);
    const { included, excluded } = fileDecisions(settings);
    if (included(path)) return decide(true, 'included');
    if (excluded(path)) return decide(false, 'excluded');
    return readsLikeArticle(fileNameOf(id), article);
  }

  #pathOf(id: string): string {
    for (const folder of this.#folders) {
      const path = pathBelow(folder, id);
      if (path !== undefined) return path;
    }
    return fileNameOf(id);
  }

  #wakeChecks(): void {
    // Before the settings are known every warning would be a guess.
    if (!this.#started) return;
    this.#background.wake(this.#editing);
    this.#background.wake(this.#checkingWhole);
    this.#background.wake(this.#rechecking);
  }

  #surroundingsChanged(): void {
    this.checker.recheckAll();
    const { refresh } = this.client;
    if (refresh.inlayHints) this.connection.sendRequest(InlayHintRefreshRequest.type).catch(ignore);
    this.#refreshLenses();
    if (refresh.semanticTokens) this.connection.sendRequest(SemanticTokensRefreshRequest.type).catch(ignore);
  }

  #reload(): void {
    void this.#configuration.load(this.#folders).then(() => {
      this.#settingsChanged();
    });
  }

  #fileSettingsNow(): string {
    return JSON.stringify(this.#folders.map((folder) => [folder, fileSettings(this.settingsFor(folder))]));
  }

  #settingsChanged(): void {
    this.#library.setFolders(this.#folders);
    const now = this.#fileSettingsNow();
    if (now !== this.#fileSettings) this.#library.rulesChanged();
    this.#fileSettings = now;
    this.#surroundingsChanged();
  }
}

/** Every passage that a check or a view may look up. */
function lookedUp({ quotations, quantities, attributions, sentences }: Article): Span[] {
  const whole = [...quotations, ...quantities, ...sentences].map(({ span }) => span);
  const said = attributions.map(({ content }) => hull(content)).filter((span) => span !== undefined);
  return [...whole, ...said];
}

/** The settings that decide which files are read, and as what. */
function fileSettings({ exclude, sources, maxFileSize }: Settings): unknown {
  return [exclude, sources, maxFileSize];
}

/** A short name for a text: the same for the same text, and hardly ever for another (FNV-1a). */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
