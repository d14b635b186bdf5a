/** How an article names a source: by a path from its own folder, and words to find in it. */
import type { TextDirective } from '../../../server/src/annotations/targets.ts';

/** So many words at either end of a passage find it; between them a text fragment has a comma. */
const END_WORDS = 4;

/** The path of `to` from the folder of `from`; both with slashes. */
export function relativePath(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const parts = to.split('/');
  let shared = 0;
  while (shared < folders.length && shared < parts.length - 1 && folders[shared] === parts[shared]) shared++;
  return [...folders.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
}

/** A text fragment for a passage, without the quotation marks around it. */
export function textDirective(passage: string): TextDirective {
  const words = passage
    .trim()
    .replace(/^[“”„«»"‘]+|[“”«»"’,]+$/g, '')
    .split(/\s+/);
  const isShort = words.length <= 2 * END_WORDS;
  return {
    prefix: '',
    start: words.slice(0, isShort ? words.length : END_WORDS).join(' '),
    end: isShort ? '' : words.slice(-END_WORDS).join(' '),
    suffix: '',
  };
}
