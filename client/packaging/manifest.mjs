/** Writes what the one table of settings says into `package.json` and the schema of `.attest.yaml`. */
import { build } from 'esbuild';
import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'prettier';

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

async function writeJson(path, value) {
  await writeFile(path, await format(JSON.stringify(value), { filepath: path, printWidth: 110 }));
}
