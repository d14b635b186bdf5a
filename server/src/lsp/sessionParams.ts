/** What clients send, read without trust: each function gives a harmless value for what is malformed. */
import type { InitializeParams } from 'vscode-languageserver';
import type { Bundle } from '../text/say.ts';
import { canonicalUri } from './uri.ts';

/** The canonical URIs of the folders the client has open. */
export function foldersOf(params: InitializeParams): string[] {
  // An older client names one root instead.
  const { workspaceFolders, rootUri } = params as Pick<InitializeParams, 'workspaceFolders'> & {
    rootUri?: string | null;
  };
  const uris = workspaceFolders ? workspaceFolders.map(({ uri }) => uri) : rootUri ? [rootUri] : [];
  return [...new Set(uris.map(canonicalUri))];
}

/** The folder the client gives for what is kept of this workspace. */
export function storagePathOf({ initializationOptions: options }: InitializeParams): string | undefined {
  const given: unknown = options;
  const path =
    typeof given === 'object' && given !== null && 'storagePath' in given ? given.storagePath : undefined;
  return typeof path === 'string' ? path : undefined;
}

/** The translations the client gives, by their English text; what is no text is left out. */
export function bundleOf({ initializationOptions: options }: InitializeParams): Bundle {
  const given: unknown = options;
  const bundle = typeof given === 'object' && given !== null && 'l10n' in given ? given.l10n : undefined;
  if (typeof bundle !== 'object' || bundle === null) return {};
  return Object.fromEntries(
    Object.entries(bundle).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** The `uri` of a document or change; empty for none. */
export function readUri(value: unknown): string {
  const uri = typeof value === 'object' && value !== null && 'uri' in value ? value.uri : undefined;
  return typeof uri === 'string' ? uri : '';
}
