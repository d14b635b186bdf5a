/** The state of each fact in the gutter and the overview ruler. Shapes differ, so that nobody needs the colours. */
import * as vscode from 'vscode';
import type { FactStatus } from '../../../server/src/lsp/attestProtocol.ts';
import type { ArticleFacts, KnownFacts } from './articleFacts.ts';
import { rangeOf } from './articleFacts.ts';

interface Sign {
  readonly status: FactStatus;
  /** An SVG path on a field of 16 by 16. */
  readonly path: string;
  /** For themes with a light and with a dark background. */
  readonly colors: readonly [string, string];
  readonly ruler: string;
}

/**
 * The least urgent first: of two facts on one line the later sign covers the earlier. What has a warning already shows
 * it under the words, and what is only attributed or dismissed asks for nothing.
 */
const SIGNS: readonly Sign[] = [
  // A link of a chain.
  {
    status: 'sourced',
    path: 'M6.5 5H5a3 3 0 0 0 0 6h1.5M9.5 5H11a3 3 0 0 1 0 6H9.5M5.5 8h5',
    colors: ['#4d6f94', '#8fb3d9'],
    ruler: 'attest.sourcedForeground',
  },
  // A tick.
  {
    status: 'verified',
    path: 'M3 8.5 6.5 12 13 4.5',
    colors: ['#1f7a3d', '#73c991'],
    ruler: 'attest.verifiedForeground',
  },
  // An empty ring.
  {
    status: 'open',
    path: 'M8 3.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Z',
    colors: ['#8a5a00', '#e2b04a'],
    ruler: 'attest.openForeground',
  },
  // A question mark.
  {
    status: 'needs-checking',
    path: 'M5 5.8a3 3 0 1 1 4.3 2.7C8.3 9 8 9.4 8 10.4M8 12.8v.2',
    colors: ['#8a5a00', '#e2b04a'],
    ruler: 'attest.needsCheckingForeground',
  },
  // A pencil.
  {
    status: 'changed',
    path: 'M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3 3 13Z',
    colors: ['#8a3ffc', '#c8a6ff'],
    ruler: 'attest.changedForeground',
  },
  // A cross.
  {
    status: 'disputed',
    path: 'M4 4l8 8M12 4l-8 8',
    colors: ['#b3261e', '#f88070'],
    ruler: 'attest.disputedForeground',
  },
];

export function registerDecorations(facts: ArticleFacts): vscode.Disposable {
  const decorations = new Decorations();
  const refresh = () => {
    decorations.show(enabled() ? facts.known : undefined);
  };
  return vscode.Disposable.from(
    decorations,
    facts.onDidChange(refresh),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('attest.decorations')) refresh();
    }),
  );
}

function enabled(): boolean {
  return vscode.workspace.getConfiguration('attest').get('decorations', true);
}

class Decorations implements vscode.Disposable {
  readonly #types = new Map(SIGNS.map((sign) => [sign.status, decorationType(sign)]));

  /** In the editors that show the article; undefined clears them all. */
  show(known: KnownFacts | undefined): void {
    for (const editor of vscode.window.visibleTextEditors) {
      // The signs of other articles stay: their facts are as they were.
      if (known && editor.document !== known.document) continue;
      for (const [status, type] of this.#types) {
        const facts = known?.facts.filter((fact) => fact.status === status) ?? [];
        editor.setDecorations(
          type,
          facts.map((fact) => new vscode.Range(rangeOf(fact).start, rangeOf(fact).start)),
        );
      }
    }
  }

  dispose(): void {
    for (const type of this.#types.values()) type.dispose();
  }
}

function decorationType({ path, colors: [onLight, onDark], ruler }: Sign): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    light: { gutterIconPath: picture(path, onLight) },
    dark: { gutterIconPath: picture(path, onDark) },
    gutterIconSize: '80%',
    overviewRulerColor: new vscode.ThemeColor(ruler),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}

function picture(path: string, color: string): vscode.Uri {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16"><path d="${path}" fill="none" stroke="${color}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;base64,${btoa(svg)}`);
}
