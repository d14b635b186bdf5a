/** The server as it is shipped, or built from the sources as they are. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(import.meta.dirname, '..', '..');
const BUILDS = join(ROOT, 'node_modules', '.cache', 'attest-tests');

/**
 * The path of a server built from the sources as they are. An up-to-date `dist/server.js` is taken as it is; otherwise a
 * build goes to a folder of its own, so that tests that run side by side never see half a file.
 */
export async function builtServer(): Promise<string> {
  const newest = newestFile(join(ROOT, 'server', 'src'));
  const shipped = join(ROOT, 'dist', 'server.js');
  if (existsSync(shipped) && statSync(shipped).mtimeMs > newest) return shipped;
  const folder = join(BUILDS, `server-${Math.round(newest)}`);
  const path = join(folder, 'server.js');
  if (existsSync(path)) return path;
  const unfinished = `${folder}-${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  await build({
    entryPoints: [join(ROOT, 'server', 'src', 'lsp', 'main.ts')],
    outfile: join(unfinished, 'server.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  });
  try {
    renameSync(unfinished, folder);
  } catch {
    // Another worker was first.
    rmSync(unfinished, { recursive: true, force: true });
  }
  return path;
}

function newestFile(folder: string): number {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) newest = Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  }
  return newest;
}
