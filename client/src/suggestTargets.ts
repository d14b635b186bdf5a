/** `[source: ` asks for a document: the list of them opens by itself, also where an editor suggests nothing to prose. */
import * as vscode from 'vscode';
import { isArticle } from './selector.ts';

/** A mark or a footnote's definition up to where its target begins. */
const BEFORE_TARGET = /(?:\[source: |^[ \t]{0,3}\[\^[^\s[\]^]{1,100}\]: )$/i;

export function registerTargetSuggestions(): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const [change] = contentChanges;
    // Typed or completed: an undo or a paste asks for nothing.
    if (!change || contentChanges.length > 1 || reason !== undefined || !/^(?:source:)? $/.test(change.text))
      return;
    if (document !== vscode.window.activeTextEditor?.document || !isArticle(document)) return;
    const end = document.positionAt(change.rangeOffset + change.text.length);
    const written = document.getText(new vscode.Range(end.with({ character: 0 }), end));
    if (BEFORE_TARGET.test(written)) void vscode.commands.executeCommand('editor.action.triggerSuggest');
  });
}
