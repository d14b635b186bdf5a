/**
 * Writes what the one table of settings says into `package.json` and the schema of `.attest.yaml`, and what the client
 * says to people into the bundle that translators start from.
 */
import { build } from 'esbuild';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import { stringsOf } from './strings.mjs';

const { outputFiles } = await build({
  entryPoints: ['server/src/config/manifest.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  write: false,
});
const source = Buffer.from(outputFiles[0].contents).toString('base64');
const { manifestConfiguration, projectFileSchema } = await import(`data:text/javascript;base64,${source}`);

const manifest = JSON.parse(await readFile('package.json', 'utf8'));
manifest.contributes.configuration = manifestConfiguration();
await writeJson('package.json', manifest);
await writeJson('client/attest.schema.json', projectFileSchema());
await mkdir('l10n', { recursive: true });
await writeJson('l10n/bundle.l10n.json', stringsOf('client/src').messages);

async function writeJson(path, value) {
  await writeFile(path, await format(JSON.stringify(value), { filepath: path, printWidth: 110 }));
}
