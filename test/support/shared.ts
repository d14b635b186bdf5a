/**
 * The material beside the repository that tests and benchmarks may read but that is not ours to ship: two real news
 * reports (`seeds`) and annotated corpora. Where it is missing, such tests are reported as not run.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's root, with a trailing separator. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The folder of shared material beside the repository. */
export const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** Whether a file or folder of the shared material is present. */
export function hasShared(path: string): boolean {
  return existsSync(SHARED + path);
}
