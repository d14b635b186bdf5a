/** The passage a command is about: what is selected, else the fact at the cursor. */
import * as vscode from 'vscode';
import type { Fact } from '../../../server/src/lsp/attestProtocol.ts';
import type { ArticleFacts } from '../facts/articleFacts.ts';
import { rangeOf } from '../facts/articleFacts.ts';
import { activeArticle } from '../selector.ts';

export interface Passage {
  readonly editor: vscode.TextEditor;
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
  /** The fact it is or lies in, where it is one. */
  readonly fact: Fact | undefined;
}

/** Undefined, and the writer told, where there is nothing to be about. */
export async function passageHere(facts: ArticleFacts): Promise<Passage | undefined> {
  const editor = vscode.window.activeTextEditor;
  const document = activeArticle();
  if (!editor || !document) return undefined;
  const known = await facts.refresh();
  const here = known?.document === document ? known.facts : [];
  const { selection } = editor;
  const fact = innermost(here, selection);
  if (!selection.isEmpty) return { editor, document, range: trimmed(document, selection), fact };
  if (fact) return { editor, document, range: rangeOf(fact), fact };
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Place the cursor in a quotation or a claim, or select a passage.'),
  );
  return undefined;
}

/** The shortest fact around the selection. */
function innermost(facts: readonly Fact[], selection: vscode.Range): Fact | undefined {
  return facts
    .filter((fact) => rangeOf(fact).contains(selection))
    .sort((a, b) => a.passage.length - b.passage.length)[0];
}

/** Without blanks at its ends, which people select by accident. */
function trimmed(document: vscode.TextDocument, range: vscode.Range): vscode.Range {
  const text = document.getText(range);
  const start = document.offsetAt(range.start) + (text.length - text.trimStart().length);
  return new vscode.Range(
    document.positionAt(start),
    document.positionAt(start + Math.max(0, text.trim().length)),
  );
}
