import type { Severity } from '../../rules/rule.ts';
import { SEVERITIES } from '../../rules/rule.ts';
import type { CheckReport } from '../report.ts';
import { countOf } from '../report.ts';
import type { Paint } from '../terminal.ts';

const STYLE: Readonly<Record<Severity, 'red' | 'yellow' | 'blue' | 'dim'>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'dim',
};

/** For people: the problems of each file under its name, one a line, and a line of summary. */
export function textFormat(report: CheckReport, paint: Paint): string {
  const lines: string[] = [];
  for (const { path, problems } of report.files) {
    if (problems.length === 0) continue;
    lines.push(paint('underline', path));
    const places = problems.map(({ region }) => `${region.start.line}:${region.start.column}`);
    const width = Math.max(...places.map((place) => place.length));
    problems.forEach(({ severity, message, code, related }, i) => {
      const place = paint('dim', places[i]!.padStart(width));
      const level = paint(STYLE[severity], severity.padEnd('information'.length));
      lines.push(`  ${place}  ${level}  ${message}  ${paint('dim', code)}`);
      for (const other of related) {
        const { line, column } = other.region.start;
        const where = `${other.path}:${line}:${column}`;
        lines.push(
          `  ${' '.repeat(width)}  ${' '.repeat('information'.length)}  ${paint('dim', `↳ ${where} ${other.message}`)}`,
        );
      }
    });
    lines.push('');
  }
  lines.push(summary(report, paint), '');
  return lines.join('\n');
}

const PLURALS: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['note', 'notes'],
  hint: ['hint', 'hints'],
};

function summary(report: CheckReport, paint: Paint): string {
  const counted = SEVERITIES.map((severity) => [severity, countOf(report, severity)] as const).filter(
    ([, n]) => n > 0,
  );
  const { files, sources, skipped } = report;
  const read = [
    `${files.length} ${files.length === 1 ? 'file' : 'files'} checked`,
    ...(sources > 0 ? [`${sources} read as ${sources === 1 ? 'a source' : 'sources'}`] : []),
    ...(skipped > 0 ? [`${skipped} left alone, not reading like an article`] : []),
  ].join('; ');
  if (counted.length === 0) return `Nothing to report. ${read}.`;
  const [worst] = counted[0]!;
  const parts = counted.map(([severity, n]) => `${n} ${PLURALS[severity][n === 1 ? 0 : 1]}`);
  return `${paint(STYLE[worst], paint('bold', parts.join(', ')))}. ${read}.`;
}
