/**
 * Programs that write a file again and again until they are killed. Whatever the moment, the file must be whole: what it
 * was before or what it was to become.
 */
import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from './shared.ts';

/** As long as the annotations of a heavily checked article. */
const LENGTH = 200_000;
/** A few writes. A kill comes at a random moment within it, counted from the first finished write. */
const WINDOW_MS = 12;
/** So many at a time: starting a program takes longer than killing one. */
const LANES = 4;

/** The ways in which Attest writes files: the server annotation files, the command line its output. */
export const WRITERS = {
  'the server': `import { nodeFiles } from './server/src/lsp/node/files.ts';
    const write = (path, text, before) => nodeFiles.write(path, text, before);`,
  'the command line': `import { fileURLToPath } from 'node:url';
    import { atomicWrite } from './server/src/cli/files.ts';
    const write = (path, text) => atomicWrite(fileURLToPath(path), text);`,
};

/**
 * Kills writers at random moments.
 * @returns how often a file was found, and what was wrong with those that were not whole
 */
export async function killWriters(
  writer: keyof typeof WRITERS,
  times: number,
): Promise<{ readonly found: number; readonly broken: readonly string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'attest-killed-'));
  try {
    const program = join(folder, 'writer.cjs');
    await bundle(WRITERS[writer], program);
    let left = times;
    let found = 0;
    const broken: string[] = [];
    const lane = async (_: unknown, index: number): Promise<void> => {
      const path = join(folder, `${index}.annotations.jsonld`);
      while (left-- > 0) {
        await killOne(program, path);
        const text = readFileSync(path, 'utf8');
        found++;
        if (text !== text.charAt(0).repeat(LENGTH)) broken.push(`${text.length} characters`);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return { found, broken };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bundle(write: string, outfile: string): Promise<void> {
  const contents = `${write}
    import { readFileSync } from 'node:fs';
    void (async () => {
      const path = process.argv[2];
      let before = null;
      try { before = readFileSync(new URL(path), 'utf8'); } catch {}
      for (let i = 0; ; i++) {
        const text = String(i % 10).repeat(${LENGTH});
        await write(path, text, before);
        before = text;
        if (i === 0) process.stdout.write('.');
      }
    })();`;
  await build({
    stdin: { contents, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
    outfile,
  });
}

async function killOne(program: string, path: string): Promise<void> {
  const child: ChildProcessByStdio<null, Readable, null> = spawn(
    process.execPath,
    [program, pathToFileURL(path).href],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const begun = await Promise.race([
    new Promise<boolean>((resolve) =>
      child.stdout.once('data', () => {
        resolve(true);
      }),
    ),
    ended.then(() => false),
  ]);
  if (!begun) throw new Error('The writer ended by itself.');
  await new Promise((resolve) => setTimeout(resolve, Math.random() * WINDOW_MS));
  child.kill('SIGKILL');
  await ended;
}
