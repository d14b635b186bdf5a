/** Makes the installable `.vsix`: a production build and the files that `.vscodeignore` lets through. */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { createVSIX, listFiles } from '@vscode/vsce';

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const packagePath = `${name}-${version}.vsix`;

execFileSync(process.execPath, ['esbuild.mjs', '--production'], { stdio: 'inherit' });
await createVSIX({
  packagePath,
  // Everything needed at run time is bundled.
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});

const size = (file) => `${(statSync(file).size / 1024).toFixed(0).padStart(6)} kB`;
for (const file of await listFiles({ dependencies: false })) console.log(`${size(file)}  ${file}`);
console.log(`\n${size(packagePath)}  ${packagePath}`);
console.log(`\nInstall it with: code --install-extension ${packagePath}`);
