/** Builds `dist/`: the VS Code client, the language server and the command line, one file each. */
import { build } from 'esbuild';

const production = process.argv.includes('--production');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
};

await build({
  ...shared,
  entryPoints: { server: 'server/src/lsp/main.ts', cli: 'server/src/cli/main.ts' },
  outdir: 'dist',
});
await build({
  ...shared,
  entryPoints: { extension: 'client/src/extension.ts' },
  outdir: 'dist',
  external: ['vscode'],
});
