/** The licences of the packages that are bundled into `dist/`. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * @param {readonly string[]} inputs the files that went into the bundles
 * @returns {Promise<string>} name, version and licence text of every package among them
 */
export async function thirdPartyNotices(inputs) {
  const folders = new Set();
  for (const input of inputs) {
    const folder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (folder) folders.add(folder);
  }
  const notices = await Promise.all([...folders].sort().map(notice));
  return ['Attest contains the following packages.', ...notices].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n';
}

async function notice(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? await readFile(join(folder, file), 'utf8') : `Licence: ${license}`;
  return `${name} ${version} (${license})\n\n${text.trim()}`;
}
