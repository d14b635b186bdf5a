import { createHash } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RULES } from '../../rules/registry.ts';
import { REPOSITORY } from '../../rules/rulePage.ts';
import type { Severity } from '../../rules/rule.ts';
import type { TextEdit } from '../../text/edits.ts';
import type { Region } from '../lines.ts';
import { regionFinder } from '../lines.ts';
import type { CheckedFile, CheckProblem, CheckReport } from '../report.ts';

const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

const OTHER_RULES = [
  {
    id: 'project-file',
    title: 'A mistake in .attest.yaml',
    explanation: 'A setting that Attest does not understand.',
  },
  {
    id: 'annotation-file',
    title: 'A mistake in an annotation file',
    explanation: 'An annotation file that cannot be read whole.',
  },
];

/** SARIF 2.1.0 (OASIS), as code scanning services read it. */
export function sarifFormat({ files }: CheckReport, version: string): string {
  const rules = [
    ...RULES.map(({ id, title, explanation, defaultSeverity }) => ({
      id,
      title,
      explanation,
      level: LEVEL[defaultSeverity],
    })),
    ...OTHER_RULES.map((rule) => ({ ...rule, level: 'error' as const })),
  ];
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Attest',
            version,
            informationUri: REPOSITORY,
            rules: rules.map(({ id, title, explanation, level }) => ({
              id,
              shortDescription: { text: `${title}.` },
              fullDescription: { text: explanation },
              help: { text: explanation, markdown: explanation },
              defaultConfiguration: { level },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap((file) => resultsOf(file, indexOf)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultsOf(file: CheckedFile, indexOf: ReadonlyMap<string, number>): object[] {
  const seen = new Map<string, number>();
  const region = regionFinder(file.text);
  return file.problems.map((problem) => {
    const { code, severity, message, related, fixes } = problem;
    const key = contentKey(file, problem);
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return {
      ruleId: code,
      ruleIndex: indexOf.get(code),
      level: LEVEL[severity],
      message: { text: message },
      locations: [location(file.path, problem.region)],
      ...(related.length > 0 && {
        relatedLocations: related.map((place, id) => ({
          id,
          ...location(place.path, place.region),
          message: { text: place.message },
        })),
      }),
      partialFingerprints: { 'attestPassage/v1': fingerprint(key, occurrence) },
      ...(fixes.length > 0 && {
        fixes: fixes.map(({ title, edits }) => fixOf(file.path, title, edits, region)),
      }),
    };
  });
}

/** What stays the same when lines move: the rule, the file and the words. */
function contentKey({ path, text }: CheckedFile, { code, span }: CheckProblem): string {
  const words = text.slice(span.start, span.end).replace(/\s+/g, ' ');
  return JSON.stringify([code, path.replaceAll('\\', '/'), words]);
}

function fingerprint(key: string, occurrence: number): string {
  return `${createHash('sha256').update(key).digest('hex').slice(0, 32)}:${occurrence}`;
}

function location(path: string, region: Region): object {
  return { physicalLocation: { artifactLocation: { uri: artifactUri(path) }, region: regionOf(region) } };
}

function artifactUri(path: string): string {
  return isAbsolute(path) ? pathToFileURL(path).href : path.split(/[\\/]/).map(encodeURIComponent).join('/');
}

function regionOf({ start, end }: Region): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function fixOf(
  path: string,
  title: string,
  edits: readonly TextEdit[],
  region: (span: TextEdit['span']) => Region,
): object {
  return {
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation: { uri: artifactUri(path) },
        replacements: edits.map(({ span, newText }) => ({
          deletedRegion: regionOf(region(span)),
          insertedContent: { text: newText },
        })),
      },
    ],
  };
}
