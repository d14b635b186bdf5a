/**
 * Builds `dist/`: the VS Code client, the language server and the command line, one file each. The model of English
 * that server and command line share is a file of its own, so that the package carries it once.
 *
 * `--production` minifies and leaves the source maps out.
 */
import { build } from 'esbuild';
import { rm, writeFile } from 'node:fs/promises';
import { thirdPartyNotices } from './scripts/notices.mjs';

const production = process.argv.includes('--production');
const LANGUAGE_MODEL = 'wink-eng-lite-web-model';

/** @type {import('esbuild').Plugin} */
const sharedLanguageModel = {
  name: 'shared-language-model',
  setup({ onResolve }) {
    onResolve({ filter: new RegExp(`^${LANGUAGE_MODEL}$`) }, () => ({
      path: './language-model.js',
      external: true,
    }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  outdir: 'dist',
  minify: production,
  // Names stay readable in the stack traces that people send.
  keepNames: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
};

// A development build leaves maps that a package must not carry.
if (production) await rm('dist', { recursive: true, force: true });

const results = await Promise.all([
  build({
    ...shared,
    entryPoints: { server: 'server/src/lsp/main.ts', cli: 'server/src/cli/main.ts' },
    plugins: [sharedLanguageModel],
  }),
  build({
    ...shared,
    entryPoints: { 'language-model': LANGUAGE_MODEL },
    sourcemap: false,
  }),
  build({
    ...shared,
    entryPoints: { extension: 'client/src/extension.ts' },
    external: ['vscode'],
  }),
]);

const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
await writeFile('dist/THIRD-PARTY-NOTICES.txt', await thirdPartyNotices(inputs));
