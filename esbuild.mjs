/**
 * Builds `dist/`: the VS Code extension and its client, the language server and the command line, one file each, and in
 * `dist/browser` extension and server for browsers. What they share and is large, the learned data and on the desktop
 * some libraries, is in files of its own, so that the package carries it once and nobody reads it before it is needed.
 *
 * `--production` minifies and leaves the source maps out.
 */
import { build } from 'esbuild';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { thirdPartyNotices } from './client/packaging/notices.mjs';

const production = process.argv.includes('--production');

/** Large data modules: how they are imported, where they are, and their file in `dist/`. */
const DATA = [
  {
    imported: /^wink-eng-lite-web-model$/,
    module: 'wink-eng-lite-web-model',
    file: 'language-model',
  },
  {
    imported: /attributions\.weights\.json$/,
    module: './server/src/analysis/attributions/attributions.weights.json',
    file: 'attribution-weights',
  },
];

/**
 * Data is loaded when something of it is first used, not when the module that imports it is: a server that has a folder
 * to read needs none of it yet.
 * @param {(file: string) => string} load the source of a module whose `load()` gives the data
 * @returns {import('esbuild').Plugin}
 */
const sharedData = (load) => ({
  name: 'shared-data',
  setup({ onResolve, onLoad }) {
    for (const { imported, file } of DATA) {
      onResolve({ filter: imported }, () => ({ path: file, namespace: 'shared-data' }));
    }
    onResolve({ filter: /^\.\/dist\//, namespace: 'shared-data' }, ({ path }) => ({
      path: path.replace('/dist', ''),
      external: true,
    }));
    onLoad({ filter: /./, namespace: 'shared-data' }, ({ path }) => ({
      contents: `${load(path)}
        let data;
        export default new Proxy({}, { get: (_, name) => (data ??= load())[name] });`,
      resolveDir: import.meta.dirname,
    }));
  },
});

const requiredData = sharedData((file) => `const load = () => require('./dist/${file}.js');`);
/** A worker loads the same files. */
const fetchedData = sharedData(
  (file) => `import { loadData } from './server/src/lsp/browser/sharedData.ts';
    const load = () => loadData('${file}');`,
);

/** Libraries that most sessions need late or never, and their file in `dist/`. */
const LIBRARIES = new Map([
  ['yaml', 'yaml'],
  ['htmlparser2', 'htmlparser2'],
  ['wink-nlp', 'wink-nlp'],
  ['@humanwhocodes/momoa', 'momoa'],
]);

/**
 * A library is loaded when something it exports is first called. Until then a stand-in is there for each export, which
 * must be a function or a class.
 * @type {import('esbuild').Plugin}
 */
const lateLibraries = {
  name: 'late-libraries',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ path, kind }) =>
      LIBRARIES.has(path) && kind === 'import-statement' ? { path, namespace: 'late-library' } : null,
    );
    onLoad({ filter: /./, namespace: 'late-library' }, async ({ path }) => {
      const names = Object.keys(await import(path)).filter((name) => /^\w+$/.test(name));
      return {
        contents: `let loaded;
          const library = () => (loaded ??= require('./${LIBRARIES.get(path)}.js'));
          const exported = (name) => library()[name] ?? library();
          const standIn = (name) => new Proxy(class {}, {
            apply: (_, self, values) => Reflect.apply(exported(name), self, values),
            construct: (_, values) => Reflect.construct(exported(name), values),
            get: (_, key) => exported(name)[key],
          });
          ${names.map((name) => `const $${name} = standIn('${name}');`).join('\n')}
          export { ${names.map((name) => `$${name} as ${name}`).join(', ')} };`,
      };
    });
    onResolve({ filter: /./, namespace: 'late-library' }, ({ path }) => ({ path, external: true }));
  },
};

/**
 * Of the language server's library only the protocol is used: Attest answers on the connection itself. The rest of it,
 * which takes a quarter of its loading time and watches the editor's process, is left out.
 * @type {import('esbuild').Plugin}
 */
const protocolAlone = {
  name: 'protocol-alone',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^vscode-languageserver(?:\/(?:node|browser))?$/ }, ({ path, kind }) => {
      const protocol = path.replace('vscode-languageserver', 'vscode-languageserver-protocol');
      return resolve(protocol, { kind, resolveDir: 'node_modules/vscode-languageserver' });
    });
  },
};

/** @type {import('esbuild').Plugin} The client's own file; see `client/src/extension.ts`. */
const loadedLate = {
  name: 'loaded-late',
  setup({ onResolve }) {
    onResolve({ filter: /\/desktop\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' || kind === 'require-call' ? { path: './client.js', external: true } : null,
    );
  },
};

/**
 * What the client's modules import from VS Code and the language client, they get by `require`, as it is offered: for an
 * `import` the bundle would define every one of its hundreds of names anew in each module, while VS Code waits.
 * @type {import('esbuild').Plugin}
 */
const uncopied = {
  name: 'uncopied',
  setup({ onLoad }) {
    const imports = /^import (?:\* as (\w+)|(\{[^}]*\})) from '(vscode(?:-languageclient(?:\/node)?)?)';$/gm;
    onLoad({ filter: /client[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
      loader: 'ts',
      contents: (await readFile(path, 'utf8')).replace(
        imports,
        (_, whole, names, module) => `const ${whole ?? names} = require('${module}');`,
      ),
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
  // Names stay readable in the stack traces that people send. Renaming and `keepNames` would do that as well, but sets
  // the name of every closure anew each time it is made, which costs while typing.
  minifyWhitespace: production,
  minifySyntax: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
};

/** @type {import('esbuild').BuildOptions} For VS Code in a browser: one file for the extension, one for the worker. */
const forBrowsers = { ...shared, platform: 'browser', target: 'es2022', outdir: 'dist/browser' };

// A development build leaves maps that a package must not carry.
if (production) await rm('dist', { recursive: true, force: true });

const results = await Promise.all([
  build({
    ...shared,
    entryPoints: { server: 'server/src/lsp/main.ts', cli: 'server/src/cli/main.ts' },
    plugins: [protocolAlone, requiredData, lateLibraries],
  }),
  ...DATA.map(({ file, module }) =>
    build({
      ...shared,
      stdin: { contents: `module.exports = require('${module}');`, resolveDir: '.' },
      outdir: undefined,
      outfile: `dist/${file}.js`,
      sourcemap: false,
    }),
  ),
  ...Array.from(LIBRARIES, ([library, file]) =>
    build({
      ...shared,
      stdin: { contents: `module.exports = require('${library}');`, resolveDir: '.' },
      outdir: undefined,
      outfile: `dist/${file}.js`,
      sourcemap: false,
    }),
  ),
  build({
    ...shared,
    entryPoints: { extension: 'client/src/extension.ts', client: 'client/src/desktop.ts' },
    external: ['vscode'],
    plugins: [loadedLate, uncopied],
    // VS Code gives extensions its API by `require`.
    supported: { 'dynamic-import': false },
  }),
  build({
    ...forBrowsers,
    entryPoints: { extension: 'client/src/browser.ts' },
    external: ['vscode'],
  }),
  build({
    ...forBrowsers,
    format: 'iife',
    entryPoints: { server: 'server/src/lsp/browser/main.ts' },
    plugins: [protocolAlone, fetchedData],
  }),
]);

const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
await writeFile('dist/THIRD-PARTY-NOTICES.txt', await thirdPartyNotices(inputs));
