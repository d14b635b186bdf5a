/**
 * TARGET, what a mark or annotation is traced to: a relative path, a web address, or the id of a source document, each
 * perhaps with a text fragment in the web's notation (WICG Scroll To Text Fragment):
 *
 *     interview.txt#:~:text=stepped%20into%20lightly
 *     https://example.org/report#:~:text=In%202019-,the%20council,approved,-without%20debate
 *     votel-2018
 */
import type { Span } from '../text/span.ts';
import type { SearchableText } from '../text/wordSearch.ts';
import { findWords, wordHashes, wordsSpan } from '../text/wordSearch.ts';

/** `text=[prefix-,]start[,end][,-suffix]`, percent-decoded; empty strings for what is not given. */
export interface TextDirective {
  readonly prefix: string;
  readonly start: string;
  readonly end: string;
  readonly suffix: string;
}

export type TargetKind = 'path' | 'url' | 'id';

export interface Target {
  readonly kind: TargetKind;
  /** Without its fragment. */
  readonly address: string;
  /** The fragment before `:~:`: a heading's id; empty for none. */
  readonly heading: string;
  readonly directives: readonly TextDirective[];
}

const DIRECTIVES = ':~:';

/** Reads a TARGET; null for an empty one. Never throws: malformed percent signs stay as they are. */
export function parseTarget(written: string): Target | null {
  const target = written.trim().replace(/^<([^<>]*)>$/, '$1');
  const hash = target.indexOf('#');
  const address = hash < 0 ? target : target.slice(0, hash);
  const fragment = hash < 0 ? '' : target.slice(hash + 1);
  if (address === '') return null;
  const at = fragment.indexOf(DIRECTIVES);
  return {
    kind: kindOf(address),
    address,
    heading: decode(at < 0 ? fragment : fragment.slice(0, at)),
    directives: at < 0 ? [] : parseDirectives(fragment.slice(at + DIRECTIVES.length)),
  };
}

/** Writes a target so that `parseTarget` reads the same. Brackets and blanks are encoded: it may stand in a mark. */
export function formatTarget({ address, heading, directives }: Target): string {
  const texts = directives.map(
    ({ prefix, start, end, suffix }) =>
      'text=' +
      [prefix && `${encode(prefix)}-`, encode(start), encode(end), suffix && `-${encode(suffix)}`]
        .filter((part, i) => part !== '' || i === 1)
        .join(','),
  );
  const fragment = encode(heading) + (texts.length > 0 ? DIRECTIVES + texts.join('&') : '');
  return fragment === '' ? address : `${address}#${fragment}`;
}

/** A link of Markdown, perhaps with a title: `[the minutes](../minutes.txt "June")`. */
const LINK = /\[[^[\]]*\]\(<?([^()<>\s]+)>?(?:\s+"[^"]*")?\)/;
/** What a footnote says of the one before it. */
const BACK_REFERENCE = /^(?:ibid|ibidem|idem)$/;
const WEB_ADDRESS = /<?(https?:\/\/[^\s<>]+)>?/;

/**
 * The TARGET of a footnote: an address, path or id that stands alone, in angle brackets, or as a Markdown link. A footnote
 * in words is a source all the same, but nothing that could be followed: null.
 */
export function footnoteTarget(definition: string): string | null {
  const link = LINK.exec(definition);
  if (link) return link[1]!;
  const address = WEB_ADDRESS.exec(definition);
  if (address) return address[1]!.replace(/[.,;:!?)]+$/, '');
  const alone = definition.trim();
  if (!/^\S*[^\s.,;:!?]$/.test(alone)) return null;
  const isId = kindOf(alone.split('#')[0]!) === 'id';
  if (!isId || alone.includes('#')) return alone;
  // One word with a capital is rather a name in words: “Reuters”.
  return /^\p{Ll}|[-_\p{N}]/u.test(alone) && !BACK_REFERENCE.test(alone) ? alone : null;
}

/**
 * Whether a footnote is there for those who read the article: it says something in words. One that is nothing but a
 * TARGET is not, nor one that leads to a file, which no reader has.
 */
export function isNoteForReaders(definition: string): boolean {
  const target = footnoteTarget(definition);
  if (target === null) return definition.trim() !== '';
  if (kindOf(target.split('#')[0]!) !== 'url') return false;
  return /[\p{L}\p{N}]/u.test(definition.replace(LINK, '').replace(WEB_ADDRESS, ''));
}

