/** What the server asks the editor to report, for clients that register it dynamically. */
import type { MessageConnection, Registration } from 'vscode-languageserver';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  RegistrationRequest,
  WatchKind,
} from 'vscode-languageserver';
import { ANNOTATION_ENDING } from '../annotations/annotationFile.ts';
import { PROJECT_FILE } from '../config/projectFile.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { describe } from './guard.ts';
import type { Log } from './ports.ts';
import { WATCHED_GLOB } from './sourceFiles.ts';

/** Asks for changes of files and settings. Never throws; an editor that refuses is noted in the log. */
export function registerForChanges(connection: MessageConnection, client: ClientFeatures, log: Log): void {
  const registrations: Registration[] = [];
  if (client.watchedFiles) {
    const watchers = [
      { globPattern: WATCHED_GLOB },
      { globPattern: `**/${PROJECT_FILE}` },
      { globPattern: `**/*${ANNOTATION_ENDING}` },
      // A folder that goes is reported by its own name, not by those of its files.
      { globPattern: '**', kind: WatchKind.Delete },
    ];
    registrations.push({
      id: 'attest/files',
      method: DidChangeWatchedFilesNotification.method,
      registerOptions: { watchers },
    });
  }
  if (client.configurationChanges) {
    registrations.push({
      id: 'attest/settings',
      method: DidChangeConfigurationNotification.method,
      registerOptions: { section: 'attest' },
    });
  }
  if (registrations.length === 0) return;
  connection.sendRequest(RegistrationRequest.type, { registrations }).catch((error: unknown) => {
    log.warn(`The editor reports no changes of files or settings: ${describe(error)}`);
  });
}
