/** From fact to fact by key, round the article. */
import * as vscode from 'vscode';
import type { ArticleFacts } from './articleFacts.ts';
import { rangeOf } from './articleFacts.ts';

export function registerNavigation(facts: ArticleFacts): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('attest.nextFact', () => step(facts, 1)),
    vscode.commands.registerCommand('attest.previousFact', () => step(facts, -1)),
  );
}

/** Selects the fact, so that a screen reader reads it and the next command is about it. */
async function step(facts: ArticleFacts, direction: 1 | -1): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const known = await facts.refresh();
  if (!editor || known?.document !== editor.document || known.facts.length === 0) {
    void vscode.window.setStatusBarMessage(vscode.l10n.t('Attest knows no facts here.'), 3000);
    return;
  }
  const ranges = known.facts.map(rangeOf);
  const { selection } = editor;
  const next =
    direction === 1
      ? (ranges.find(({ start }) => start.isAfter(selection.start)) ?? ranges[0]!)
      : (ranges.findLast(({ start }) => start.isBefore(selection.start)) ?? ranges.at(-1)!);
  editor.selection = new vscode.Selection(next.start, next.end);
  editor.revealRange(next, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
