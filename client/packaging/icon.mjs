/** Draws the extension's icon from its SVG: VS Code takes only PNG. */
import { readFile } from 'node:fs/promises';
import { launchBrowser } from '../../test/host/browser.mjs';
import { fail } from '../../test/host/install.mjs';

try {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
  await page.setContent(`<body style="margin:0">${await readFile('client/media/icon.svg', 'utf8')}</body>`);
  await page.screenshot({ path: 'client/media/icon.png', omitBackground: true });
  await browser.close();
} catch (error) {
  fail(error);
}
