import { readFileSync } from 'node:fs';
import { analyzeArticle } from '../analysis/analyze.ts';
import { analysisReport } from '../features/analysisReport.ts';

const files = process.argv
  .slice(2)
  .filter(
    (argument, i, all) => argument !== 'analyze' && argument !== '--format' && all[i - 1] !== '--format',
  );
const reports = files.map((path) => {
  const text = readFileSync(path, 'utf8');
  return analysisReport(
    path,
    analyzeArticle(text, { format: path.endsWith('.md') ? 'markdown' : 'plain' }),
    [],
  );
});
process.stdout.write(JSON.stringify(reports));
