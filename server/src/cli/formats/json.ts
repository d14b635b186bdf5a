import type { CheckReport } from '../report.ts';

/** For programs: an object per checked file. Ranges are UTF-16 offsets, lines and columns count from 1. */
export function jsonFormat({ files }: CheckReport): string {
  const values = files.map(({ path, problems }) => ({
    path,
    diagnostics: problems.map(({ code, severity, message, span, region, related }) => ({
      code,
      severity,
      message,
      range: [span.start, span.end],
      start: region.start,
      end: region.end,
      related: related.map(({ path: other, region: at, message: why }) => ({
        path: other,
        message: why,
        start: at.start,
        end: at.end,
      })),
    })),
  }));
  return `${JSON.stringify(values, null, 2)}\n`;
}
