/**
 * Makes the installable `.vsix`: a production build and the files that `.vscodeignore` names. They are packed from a
 * folder of their own, because vsce walks through everything below it first, and the VS Code of the tests is large.
 *
 * `--list` prints what would be packed from the build that is there.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';

const ROOT = resolve(import.meta.dirname, '../..');
const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

const staged = mkdtempSync(join(tmpdir(), 'attest-package-'));
try {
  if (process.argv.includes('--list')) {
    stage();
    console.log((await listFiles({ cwd: staged, packageManager: PackageManager.None })).sort().join('\n'));
  } else {
    execFileSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: ROOT, stdio: 'inherit' });
    stage();
    await pack(join(ROOT, `${name}-${version}.vsix`));
  }
} finally {
  rmSync(staged, { recursive: true, force: true });
}

async function pack(packagePath) {
  await createVSIX({
    cwd: staged,
    packagePath,
    // Everything needed at run time is bundled.
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  const kilobytes = Math.ceil(statSync(packagePath).size / 1024);
  console.log(`${basename(packagePath)}: ${kilobytes} kB`);
  console.log(`Install it with: code --install-extension ${basename(packagePath)}`);
}

/** Copies what `.vscodeignore` lets through: its lines that begin with `!`, with `*` for names in one folder. */
function stage() {
  const lines = readFileSync(join(ROOT, '.vscodeignore'), 'utf8').split(/\r?\n/);
  const patterns = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  for (const file of ['.vscodeignore', ...patterns.flatMap(expand)]) {
    cpSync(join(ROOT, file), join(staged, file), { recursive: true });
  }
}

function expand(pattern) {
  if (!pattern.includes('*')) return [pattern];
  const folder = dirname(pattern);
  const [start, end] = basename(pattern).split('*');
  return readdirSync(join(ROOT, folder))
    .filter((file) => file.startsWith(start) && file.endsWith(end))
    .map((file) => `${folder}/${file}`);
}
