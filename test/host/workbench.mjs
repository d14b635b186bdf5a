/** A VS Code workbench with Attest that a script can type in and look at, as a person would. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { remoteUri, startServer, workbenchAddress } from './server.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..');

/** What a quiet picture needs; in the workspace, because the browser's own settings are empty. */
const SETTINGS = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'chat.commandCenter.enabled': false,
  'editor.fontFamily': '"DejaVu Sans Mono", "Liberation Mono", monospace',
  'editor.fontSize': 14,
  'editor.lineHeight': 1.6,
  'editor.wordWrap': 'on',
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'diffEditor.useInlineViewWhenSpaceIsLimited': false,
  'editor.occurrencesHighlight': 'off',
  'editor.unicodeHighlight.ambiguousCharacters': false,
  'files.exclude': { '.vscode': true },
};

/**
 * @param {object} options
 * @param {string} options.folder a folder of its own: settings are written into it
 * @param {string} options.file what to open, inside the folder
 * @returns {Promise<{ page: import('playwright-core').Page, goTo: Function, run: Function, close: Function }>}
 */
export async function openWorkbench({ folder, file, version = 'oldest', settings = {}, viewport }) {
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify({ ...SETTINGS, ...settings }));
  const server = await startServer({ version });
  let browser;
  const close = async () => {
    await browser?.close();
    await server.stop();
  };
  try {
    browser = await launchBrowser();
    const context = await browser.newContext({ viewport, deviceScaleFactor: 1.5 });
    const page = await context.newPage();
    await page.goto(
      workbenchAddress(server.port, folder, [
        ['extensionDevelopmentPath', remoteUri(server.port, ROOT)],
        ['skipWelcome', 'true'],
        ['openFile', remoteUri(server.port, join(folder, file))],
      ]),
    );
    return { page, close, ...keyboardOf(page) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Ways to get about by keyboard alone. */
function keyboardOf(page) {
  const input = page.locator('.quick-input-widget input');
  const hidden = () => page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  return {
    /** Puts the cursor at a line and column, both from 1. */
    async goTo(line, column) {
      await page.keyboard.press('Control+g');
      await input.first().waitFor();
      await page.keyboard.type(`${line}:${column}`);
      await page.keyboard.press('Enter');
      await hidden();
    },
    /** Runs a command of the palette by its title. */
    async run(title) {
      await page.keyboard.press('F1');
      await input.first().waitFor();
      await page.keyboard.type(title);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
      await page.keyboard.press('Enter');
      await hidden();
    },
  };
}
