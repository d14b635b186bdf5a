/** A headless Chromium for the workbench: the one in the npm package, else one installed on the system. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { HostError, installBrowser } from './install.mjs';

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** @returns {Promise<import('playwright-core').Browser>} */
export async function launchBrowser() {
  await installBrowser();
  const { chromium: playwright } = await import('playwright-core');
  const problems = [];
  for (const candidate of await candidates()) {
    try {
      return await playwright.launch({ headless: true, ...candidate });
    } catch (error) {
      problems.push(String(error));
    }
  }
  throw new HostError(explain(problems.join('\n')));
}

async function candidates() {
  const found = [];
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: bundled } = await import('@sparticuz/chromium');
    found.push({ executablePath: await bundled.executablePath(), args: bundled.args });
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of SYSTEM_NAMES) {
    const folder = folders.find((folder) => existsSync(join(folder, name)));
    if (folder) found.push({ executablePath: join(folder, name), args: ['--no-sandbox'] });
  }
  if (process.platform !== 'linux') found.push({ channel: 'chrome' }, { channel: 'msedge' });
  return found;
}

function explain(problems) {
  const library = /error while loading shared libraries: (\S+):/.exec(problems)?.[1];
  const missing = library ? `Chromium lacks the system library ${library}.` : 'No Chromium could be started.';
  return `${missing} On Debian and Ubuntu this installs what it needs:
  sudo apt-get update && sudo apt-get install -y libnss3 fonts-dejavu-core fonts-liberation
${library ? '' : problems.slice(0, 1500)}`;
}
