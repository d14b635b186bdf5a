/** A finding as the protocol shows it. */
import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver';
import { DiagnosticSeverity } from 'vscode-languageserver';
import type { Finding, Severity } from '../rules/rule.ts';
import { rulePage } from '../rules/rulePage.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import type { Texts } from './texts.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export type ToDiagnostic = (id: string, finding: Finding) => Diagnostic;

export function diagnosticsFor(texts: Texts, client: ClientFeatures): ToDiagnostic {
  return (id, finding) => {
    const { rule, span, severity, message } = finding;
    const diagnostic: Diagnostic = {
      range: texts.range(id, span),
      severity: SEVERITIES[severity],
      code: rule,
      source: 'attest',
      message,
    };
    if (client.codeDescription) diagnostic.codeDescription = { href: rulePage(rule) };
    if (client.relatedInformation && finding.related.length > 0) {
      diagnostic.relatedInformation = finding.related.map((related): DiagnosticRelatedInformation => ({
        location: { uri: texts.uri(related.id), range: texts.range(related.id, related.span) },
        message: related.message,
      }));
    }
    if (client.diagnosticData) diagnostic.data = { rule };
    return diagnostic;
  };
}

/** A name for pulled diagnostics: the same for the same ones, and hardly ever for others. */
export function resultIdOf(version: number, items: readonly Diagnostic[]): string {
  return `${version}.${hashOf(JSON.stringify(items))}`;
}

/** A short name for a text: the same for the same text, and hardly ever for another (FNV-1a). */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
