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
