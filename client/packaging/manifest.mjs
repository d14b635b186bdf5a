/**
 * Writes what the one table of settings says into `package.json`, `package.nls.json` and the schema of `.attest.yaml`,
 * and what client and server say to people into the bundle that translators start from.
 */
import { build } from 'esbuild';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import { bundleOf, stringsOf } from './strings.mjs';

const { outputFiles } = await build({
  entryPoints: ['server/src/config/manifest.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  write: false,
});
const source = Buffer.from(outputFiles[0].contents).toString('base64');
const { manifestConfiguration, manifestStrings, projectFileSchema } = await import(
  `data:text/javascript;base64,${source}`
);

const manifest = JSON.parse(await readFile('package.json', 'utf8'));
manifest.contributes.configuration = manifestConfiguration();
await writeJson('package.json', manifest);
await writeJson('client/attest.schema.json', projectFileSchema());
await mkdir('l10n', { recursive: true });
const settings = manifestStrings();
const own = Object.entries(JSON.parse(await readFile('package.nls.json', 'utf8'))).filter(
  ([key]) => !/^settings?\./.test(key),
);
await writeJson('package.nls.json', { ...Object.fromEntries(own), ...settings });
await writeJson(
  'l10n/bundle.l10n.json',
  bundleOf(stringsOf('client/src'), stringsOf('server/src'), Object.values(settings)),
);

async function writeJson(path, value) {
  await writeFile(path, await format(JSON.stringify(value), { filepath: path, printWidth: 110 }));
}
