/** Finds what the client says to people in its source: what goes through the localisation API, and what does not. */
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

/**
 * @param {string} folder the client's source
 * @returns {{ messages: Record<string, string>, unlocalised: string[] }} what `vscode.l10n.t` is called with, as the
 * bundle has it; and the places of strings that are shown without it
 */
export function stringsOf(folder) {
  const messages = {};
  const unlocalised = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const path = join(folder, name);
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const at = (node) => `${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    const shown = (node) => {
      if (ts.isStringLiteralLike(node) && /\p{L}/u.test(node.text) && !NAMES.has(node.text)) {
        unlocalised.push(`${at(node)}: ${node.text}`);
      }
    };
    const visit = (node) => {
      if (ts.isCallExpression(node)) {
        const called = node.expression.getText();
        const [first] = node.arguments;
        if (called.endsWith('l10n.t')) {
          if (first && ts.isStringLiteralLike(first)) messages[first.text] = first.text;
          else unlocalised.push(`${at(node)}: a message that is made up at run time`);
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
  const sorted = Object.keys(messages).sort();
  return { messages: Object.fromEntries(sorted.map((message) => [message, message])), unlocalised };
}
