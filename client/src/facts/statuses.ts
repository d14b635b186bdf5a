/** What a status is called and looks like. Every one has a shape of its own: colour alone tells nobody anything. */
import * as vscode from 'vscode';
import type { FactStatus } from '../../../server/src/lsp/attestProtocol.ts';

export interface StatusLook {
  readonly name: string;
  /** A codicon. */
  readonly icon: string;
  readonly color: vscode.ThemeColor;
}

export function lookOf(status: FactStatus): StatusLook {
  const { icon, color } = LOOKS[status];
  return { name: nameOf(status), icon, color: new vscode.ThemeColor(color) };
}

const LOOKS: Readonly<Record<FactStatus, { readonly icon: string; readonly color: string }>> = {
  disputed: { icon: 'error', color: 'attest.disputedForeground' },
  changed: { icon: 'edit', color: 'attest.changedForeground' },
  warned: { icon: 'warning', color: 'attest.openForeground' },
  open: { icon: 'circle-large-outline', color: 'attest.openForeground' },
  'needs-checking': { icon: 'question', color: 'attest.needsCheckingForeground' },
  attributed: { icon: 'comment', color: 'attest.attributedForeground' },
  sourced: { icon: 'link', color: 'attest.sourcedForeground' },
  verified: { icon: 'pass', color: 'attest.verifiedForeground' },
  dismissed: { icon: 'circle-slash', color: 'attest.attributedForeground' },
};

function nameOf(status: FactStatus): string {
  switch (status) {
    case 'disputed':
      return vscode.l10n.t('Disputed');
    case 'changed':
      return vscode.l10n.t('Changed since it was checked');
    case 'warned':
      return vscode.l10n.t('With a warning');
    case 'open':
      return vscode.l10n.t('Without a source');
    case 'needs-checking':
      return vscode.l10n.t('Needs checking');
    case 'attributed':
      return vscode.l10n.t('Attributed, not traced');
    case 'sourced':
      return vscode.l10n.t('Traced to a document');
    case 'verified':
      return vscode.l10n.t('Verified');
    case 'dismissed':
      return vscode.l10n.t('Dismissed');
  }
}
