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

/** How long a command may take to come into the palette. */
const PATIENCE_MS = 10_000;

/**
 * @param {object} options
 * @param {string} options.folder a folder of its own: settings are written into it
 * @param {string} options.file what to open, inside the folder
 * @param {string} [options.site] where a web site offers the extension, to run it in the browser; else it runs beside the
 * folder, in a process of the server
 * @returns {Promise<{ page: import('playwright-core').Page, goTo: Function, run: Function, close: Function }>}
 */
export async function openWorkbench({ folder, file, site, version = 'oldest', settings = {}, viewport }) {
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  /** Settings over those that are asked for at the start, until the next change. */
  const change = (others) => {
    const all = { ...SETTINGS, ...settings, ...others };
    writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(all));
  };
  change({});
  const server = await startServer({ version, isDriven: version === 'newest' });
  let browser;
  const close = async () => {
    await browser?.close();
    await server.stop();
  };
  try {
    browser = await launchBrowser();
    const context = await browser.newContext({
      viewport,
      deviceScaleFactor: 1.5,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    if (site) await offerExtension(page, server.port, site);
    await page.goto(
      workbenchAddress(server.port, folder, [
        ...(site ? [] : [['extensionDevelopmentPath', remoteUri(server.port, ROOT)]]),
        ['skipWelcome', 'true'],
        ['openFile', remoteUri(server.port, join(folder, file))],
      ]),
    );
    return { page, close, change, ...keyboardOf(page, folder) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What a web site of VS Code would be configured with: an extension that its workbench runs in a worker of its own. */
async function offerExtension(page, port, site) {
  const { host } = new URL(site);
  await page.route(
    ({ pathname, port: asked }) => pathname === '/' && asked === String(port),
    async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/(?<=data-settings=")[^"]*/, (escaped) => {
        const settings = JSON.parse(escaped.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
        const extensions = [{ scheme: 'http', authority: host, path: '/' }];
        const changed = { ...settings, developmentOptions: { ...settings.developmentOptions, extensions } };
        return JSON.stringify(changed).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      });
      // The workbench's own policy names the sites of its registry; that of its extension host is left as it is.
      const headers = { ...response.headers() };
      delete headers['content-security-policy'];
      await route.fulfill({ response, headers, body });
    },
  );
}

/** Ways to get about by keyboard alone. */
function keyboardOf(page, folder) {
  const input = page.locator('.quick-input-widget input');
  const box = page.locator('.quick-input-widget');
  const hidden = () => box.waitFor({ state: 'hidden' });
  return {
    /** Puts the cursor at a line and column, both from 1. */
    async goTo(line, column) {
      await page.keyboard.press('Control+g');
      await input.first().waitFor();
      await page.keyboard.type(`${line}:${column}`);
      // Before the box has read what was typed, Enter does nothing.
      await box.filter({ hasText: new RegExp(`\\bline ${line}\\b.*\\b${column}\\b`) }).waitFor();
      await page.keyboard.press('Enter');
      await hidden();
    },
    /** Runs a command of the palette by its title. */
    async run(title) {
      // The first that fits is not always the one that is meant: "Paste as Text" comes before "Paste As...".
      const row = page.locator('.quick-input-list .monaco-list-row', { hasText: exactly(title) }).first();
      // A mouse that rests on the palette brings up a hover over its rows.
      await page.mouse.move(0, 0);
      for (let attempt = 1; ; attempt++) {
        await page.keyboard.press('F1');
        await input.first().waitFor();
        await page.keyboard.type(title);
        try {
          await row.click({ timeout: PATIENCE_MS });
          return;
        } catch (error) {
          // The palette shows what could be run when it was opened: perhaps the article had not been read yet.
          if (attempt === 3) throw error;
          await page.keyboard.press('Escape');
          await hidden();
        }
      }
    },
    /** Opens a file of the folder in the editor. */
    async open(path) {
      await page.keyboard.press('Control+o');
      // The search by name needs a program that this host does not have.
      await page.locator('.quick-input-list .monaco-list-row', { hasText: '..' }).first().waitFor();
      await page.keyboard.press('Control+a');
      await page.keyboard.type(join(folder, path));
      const name = path.slice(path.lastIndexOf('/') + 1);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
      await page.keyboard.press('Enter');
      await hidden();
      await page.locator('.tab.active', { hasText: name }).waitFor();
    },
    async save() {
      await page.keyboard.press('Control+s');
      await page.locator('.tab.active:not(.dirty)').waitFor();
    },
    async press(key) {
      await page.keyboard.press(key);
    },
    /** Types into the field that asks for something. */
    async answer(text) {
      await page.locator('.quick-input-title', { hasText: /\S/ }).waitFor();
      await input.first().waitFor();
      await page.keyboard.type(text);
    },
    /** Chooses in the menu of the light bulb, by keyboard. */
    async menu(title, look = () => {}) {
      const items = page.locator('.action-widget .monaco-list-row.action');
      await items.filter({ hasText: title }).first().waitFor();
      await page.locator('.action-widget .monaco-list:focus').waitFor();
      await look();
      const titles = await items.allInnerTexts();
      // The first is chosen already.
      for (let i = titles.findIndex((item) => item.includes(title)); i > 0; i--)
        await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    },
  };
}

/** In the same case: `hasText` with a string does not look at it. */
function exactly(text) {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}
