/** Where the settings come from: the client's answer, its initialization options, and `.attest.yaml` in each folder. */
import type { MessageConnection } from 'vscode-languageserver';
import { ConfigurationRequest } from 'vscode-languageserver';
import { PROJECT_FILE } from '../config/projectFile.ts';
import type { Settings } from '../config/settings.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { describe } from './guard.ts';
import type { FilePort, Log } from './ports.ts';
import { FileMissing, reasonOf } from './ports.ts';
import { isWithin } from './uri.ts';

/** Makes settings of what the editor and the project file hold; wrong values are left out and reported. */
export type ReadSettings = (
  editor: unknown,
  projectFile: string | null,
) => { readonly settings: Settings; readonly problems: readonly string[] };

const MAX_PROJECT_FILE_BYTES = 1_000_000;

export class Configuration {
  #fallback: Settings;
  #byFolder: ReadonlyMap<string, Settings> = new Map();
  #editorSection: unknown;
  /** The project files as they were read last, by folder; null where there is none. */
  readonly #projectTexts = new Map<string, string | null>();

  constructor(
    private readonly connection: MessageConnection,
    private readonly client: ClientFeatures,
    private readonly files: FilePort,
    private readonly readSettings: ReadSettings,
    private readonly log: Log,
    initializationOptions: unknown,
  ) {
    this.#editorSection = sectionOf(initializationOptions);
    this.#fallback = readSettings(this.#editorSection, null).settings;
  }

  /** The settings for a document: those of its folder, else the editor's. */
  for(id: string): Settings {
    return this.#byFolder.get(this.folderOf(id) ?? '') ?? this.#fallback;
  }

  /** The innermost folder of the workspace that holds a document. */
  folderOf(id: string): string | undefined {
    let innermost: string | undefined;
    for (const folder of this.#byFolder.keys()) {
      if (isWithin(folder, id) && folder.length > (innermost?.length ?? 0)) innermost = folder;
    }
    return innermost;
  }

  /** The project file of a folder as it was read last; null where there is none. */
  projectText(folder: string): string | null {
    return this.#projectTexts.get(folder) ?? null;
  }

  /** What a client sends along that cannot be asked. */
  take(settings: unknown): void {
    if (settings !== null && settings !== undefined) this.#editorSection = sectionOf(settings);
  }

  /** Asks again for everything. Never rejects: what cannot be had falls back to what is known. */
  async load(folders: readonly string[]): Promise<void> {
    const [general, ...sections] = await this.#editorSections(folders);
    this.#fallback = this.#read(general, null, undefined);
    const entries = await Promise.all(
      folders.map(async (folder, i) => {
        const projectFile = await this.#projectFile(folder);
        this.#projectTexts.set(folder, projectFile);
        return [folder, this.#read(sections[i], projectFile, folder)] as const;
      }),
    );
    this.#byFolder = new Map(entries);
  }

  #read(editor: unknown, projectFile: string | null, folder: string | undefined): Settings {
    const { settings, problems } = this.readSettings(editor, projectFile);
    for (const problem of problems) this.log.warn(`${folder ?? 'Settings'}: ${problem}`);
    return settings;
  }

  async #editorSections(folders: readonly string[]): Promise<readonly unknown[]> {
    const known = [this.#editorSection, ...folders.map(() => this.#editorSection)];
    if (!this.client.configuration) return known;
    try {
      const items = [{ section: 'attest' }, ...folders.map((scopeUri) => ({ scopeUri, section: 'attest' }))];
      const answer: unknown = await this.connection.sendRequest(ConfigurationRequest.type, { items });
      // A client that knows no such section answers null for it.
      return known.map((fallback, i) =>
        Array.isArray(answer) ? ((answer[i] as unknown) ?? fallback) : fallback,
      );
    } catch (error) {
      this.log.warn(`The editor's settings cannot be read: ${describe(error)}`);
      return known;
    }
  }

  async #projectFile(folder: string): Promise<string | null> {
    try {
      const bytes = await this.files.read(`${folder}/${PROJECT_FILE}`, MAX_PROJECT_FILE_BYTES, folder);
      return new TextDecoder().decode(bytes);
    } catch (error) {
      if (!(error instanceof FileMissing)) {
        this.log.warn(`${folder}/${PROJECT_FILE} cannot be read: ${reasonOf(error)}.`);
      }
      return null;
    }
  }
}

/** The `attest` section, whether the value holds it by that name or is it. */
function sectionOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'attest' in value ? value.attest : value;
}
