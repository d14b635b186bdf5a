/**
 * Finds what client and server say to people in their source: what goes through the localisation (`vscode.l10n.t`, `say`,
 * `phrases`), and what does not.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Where VS Code shows a string as it is given: properties of items, and the first argument of messages. */
const SHOWN_PROPERTIES = new Set([
  'title',
  'label',
  'description',
  'detail',
  'tooltip',
  'prompt',
  'placeHolder',
  'placeholder',
  'openLabel',
  'message',
]);
const SHOWN_ARGUMENTS = /^(?:show(?:Information|Warning|Error)Message|setStatusBarMessage)$/;
/** Names of products and formats are the same in every language. */
const NAMES = new Set(['Attest', 'Markdown', 'HTML', 'CSV', 'https://…']);

/** Calls whose first argument is a message. */
const SAYING = /(?:^|\.)(?:l10n\.t|say|saidLater)$/;

/**
 * @param {string} folder source of the client or the server
 * @returns {{ messages: readonly string[], unlocalised: readonly string[] }} what is said, in order; and the places of
 * strings that are shown as they are
 */
export function stringsOf(folder) {
  const messages = new Set();
  const unlocalised = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    // Training runs on a developer's machine only.
    if (!name.endsWith('.ts') || /[\\/]training[\\/]/.test(name)) continue;
    const path = join(folder, name);
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const at = (node) => `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    const shown = (node) => {
      const text = ts.isTemplateExpression(node) ? wordsOf(node) : ts.isStringLiteralLike(node) && node.text;
      if (text && /\p{L}/u.test(text) && !NAMES.has(text)) unlocalised.push(`${at(node)}: ${text}`);
    };
    const said = (node) => {
      for (const text of literalsIn(node)) if (/\p{L}{2}/u.test(text)) messages.add(text);
    };
    const visit = (node) => {
      if (ts.isCallExpression(node)) {
        const called = node.expression.getText();
        const [first] = node.arguments;
        if (first && SAYING.test(called)) {
          if (called.endsWith('l10n.t') && !ts.isStringLiteralLike(first)) {
            unlocalised.push(`${at(node)}: a message that is made up at run time`);
          }
          if (ts.isTemplateExpression(first)) unlocalised.push(`${at(node)}: ${first.getText()}`);
          said(first);
        } else if (called === 'phrases') {
          for (const { initializer } of first.properties) said(initializer);
        } else if (SHOWN_ARGUMENTS.test(called.slice(called.lastIndexOf('.') + 1)))
          node.arguments.forEach(shown);
      }
      if (ts.isPropertyAssignment(node) && SHOWN_PROPERTIES.has(node.name.getText())) shown(node.initializer);
      if (
        ts.isBinaryExpression(node) &&
        node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
        ts.isPropertyAccessExpression(node.left) &&
        SHOWN_PROPERTIES.has(node.left.name.text)
      ) {
        shown(node.right);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { messages: [...messages], unlocalised };
}

/** What a template says by itself, without the names of icons. */
function wordsOf({ head, templateSpans }) {
  return [head, ...templateSpans.map(({ literal }) => literal)]
    .map(({ text }) => text.replace(/\$\([\w~-]+\)/g, '').trim())
    .join('');
}

/** A literal, or those of a choice between two. */
function literalsIn(node) {
  if (ts.isStringLiteralLike(node)) return [node.text];
  return ts.isConditionalExpression(node) ? [node.whenTrue, node.whenFalse].flatMap(literalsIn) : [];
}

/**
 * The bundle that translators start from: every message as its own translation, in the order of the alphabet.
 * @param {...({ messages: readonly string[] } | readonly string[])} parts
 */
export function bundleOf(...parts) {
  const messages = new Set(parts.flatMap((part) => (Array.isArray(part) ? part : part.messages)));
  return Object.fromEntries([...messages].sort().map((message) => [message, message]));
}
