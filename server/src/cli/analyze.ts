import { analyzeArticle } from '../analysis/analyze.ts';
import { DEFAULT_SETTINGS } from '../config/table.ts';
import type { AnalysisReport } from '../features/analysisReport.ts';
import { analysisReport } from '../features/analysisReport.ts';
import { formatOf } from '../lsp/sourceFiles.ts';
import { runRules } from '../rules/runRules.ts';
import type { Command } from './command.ts';
import { EXIT } from './command.ts';
import { asProblem, readText } from './files.ts';
import { UsageError } from './options.ts';

/** One long line of a large corpus is still read; a film is not. */
const MAX_BYTES = 64 * 1024 * 1024;

export const analyze: Command = {
  name: 'analyze',
  usage: 'attest analyze [--format json] FILE…',
  summary: 'Print all that Attest finds in articles, as JSON.',
  details: [
    'Prints one JSON array with an object per file, in the order given: path, blocks, quotes, attributions, claims and',
    'diagnostics. Ranges are [start, end) in UTF-16 code units of the text, without a byte order mark. Each file is read',
    'alone, with the default settings. A file that cannot be read has an object with “error” and empty lists.',
  ],
  options: {
    format: { type: 'string', choices: ['json'], default: 'json', help: 'the only format so far' },
  },
  async run({ paths }, terminal) {
    if (paths.length === 0) throw new UsageError('Which files? Give at least one.');
    let code: number = EXIT.ok;
    let separator = '[\n';
    for (const path of paths) {
      let report: AnalysisReport & { error?: string };
      try {
        report = await reportOn(path);
      } catch (error) {
        const problem = asProblem(path, error);
        terminal.err(`attest: ${problem.message}\n`);
        report = { ...emptyReport(path), error: problem.reason };
        code = EXIT.trouble;
      }
      await terminal.out(separator + JSON.stringify(report));
      separator = ',\n';
    }
    await terminal.out('\n]\n');
    return code;
  },
};

async function reportOn(path: string): Promise<AnalysisReport> {
  const { text } = await readText(path, MAX_BYTES);
  const article = analyzeArticle(text, { format: formatOf(path) });
  const findings = runRules({ id: path, article, text }, DEFAULT_SETTINGS);
  const diagnostics = findings.map(({ rule, span, severity, message }) => ({
    code: rule,
    range: [span.start, span.end] as const,
    severity,
    message,
  }));
  return analysisReport(path, article, diagnostics);
}

function emptyReport(path: string): AnalysisReport {
  return { path, blocks: [], quotes: [], attributions: [], claims: [], diagnostics: [] };
}
