import type { Severity } from '../../rules/rule.ts';
import type { CheckReport } from '../report.ts';

const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands that GitHub Actions shows as annotations in a pull request. */
export function githubFormat({ files }: CheckReport): string {
  return files
    .flatMap(({ path, problems }) =>
      problems.map(({ code, severity, message, region: { start, end } }) => {
        const properties = {
          file: path.replaceAll('\\', '/'),
          line: start.line,
          endLine: end.line,
          // Columns are only allowed within one line.
          ...(start.line === end.line && { col: start.column, endColumn: end.column }),
          title: `Attest: ${code}`,
        };
        const list = Object.entries(properties).map(
          ([name, value]) => `${name}=${escapeProperty(String(value))}`,
        );
        return `::${LEVEL[severity]} ${list.join(',')}::${escapeData(message)}\n`;
      }),
    )
    .join('');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
