/**
 * One editing session: open articles, the library of the workspace, settings, and the work between messages. Loaded
 * after `initialize` has been answered, because the language model takes longer to load than an editor likes to wait.
 */
import type {
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
import { FileChangeType } from 'vscode-languageserver';
import { PROJECT_FILE } from '../config/projectFile.ts';
import type { Settings } from '../config/settings.ts';
import type { Place } from '../features/context.ts';
import type { CheckDecision } from '../features/readsLikeArticle.ts';
import type { Say } from '../text/say.ts';
import { sayIn } from '../text/say.ts';
import { createWorkspace } from '../workspace/workspace.ts';
import { AnnotationFiles } from './annotationFiles.ts';
import { ArticleChecks } from './articleChecks.ts';
import { Background } from './background.ts';
import type { Job } from './background.ts';
import type { Need } from './checker.ts';
import { Checker } from './checker.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { Configuration } from './configuration.ts';
import { Contexts } from './contexts.ts';
import type { ToDiagnostic } from './diagnostics.ts';
import { diagnosticsFor } from './diagnostics.ts';
import type { OpenDocument } from './documents.ts';
import { Documents } from './documents.ts';
import { describe } from './guard.ts';
import { Library } from './library.ts';
import { KeptIndex } from './keptIndex.ts';
import { OpenArticle } from './openArticle.ts';
import type { Clock, Log, World } from './ports.ts';
import type { Jobs } from './jobs.ts';
import { jobsOf } from './jobs.ts';
import { IndexingProgress } from './progress.ts';
import { Recordings } from './recordings.ts';
import { Refreshes } from './refreshes.ts';
import { registerForChanges } from './registration.ts';
import { bundleOf, foldersOf, readUri, storagePathOf } from './sessionParams.ts';
import { fileDecisions, isArticleDocument, readSettings } from './settingsFor.ts';
import { SideFileReports } from './sideFileReports.ts';
import { sideFileKind } from './sideFiles.ts';
import { isConvertedFile } from './sourceFiles.ts';
import { Originals, articleIdOf } from './originals.ts';
import { Existence } from './existence.ts';
import { FactsMemory } from './factsMemory.ts';
import { FigureMemory } from './figureMemory.ts';
import { PassageMemory } from './passageMemory.ts';
import { Preparation } from './preparation.ts';
import { Stamps } from './stamps.ts';
import { Texts } from './texts.ts';
import type { LookupEvents } from './wantedLookups.ts';
import { canonicalUri, fileNameOf } from './uri.ts';

/** How long the first check waits for the client's settings. */
const SETTINGS_PATIENCE_MS = 3_000;
/** How long an answer that nobody waits for is held back so that it need not be taken back. */
const LOOKUP_PATIENCE_MS = 1_500;
/** How long somebody who renames a file waits at most until all articles are known that may lead to it. */
const SEARCH_PATIENCE_MS = 5_000;

export class Session {
  readonly texts: Texts;
  readonly checker: Checker;
  readonly toDiagnostic: ToDiagnostic;
  readonly clock: Clock;
  readonly workspace: PassageMemory;
  readonly contexts: Contexts;
  readonly annotationFiles: AnnotationFiles;
  readonly recordings: Recordings;
  /** In the language of the person at the editor. */
  readonly say: Say;

  readonly #documents: Documents;
  readonly #library: Library;
  readonly #originals: Originals;
  readonly #sideFiles: SideFileReports;
  readonly #checks: ArticleChecks;
  readonly #configuration: Configuration;
  readonly #progress: IndexingProgress;
  readonly #keptIndex: KeptIndex;
  readonly #background: Background;
  readonly #jobs: Jobs;
  readonly #figures: FigureMemory;
  readonly #facts: FactsMemory;
  readonly #preparation: Preparation;
  readonly #existence: Existence;
  readonly #refreshes: Refreshes;
  #folders: readonly string[];
  #keptIndexLoaded = Promise.resolve();
  #beginSearch: () => void = () => undefined;
  /** Until the library has been given the folders. */
  #searchBegun: Promise<void> | undefined = new Promise<void>((resolve) => {
    this.#beginSearch = resolve;
  });
  #started = false;
  #resolveStarted: () => void = () => undefined;
  /** Resolves once the settings are known; before that every warning would be a guess. */
  readonly whenStarted = new Promise<void>((resolve) => {
    this.#resolveStarted = resolve;
  });
  #isDisposed = false;
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
    this.#refreshes = new Refreshes(connection, client, world.clock);
    const workspace = createWorkspace();
    const stamps = new Stamps();
    this.#keptIndex = new KeptIndex(workspace, stamps, world.indexes, storagePathOf(params), log);
    const now = (): number => this.clock.now();
    this.workspace = new PassageMemory(workspace, this.#lookups('lookingUp'));
    this.#originals = new Originals(client.sourceTexts);
    this.#figures = new FigureMemory(this.workspace, {
      ...this.#lookups('readingFigures'),
      isCalm: () => this.checker.all().every(({ caret }) => caret === null),
    });
    this.#facts = new FactsMemory(this.workspace, this.#lookups('findingFacts'));
    this.#existence = new Existence(
      world.files,
      now,
      (id) => this.#configuration.folderOf(id),
      (ids) => {
        this.checker.recheck(ids);
      },
    );
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
      check: (open) => this.#checks.check(open),
      lookAround: (open) => {
        this.#checks.lookAround(open);
      },
      toDiagnostic: (open, finding) => this.toDiagnostic(open.document.id, finding),
      settingsFor: (id) => this.settingsFor(id),
      wake: () => {
        this.#wakeChecks();
      },
      checkedAgain: () => {
        this.#refreshes.lenses();
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
          this.#background.wake(this.#jobs.indexing);
        },
        settled: (changed) => {
          this.#progress.end();
          void this.#keptIndex.keep(this.#folders);
          if (changed) this.#surroundingsChanged();
          this.#background.wake(this.#jobs.checkingKeptIndex);
          this.#background.wake(this.#jobs.loadingModels);
        },
        converted: (id, raw, source) => {
          this.#originals.set(id, raw, source);
          this.#refreshes.text(id, this.#originals.shownUri(id));
        },
      },
      log,
    );
    this.annotationFiles = new AnnotationFiles(
      world.files,
      this.#documents,
      world.clock,
      log,
      this.say,
      (id) => {
        this.#sideFiles.tellOfFileBeside(id);
        this.checker.recheck([id]);
      },
    );
    this.#sideFiles = new SideFileReports(
      connection,
      this.#documents,
      this.annotationFiles,
      client.encoding,
      this.say,
    );
    this.#checks = new ArticleChecks({
      workspace: this.workspace,
      figures: this.#figures,
      facts: this.#facts,
      annotations: this.annotationFiles,
      log,
      say: this.say,
      settingsFor: (id) => this.settingsFor(id),
      exists: (id, other) => this.#existence.of(id, other),
      folders: () => this.#folders,
      publish: (open) => {
        this.checker.publish(open);
      },
      checked: (id, article) => {
        this.workspace.know(id, article);
        this.#preparation.want(id, article);
        this.#background.wake(this.#jobs.preparing);
      },
    });
    this.contexts = new Contexts({
      workspace: this.workspace,
      checker: this.checker,
      checks: this.#checks,
      annotations: this.annotationFiles,
      originals: this.#originals,
      say: this.say,
      settingsFor: (id) => this.settingsFor(id),
      folders: () => this.#folders,
    });
    this.recordings = new Recordings(connection, this.#documents, this.annotationFiles, log, this.say);
    this.#jobs = jobsOf({
      checker: this.checker,
      library: this.#library,
      keptIndex: this.#keptIndex,
      workspace: this.workspace,
      preparation: this.#preparation,
      facts: this.#facts,
      figures: this.#figures,
      now,
      keep: () => void this.#keptIndex.keep(this.#folders),
    });
    this.#background = new Background(Object.values<Job>({ ...this.#jobs }), world.clock, (error) => {
      log.error(`Background work failed: ${describe(error)}`);
    });
  }

  /** What becomes of what checks ask for and find not known yet: the job looks it up. */
  #lookups(job: keyof Jobs): LookupEvents {
    return {
      now: () => this.clock.now(),
      wanted: () => {
        this.#background.wake(this.#jobs[job]);
      },
      answered: (ids) => {
        this.checker.recheck(ids);
      },
    };
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
    this.checker.settingsKnown();
    this.#wakeChecks();
    this.checker.refreshPulls();
    void this.#keptIndexLoaded.then(() => {
      if (this.#isDisposed) return;
      this.#library.setFolders(this.#folders);
      this.#searchBegun = undefined;
      this.#beginSearch();
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
    this.#background.wake(this.#jobs.preparing);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#refreshes.dispose();
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
    this.annotationFiles.load(document.id);
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
      this.#sideFiles.hide(document);
      this.#sideFileChanged(document.id);
      return;
    }
    this.annotationFiles.forget(document.id);
    this.#sideFiles.tellOfFileBeside(document.id);
    this.#checks.forget(document.id);
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

  /** The text that was made from a file, for an editor that shows it. */
  sourceText(uri: string): string | undefined {
    const id = articleIdOf(uri);
    if (!this.#originals.has(id)) return undefined;
    this.#refreshes.textIsShown(id);
    return this.workspace.input(id)?.text;
  }

  document(uri: string): OpenDocument | undefined {
    return this.#documents.get(uri);
  }

  openArticle(uri: string): OpenArticle | undefined {
    return this.checker.get(canonicalUri(uri));
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  openIds(): readonly string[] {
    return this.checker.all().map(({ document }) => document.id);
  }

  /** For a client that asks before the background has come round. */
  bringUpToDate(open: OpenArticle): void {
    if (this.#started) this.checker.bringUpToDate(open);
  }

  /** Whether an open article is checked, also where nobody has asked for a check yet. */
  decisionOn(open: OpenArticle): CheckDecision {
    return open.wasChecked ? open.decision : this.#checks.decide(open, open.article);
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

  /** Waits, but not for long, until what was asked of `workspace.patient` is known. Returns whether there was any wait. */
  async whenLookedUp(): Promise<boolean> {
    const known = this.workspace.whenKnown();
    await this.#waitFor(known, LOOKUP_PATIENCE_MS);
    return known !== undefined;
  }

  /** Waits for something, so many milliseconds at most. */
  async #waitFor(something: Promise<void> | undefined, patience: number): Promise<void> {
    if (!something) return;
    await new Promise<void>((resolve) => {
      const stopWaiting = this.clock.after(patience, resolve);
      void something.then(() => {
        stopWaiting();
        resolve();
      });
    });
  }

  /** When all files of the folders are known, or have taken too long; undefined for now. */
  whenSearched(): Promise<void> | undefined {
    const searched = this.#searchBegun
      ? this.#searchBegun.then(() => this.#library.whenSearched())
      : this.#library.whenSearched();
    return searched && this.#waitFor(searched, SEARCH_PATIENCE_MS);
  }

  /** Whether the document is one of Attest's own files; its mistakes are shown in it then. */
  #checkSideFile(document: OpenDocument): boolean {
    const kind = sideFileKind(document.id);
    if (!kind) return false;
    this.#sideFiles.show(document, kind);
    if (kind === 'annotation-file') this.#sideFileChanged(document.id);
    return true;
  }

  /** What Attest's own files say counts at once; the project file when it is saved. */
  #sideFileChanged(id: string): void {
    const article = this.annotationFiles.articleOf(id);
    if (article === undefined) this.#reload();
    else if (this.checker.get(article)) this.annotationFiles.load(article);
  }

  #wakeChecks(): void {
    // Before the settings are known every warning would be a guess.
    if (!this.#started) return;
    this.#background.wake(this.#jobs.editing);
    this.#background.wake(this.#jobs.checkingWhole);
    this.#background.wake(this.#jobs.rechecking);
  }

  #surroundingsChanged(): void {
    this.checker.recheckAll();
    this.#refreshes.all();
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

/** The settings that decide which files are read, and as what. */
function fileSettings({ exclude, sources, maxFileSize }: Settings): unknown {
  return [exclude, sources, maxFileSize];
}
