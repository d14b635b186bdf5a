import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pathMatcher } from '../config/globs.ts';
import type { Settings } from '../config/settings.ts';
import { readsLikeArticle } from '../features/readsLikeArticle.ts';
import { fileNameOf } from '../lsp/uri.ts';
import type { Profile, RelatedPassage, Severity } from '../rules/rule.ts';
import { PROFILES, SEVERITIES } from '../rules/rule.ts';
import { runRules } from '../rules/runRules.ts';
import type { Span } from '../text/span.ts';
import type { ArticleInput } from '../workspace/types.ts';
import type { ChangedLines } from './changedLines.ts';
import { changedSince } from './changedLines.ts';
import type { Command } from './command.ts';
import { EXIT } from './command.ts';
import type { FileProblem } from './files.ts';
import { asProblem, isFolder } from './files.ts';
import { githubFormat } from './formats/github.ts';
import { jsonFormat } from './formats/json.ts';
import { sarifFormat } from './formats/sarif.ts';
import { textFormat } from './formats/text.ts';
import type { Region } from './lines.ts';
import { regionFinder } from './lines.ts';
import type { Newsroom } from './newsroom.ts';
import { idOf, openNewsroom, pathIn, readAnnotations, rootOf } from './newsroom.ts';
import type { CheckedFile, CheckProblem, CheckReport, RelatedPlace } from './report.ts';
import { countOf } from './report.ts';
import type { Terminal } from './terminal.ts';
import { paintFor } from './terminal.ts';
import { version } from './version.ts';

const FAIL_ON = ['error', 'warning', 'never'] as const;

export const check: Command = {
  name: 'check',
  usage: 'attest check [PATH…]',
  summary: 'Check files and folders: which passages lack a source or differ from it.',
  details: [
    'Without a PATH, checks the current folder. Sources are looked for below the nearest folder with an .attest.yaml,',
    'else below the PATH. A file you name is always checked; in a folder, what reads like an article and is no source.',
  ],
  options: {
    format: {
      type: 'string',
      short: 'f',
      choices: ['text', 'json', 'sarif', 'github'],
      default: 'text',
      help: 'what to print',
    },
    'fail-on': {
      type: 'string',
      choices: FAIL_ON,
      default: 'error',
      help: 'the mildest severity that makes the exit code 1',
    },
    profile: {
      type: 'string',
      choices: PROFILES,
      help: 'check with this profile, whatever .attest.yaml says',
    },
    'changed-since': {
      type: 'string',
      value: 'REV',
      help: 'only passages on lines that git says changed since this revision',
    },
  },
  async run({ values, paths }, terminal) {
    const asked: Partial<Settings> = values.profile ? { profile: values.profile as Profile } : {};
    const problems: FileProblem[] = [];
    const report = await checkPaths(
      paths,
      asked,
      values['changed-since'] as string | undefined,
      terminal,
      problems,
    );
    for (const { path, reason } of problems) terminal.err(`attest: ${shown(path, terminal)}: ${reason}\n`);
    await terminal.out(formatted(report, values.format as string, terminal));
    if (problems.length > 0) return EXIT.trouble;
    return failing(report, values['fail-on'] as (typeof FAIL_ON)[number]) ? EXIT.findings : EXIT.ok;
  },
};

function formatted(report: CheckReport, format: string, terminal: Terminal): string {
  switch (format) {
    case 'json':
      return jsonFormat(report);
    case 'sarif':
      return sarifFormat(report, version);
    case 'github':
      return githubFormat(report);
    default:
      return textFormat(report, paintFor(terminal));
  }
}

function failing(report: CheckReport, failOn: (typeof FAIL_ON)[number]): boolean {
  if (failOn === 'never') return false;
  return SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1).some(
    (severity) => countOf(report, severity) > 0,
  );
}

function fileExists(id: string): boolean {
  return id.startsWith('file:') && existsSync(fileURLToPath(id));
}

function shown(path: string, { cwd }: Terminal): string {
  const short = relative(cwd, path);
  return short === '' ? '.' : short.startsWith('..') ? path : short;
}

/** One newsroom to open, and what is to be checked in it. */
interface Job {
  readonly root: string;
  /** Files somebody named. */
  readonly files: string[];
  /** Folders somebody named. */
  readonly folders: string[];
}