function kindOf(address: string): TargetKind {
  if (/^https?:\/\//i.test(address)) return 'url';
  return /[/\\.:]/.test(address) ? 'path' : 'id';
}

function parseDirectives(written: string): TextDirective[] {
  return written
    .split('&')
    .filter((part) => part.startsWith('text='))
    .map((part) => parseDirective(part.slice('text='.length)))
    .filter((directive) => directive !== null);
}

function parseDirective(written: string): TextDirective | null {
  const parts = written.split(',');
  const prefix = parts.length > 1 && parts[0]!.endsWith('-') ? parts.shift()!.slice(0, -1) : '';
  const suffix = parts.length > 1 && parts.at(-1)!.startsWith('-') ? parts.pop()!.slice(1) : '';
  const [start = '', end = '', ...more] = parts;
  if (start === '' || more.length > 0) return null;
  return { prefix: decode(prefix), start: decode(start), end: decode(end), suffix: decode(suffix) };
}

/** Every place a text directive points to, by whole words; empty when the words are not there. */
export function findDirective(text: SearchableText, { prefix, start, end, suffix }: TextDirective): Span[] {
  const [before, first, last, after] = [prefix, start, end, suffix].map(wordHashes) as [
    number[],
    number[],
    number[],
    number[],
  ];
  const { hashes } = text.words;
  const standsAt = (needle: readonly number[], at: number): boolean =>
    at >= 0 && needle.every((hash, i) => hashes[at + i] === hash);
  const found: Span[] = [];
  let lastAt = -1;
  for (let at = findWords(text, first); at >= 0; at = findWords(text, first, at + 1)) {
    if (before.length > 0 && !standsAt(before, at - before.length)) continue;
    let stop = at + first.length;
    if (last.length > 0) {
      if (lastAt < stop) lastAt = findWords(text, last, stop);
      if (lastAt < 0) break;
      stop = lastAt + last.length;
    }
    if (after.length === 0 || standsAt(after, stop)) found.push(wordsSpan(text, at, stop));
  }
  return found;
}

/** The directive that finds a passage again: its words, or its first and last ones where it is long. */
export function directiveFor(text: string, { start, end }: Span): TextDirective {
  const passage = text.slice(start, end).replace(/\s+/g, ' ').trim();
  const words = passage.split(' ');
  if (words.length <= 12) return { prefix: '', start: passage, end: '', suffix: '' };
  return { prefix: '', start: words.slice(0, 5).join(' '), end: words.slice(-5).join(' '), suffix: '' };
}

export type Resolution =
  | { readonly uri: string }
  /** Why the path is not followed: it leads out of the workspace, or is no relative path. */
  | { readonly refused: 'outside' | 'absolute' };

/**
 * The URI that a relative path means in the document `base`: pure string logic, and never outside the workspace folder
 * that holds the document (its own folder where none does). Absolute and UNC paths, other schemes and encoded
 * separators are refused.
 */
export function resolvePath(base: string, path: string, folders: readonly string[]): Resolution {
  if (/^[/\\]|^[a-z][a-z0-9+.-]*:/i.test(path)) return { refused: 'absolute' };
  if (/%(?:2e|2f|5c|00)/i.test(path) || /[\0-\x1f]/.test(path)) return { refused: 'outside' };
  const own = base.slice(0, base.lastIndexOf('/') + 1);
  const root = rootOf(base, folders) ?? own;
  const segments = own.slice(root.length).split('/').filter(Boolean);
  for (const segment of decode(path).split(/[/\\]/)) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(encodeSafely(segment));
    else if (segments.pop() === undefined) return { refused: 'outside' };
  }
  return { uri: root + segments.join('/') };
}

/** The longest folder that holds the document, with a slash at its end, spelled as the document spells it. */
function rootOf(base: string, folders: readonly string[]): string | null {
  let longest: string | null = null;
  const key = uriKey(base);
  for (const folder of folders) {
    const depth = folder.replace(/\/+$/, '').split('/').length;
    if (!key.startsWith(`${uriKey(folder).replace(/\/+$/, '')}/`)) continue;
    const root = `${base.split('/').slice(0, depth).join('/')}/`;
    if (longest === null || root.length > longest.length) longest = root;
  }
  return longest;
}

/** A URI for comparison: percent-decoded, the drive letter in lower case. Two spellings of one file have one key. */
export function uriKey(uri: string): string {
  return decode(uri).replace(
    /^(file:\/\/\/)([A-Z])(?=:)/,
    (_, scheme: string, drive: string) => scheme + drive.toLowerCase(),
  );
}

/** The path that leads from one document to another of the same tree, for writing a mark: `../sources/a%20b.txt`. */
export function relativePath(from: string, to: string): string | null {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (
    shared < here.length &&
    shared < there.length - 1 &&
    uriKey(here[shared]!) === uriKey(there[shared]!)
  )
    shared++;
  // Scheme and authority must be the same: the first three parts of `file:///a/b`, the first of `memfs:/a/b`.
  if (shared < (here[1] === '' ? 3 : 1)) return null;
  const path = [
    ...here.slice(shared).map(() => '..'),
    ...there.slice(shared).map((part) => encodeSafely(decode(part))),
  ];
  return path.join('/');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** As text directives ask for: also the dash, the comma and the ampersand. */
function encode(text: string): string {
  return encodeSafely(text).replace(/[!'()*-]/g, percent);
}

function encodeSafely(text: string): string {
  return encodeURIComponent(
    text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD'),
  );
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
