/**
 * One spelling per file. Clients and file systems encode the same path differently (`c%3A` and `c:`, `%28` and `(`), so that a
 * file read from the disk and the same file opened in the editor would be two articles.
 */

/**
 * The spelling articles are known by. What names no place in a tree of folders, as `untitled:Untitled-1`, stays as it is.
 * Never throws.
 */
export function canonicalUri(uri: string): string {
  const parts = /^([A-Za-z][\w+.-]*):(?:\/\/([^/?#]*))?(\/[^?#]*)(.*)$/s.exec(uri);
  if (!parts) return uri;
  const [, name, authority, path, rest] = parts;
  const scheme = name!.toLowerCase();
  try {
    const segments = path!.split('/').map((segment) => encodeURIComponent(decodeURIComponent(segment)));
    if (scheme !== 'file')
      return `${scheme}:${authority === undefined ? '' : `//${authority}`}${segments.join('/')}${rest!}`;
    return `file://${(authority ?? '').toLowerCase()}${segments.join('/')}`.replace(
      /^file:\/\/\/([A-Za-z])%3A/,
      (_, drive: string) => `file:///${drive.toLowerCase()}%3A`,
    );
  } catch {
    return uri;
  }
}

/** Whether a document has a place among files, beside which another can stand. */
export function isStored(uri: string): boolean {
  return /^(?!untitled:)[\w+.-]+:\//.test(uri);
}

/** The last part of the path, for people: `interview.txt`. */
export function fileNameOf(uri: string): string {
  const name = /([^/\\]*)[/\\]?$/.exec(uri.replace(/[?#].*$/, ''))?.[1] ?? '';
  try {
    return decodeURIComponent(name) || uri;
  } catch {
    return name || uri;
  }
}

/** The path below a folder, decoded: `drafts/report.txt`; undefined for a URI that is not below it. */
export function pathBelow(folder: string, uri: string): string | undefined {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  if (!uri.startsWith(prefix)) return undefined;
  try {
    return decodeURIComponent(uri.slice(prefix.length));
  } catch {
    return undefined;
  }
}

/** Whether `uri` names the folder itself or something below it. */
export function isWithin(folder: string, uri: string): boolean {
  return uri === folder || uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
