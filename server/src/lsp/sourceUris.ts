/**
 * The texts that are made from subtitles and saved web pages are shown under URIs of their own:
 * `attest-source:///newsroom/hearing.vtt.txt` for `file:///newsroom/hearing.vtt`. The ending keeps an editor from taking
 * the text for HTML. A scheme other than `file` stands in the query.
 */
export const SOURCE_SCHEME = 'attest-source';

/** The URI of the text that is made from a file. */
export function shownUriOf(file: string): string {
  const [, scheme, rest] = /^([\w+.-]+):(.*)$/s.exec(file) ?? ['', 'file', file];
  return `${SOURCE_SCHEME}:${rest}.txt${scheme === 'file' ? '' : `?${scheme}`}`;
}

/** The file whose text a URI shows; the URI itself where it shows no such text. */
export function fileShownBy(uri: string): string {
  const shown = /^attest-source:(\/[^?]*)\.txt(?:\?([\w+.-]+))?$/.exec(uri);
  if (!shown) return uri;
  const [, rest, scheme = 'file'] = shown;
  // Some editors write no empty authority.
  return `${scheme}:${scheme === 'file' ? rest!.replace(/^(?:\/\/)?(?=\/(?!\/))/, '//') : rest!}`;
}