async function checkPaths(
  paths: readonly string[],
  asked: Partial<Settings>,
  revision: string | undefined,
  terminal: Terminal,
  problems: FileProblem[],
): Promise<CheckReport> {
  const jobs = new Map<string, Job>();
  for (const written of paths.length > 0 ? paths : ['.']) {
    const path = resolve(terminal.cwd, written);
    try {
      const folder = await isFolder(path);
      const root = await rootOf(path);
      const job = jobs.get(root) ?? { root, files: [], folders: [] };
      jobs.set(root, job);
      (folder ? job.folders : job.files).push(path);
    } catch (error) {
      problems.push(asProblem(path, error));
    }
  }
  const files = new Map<string, CheckedFile>();
  let [skipped, sources] = [0, 0];
  for (const job of jobs.values()) {
    const newsroom = await openNewsroom(job.root, asked, job.files, (problem) => problems.push(problem));
    const changed = revision === undefined ? null : await changedSince(job.root, revision);
    const checker = new Checker(newsroom, changed, terminal);
    for (const file of checker.projectFile()) files.set(file.path, file);
    for (const [path, input] of newsroom.files) {
      if (!isAskedFor(job, path)) continue;
      if (!job.files.includes(path) && !checker.isArticle(path, input)) {
        if (input.isSource) sources++;
        else skipped++;
        continue;
      }
      try {
        for (const file of await checker.check(path, input)) files.set(file.path, file);
      } catch (error) {
        problems.push(asProblem(path, error));
      }
    }
  }
  return { files: [...files.values()], skipped, sources };
}

function isAskedFor({ files, folders }: Job, path: string): boolean {
  return files.includes(path) || folders.some((folder) => !relative(folder, path).startsWith('..'));
}

class Checker {
  readonly #newsroom: Newsroom;
  readonly #changed: ChangedLines | null;
  readonly #terminal: Terminal;
  readonly #isIncluded: (path: string) => boolean;
  readonly #regions = new Map<string, (span: Span) => Region>();

  constructor(newsroom: Newsroom, changed: ChangedLines | null, terminal: Terminal) {
    this.#newsroom = newsroom;
    this.#changed = changed;
    this.#terminal = terminal;
    this.#isIncluded = pathMatcher(newsroom.settings.include);
  }

  isArticle(path: string, { id, isSource }: ArticleInput): boolean {
    if (this.#isIncluded(pathIn(this.#newsroom.root, path))) return true;
    const article = isSource ? undefined : this.#newsroom.workspace.article(id);
    return article !== undefined && readsLikeArticle(fileNameOf(id), article).checked;
  }

  /** The project file, when something is wrong in it. */
  projectFile(): CheckedFile[] {
    const file = this.#newsroom.projectFile;
    if (!file || file.problems.length === 0) return [];
    return [this.#withProblems(file.path, file.text, 'project-file', file.problems)];
  }

  /** The article, and its annotation file when something is wrong in it. */
  async check(path: string, { id, text }: ArticleInput): Promise<CheckedFile[]> {
    const { workspace, settings, root } = this.#newsroom;
    const article = workspace.article(id)!;
    const sidecar = await readAnnotations(path, text);
    const { annotations } = sidecar;
    const folders = [idOf(root)];
    const findings = runRules(
      { id, article, text, workspace, annotations, folders, exists: fileExists },
      settings,
    );
    const region = regionFinder(text);
    const problems = findings
      .map(({ rule, span, severity, message, related, fixes }): CheckProblem => {
        const places = related.map((passage) => this.#place(passage)).filter((place) => place !== null);
        return { code: rule, severity, message, span, region: region(span), related: places, fixes };
      })
      .filter((problem) => this.#isChanged(path, problem));
    const checked: CheckedFile[] = [{ path: shown(path, this.#terminal), text, problems }];
    if (sidecar.problems.length > 0) {
      checked.push(this.#withProblems(sidecar.path, sidecar.text ?? '', 'annotation-file', sidecar.problems));
    }
    return checked;
  }

  #withProblems(
    path: string,
    text: string,
    code: string,
    problems: readonly { readonly span: Span; readonly message: string }[],
  ): CheckedFile {
    const region = regionFinder(text);
    const severity: Severity = 'error';
    return {
      path: shown(path, this.#terminal),
      text,
      problems: problems.map(({ span, message }) => ({
        code,
        severity,
        message,
        span,
        region: region(span),
        related: [],
        fixes: [],
      })),
    };
  }

  #place({ id, span, message }: RelatedPassage): RelatedPlace | null {
    const input = this.#newsroom.workspace.input(id);
    if (!input) return null;
    const path = shown(fileURLToPath(id), this.#terminal);
    const converted = this.#newsroom.converted.get(id);
    if (converted) {
      const locator = converted.locatorAt(span.start);
      const start = regionFinder('')({ start: 0, end: 0 });
      return { path, region: start, message: locator === null ? message : `${message} (at ${locator})` };
    }
    const region = this.#regions.get(id) ?? regionFinder(input.text);
    this.#regions.set(id, region);
    return { path, region: region(span), message };
  }

  /** Whether the passage, or one it is held against, stands on a changed line. */
  #isChanged(path: string, { region, related }: CheckProblem): boolean {
    const changed = this.#changed;
    if (!changed) return true;
    const places = [
      { path, region },
      ...related.map((place) => ({ ...place, path: resolve(this.#terminal.cwd, place.path) })),
    ];
    return places.some(({ path: file, region: { start, end } }) =>
      changed.get(file)?.some(([first, last]) => start.line <= last && end.line >= first),
    );
  }
}
