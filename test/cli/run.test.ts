import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { build } from 'esbuild';
import type { Log } from 'sarif';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../server/src/cli/run.ts';
import {
  emptyAnnotationFile,
  addAnnotation,
  serialiseAnnotationFile,
} from '../../server/src/annotations/annotationFile.ts';

import { ROOT } from '../support/shared.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-cli-'));
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
});

function write(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function attest(
  args: readonly string[],
  env: Record<string, string> = {},
  isTerminal = false,
): Promise<Outcome> {
  let out = '';
  let err = '';
  const code = await run(args, {
    cwd: folder,
    env,
    isTerminal,
    out: (text) => {
      out += text;
      return Promise.resolve();
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

const CLAIM = 'The port is closed. Rents in the old town rose 14 percent last year.\n';
const CLEAN = '“We will rebuild the pier,” said Marta Veld, the council leader, on Monday evening.\n';
const DENIED =
  '“I would vote for the harbour plan as it stands today,” said Marta Veld, the council leader.\n';
const SPOKEN = 'VELD: I would not vote for the harbour plan as it stands today, and neither should you.\n';

describe('attest', () => {
  it('explains itself', async () => {
    const { code, out } = await attest(['--help']);
    expect(code).toBe(0);
    for (const command of ['analyze', 'check', 'sheet', 'clean']) {
      expect(out).toContain(`attest ${command}`);
      const help = await attest([command, '--help']);
      expect(help.code).toBe(0);
      expect(help.out).toContain('Options:');
      expect(help.out).toBe((await attest(['help', command])).out);
    }
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  });

  it('knows its version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(await attest(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it.each([
    [['analyse', 'x'], 'There is no command “analyse”. Did you mean “analyze”?'],
    [['check', '--fromat', 'json'], 'There is no option “--fromat”. Did you mean “--format”?'],
    [['check', '--format', 'jsn'], 'Did you mean “json”?'],
    [['check', '--format'], '“--format” needs a value: one of text, json, sarif, github.'],
    [['check', '--help=yes'], 'There is no option “--help”'],
    [['analyze'], 'Which files?'],
    [['clean', 'a', 'b'], 'This takes one file.'],
    [['sheet'], 'Which file?'],
  ])('%j is a mistake that it words', async (args, message) => {
    const { code, out, err } = await attest(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).toContain('--help”');
  });

  it('says what it does when it is called with nothing', async () => {
    expect(await attest([])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('attest check') as string,
    });
  });
});

describe('attest analyze', () => {
  it('prints an object per file, in the order given', async () => {
    write({ 'b.txt': CLAIM, 'a.md': CLEAN, 'empty.txt': '' });
    const { code, out, err } = await attest([
      'analyze',
      '--format',
      'json',
      ...['b.txt', 'a.md', 'empty.txt'].map((name) => join(folder, name)),
    ]);
    expect([code, err]).toEqual([0, '']);
    const [claim, clean, empty] = JSON.parse(out) as Record<string, unknown[]>[];
    expect(claim).toMatchObject({
      path: join(folder, 'b.txt'),
      claims: [{ value: 14, unit: 'percent', attribution: null, exempt: null }],
      diagnostics: [{ code: 'unattributed-claim', severity: 'warning', range: [47, 57] }],
    });
    expect(clean!.quotes).toMatchObject([{ range: [0, 27], kind: 'direct', attribution: 0 }]);
    expect(empty).toMatchObject({ blocks: [], quotes: [], attributions: [], claims: [], diagnostics: [] });
  });

  it('has an object for a file it cannot read, and says why', async () => {
    write({ 'a.txt': CLAIM, 'b.bin': new Uint8Array([80, 75, 0, 1]) });
    const { code, out, err } = await attest([
      'analyze',
      join(folder, 'no.txt'),
      folder,
      join(folder, 'b.bin'),
      join(folder, 'a.txt'),
    ]);
    expect(code).toBe(2);
    const reports = JSON.parse(out) as { error?: string; diagnostics: unknown[] }[];
    expect(reports.map(({ error }) => error)).toEqual([
      'there is no such file or folder.',
      'this is a folder, not a file.',
      'this is not text: it is a binary file.',
      undefined,
    ]);
    expect(reports[3]!.diagnostics).toHaveLength(1);
    expect(err.trim().split('\n')).toHaveLength(3);
  });

  it('reads invalid UTF-8 as well as it can', async () => {
    write({ 'a.txt': new Uint8Array([...new TextEncoder().encode(CLAIM), 0xff, 0xc3]) });
    const { code, out } = await attest(['analyze', join(folder, 'a.txt')]);
    expect(code).toBe(0);
    expect((JSON.parse(out) as { claims: unknown[] }[])[0]!.claims).toHaveLength(1);
  });
});

describe('attest check', () => {
  it('prints what it finds for people', async () => {
    write({ 'drafts/a.txt': CLAIM, 'drafts/b.txt': CLEAN, 'README.md': CLAIM });
    const { code, out, err } = await attest(['check']);
    expect(out).toBe(
      [
        'drafts/a.txt',
        '  1:48  warning      Nobody is given for “14 percent”. Name the source in this sentence, or link one.  unattributed-claim',
        '',
        '1 warning. 2 files checked; 1 left alone, not reading like an article.',
        '',
      ].join('\n'),
    );
    expect([code, err]).toEqual([0, '']);
  });

  it('does not say of source documents that they are no articles', async () => {
    write({ '.attest.yaml': 'sources: [sources/**]\n', 'a.txt': CLEAN, 'sources/b.txt': CLAIM });
    expect((await attest(['check'])).out).toBe('Nothing to report. 1 file checked; 1 read as a source.\n');
  });

  it('colours a terminal, and only where that is wanted', async () => {
    write({ 'a.txt': CLAIM });
    const coloured = (out: string): boolean => out.includes('\u001b[');
    expect(coloured((await attest(['check'], {}, true)).out)).toBe(true);
    expect(coloured((await attest(['check'])).out)).toBe(false);
    expect(coloured((await attest(['check'], { NO_COLOR: '1' }, true)).out)).toBe(false);
    expect(coloured((await attest(['check'], { FORCE_COLOR: '1' })).out)).toBe(true);
  });

  it('ends with a code that says how bad it is', async () => {
    write({ 'a.txt': CLAIM });
    expect((await attest(['check'])).code).toBe(0);
    expect((await attest(['check', '--fail-on', 'warning'])).code).toBe(1);
    expect((await attest(['check', '--fail-on', 'never'])).code).toBe(0);
    expect((await attest(['check', '--profile', 'off', '--fail-on', 'warning'])).code).toBe(0);
    expect(await attest(['check', 'nowhere'])).toMatchObject({
      code: 2,
      err: 'attest: nowhere: there is no such file or folder.\n',
    });
  });

  it('holds quotations against the sources of the project', async () => {
    write({
      '.attest.yaml': 'sources: [sources]\n',
      'drafts/a.txt': DENIED,
      'sources/interview.txt': SPOKEN,
    });
    const { code, out } = await attest(['check', 'drafts/a.txt', '--format', 'json']);
    const files = JSON.parse(out) as {
      path: string;
      diagnostics: { code: string; severity: string; related: { path: string }[] }[];
    }[];
    expect(files.map(({ path }) => path)).toEqual(['drafts/a.txt']);
    expect(files[0]!.diagnostics).toMatchObject([
      {
        code: 'altered-quote',
        severity: 'error',
        related: [{ path: 'sources/interview.txt', start: { line: 1 } }],
      },
    ]);
    expect(code).toBe(1);
  });

  it('obeys the project file, and shows its mistakes', async () => {
    write({
      '.attest.yaml': 'rules:\n  unattributed-claim: off\n  altered: off\nexclude: [old]\n',
      'a.txt': CLAIM,
      'old/b.txt': CLAIM,
    });
    const { code, out } = await attest(['check', '--fail-on', 'error']);
    expect(out).toContain('.attest.yaml\n  3:3  error');
    expect(out).toContain('There is no rule “altered”.');
    expect(out).not.toContain('14 percent');
    expect(out).toContain('2 files checked');
    expect(code).toBe(1);
  });

  it('reads annotation files, and shows theirs', async () => {
    const start = CLAIM.indexOf('14 percent');
    const file = addAnnotation(
      emptyAnnotationFile(),
      'a',
      CLAIM,
      { start, end: start + 10 },
      { verdict: 'verified' },
      { time: '2026-01-01T00:00:00Z', article: 'a.txt' },
    );
    write({
      'a.txt': CLAIM,
      'a.txt.annotations.jsonld': serialiseAnnotationFile(file),
      'b.txt': CLAIM,
      'b.txt.annotations.jsonld': '{"type": "AnnotationPage"',
    });
    const { out } = await attest(['check']);
    expect(out).not.toMatch(/^a\.txt/m);
    expect(out).toMatch(/b\.txt\.annotations\.jsonld\n\s+1:\d+\s+error\s+This is not valid JSON/);
  });

  it('writes GitHub’s commands', async () => {
    write({ 'a,b: c.txt': CLAIM });
    const { out } = await attest(['check', '--format', 'github']);
    expect(out).toBe(
      '::warning file=a%2Cb%3A c.txt,line=1,endLine=1,col=48,endColumn=58,title=Attest%3A unattributed-claim::Nobody is given for “14 percent”. Name the source in this sentence, or link one.\n',
    );
  });

  it('writes SARIF whose fingerprints outlive moved lines', async () => {
    write({
      '.attest.yaml': 'sources: [sources]\n',
      'a b.txt': CLAIM + '\n' + CLAIM,
      'c.txt': DENIED,
      'sources/s.txt': SPOKEN,
    });
    const sarif = async (): Promise<Log> =>
      JSON.parse((await attest(['check', '--format', 'sarif'])).out) as Log;
    const log = await sarif();
    expect(log.version).toBe('2.1.0');
    const [{ results = [], tool }] = log.runs as [Log['runs'][0]];
    expect(results).toHaveLength(3);
    const prints = results.map(({ partialFingerprints }) => Object.values(partialFingerprints!)[0]);
    expect(new Set(prints).size).toBe(3);
    for (const { ruleId, ruleIndex, level, locations, message } of results) {
      expect(tool.driver.rules![ruleIndex!]!.id).toBe(ruleId);
      expect(['error', 'warning', 'note']).toContain(level);
      expect(message.text).toBeTruthy();
      const { artifactLocation, region } = locations![0]!.physicalLocation!;
      expect(artifactLocation!.uri).toMatch(/^(?:a%20b|c)\.txt$/);
      expect(region!.startLine).toBeGreaterThan(0);
      expect(region!.endColumn).toBeGreaterThan(region!.startColumn!);
    }
    const altered = results.find(({ ruleId }) => ruleId === 'altered-quote')!;
    expect(altered.relatedLocations![0]!.physicalLocation!.artifactLocation!.uri).toBe('sources/s.txt');
    expect(altered.fixes![0]!.artifactChanges[0]!.replacements[0]!.insertedContent!.text).toContain('not');
    write({ 'a b.txt': `A new first paragraph, in which nothing is claimed.\n\n${CLAIM}\n${CLAIM}` });
    const [{ results: moved = [] }] = (await sarif()).runs as [Log['runs'][0]];
    expect(moved.map(({ partialFingerprints }) => Object.values(partialFingerprints!)[0])).toEqual(prints);
  });

  it('writes SARIF that is valid against its schema', async () => {
    const schema = JSON.parse(
      readFileSync(
        join(ROOT, 'node_modules/@microsoft/sarif-multitool-ts/assets/sarif-2.1.0.schema.json'),
        'utf8',
      ),
    ) as object;
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    (addFormats as unknown as (validator: Ajv2020) => void)(ajv);
    const isValid = ajv.compile(schema);
    const everything = {
      '.attest.yaml': 'sources: [sources]\nprofile: dest\n',
      'a b.txt': CLAIM + '\n' + CLAIM,
      'b.txt': `${DENIED}Experts say so. [source: no.txt] It was [TK]. “We never`,
      'b.txt.annotations.jsonld': '{',
      'sources/s.txt': SPOKEN,
      'no text.txt': new Uint8Array([0, 1, 2]),
    };
    for (const files of [everything, { 'c.txt': CLEAN }, {}]) {
      write(files);
      const log: unknown = JSON.parse((await attest(['check', '--format', 'sarif', '.'])).out);
      isValid(log);
      expect(isValid.errors ?? []).toEqual([]);
    }
    expect(isValid({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  });

  it('looks only at what was changed since a revision', async () => {
    const git = (...args: string[]): void => {
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
        cwd: folder,
        stdio: 'ignore',
      });
    };
    write({ 'sub/ä b.txt': `${CLAIM}\nIt rained.\n`, 'old.txt': CLAIM });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'one');
    // Of something else, or the two figures would be held against each other.
    const other = CLAIM.replace('Rents in the old town', 'Fares on the ferry').replace('14', '15');
    write({ 'sub/ä b.txt': `${CLAIM}\nIt rained.\n\n${other}`, 'new.txt': CLAIM });
    const { out } = await attest(['check', '--changed-since', 'HEAD', '--format', 'json']);
    const found = (JSON.parse(out) as { path: string; diagnostics: { start: { line: number } }[] }[])
      .filter(({ diagnostics }) => diagnostics.length > 0)
      .map(({ path, diagnostics }) => [path, ...diagnostics.map(({ start }) => start.line)]);
    expect(found).toEqual([
      ['new.txt', 1],
      ['sub/ä b.txt', 5],
    ]);
    expect(await attest(['check', '--changed-since', 'no-such'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no revision “no-such”') as string,
    });
    expect(await attest(['check', '--changed-since', '--output=x'])).toMatchObject({ code: 2 });
  });
});

describe('attest clean', () => {
  it('prints the text without marks, and leaves the file alone', async () => {
    write({ 'a.txt': 'It rained [CQ].\r\n' });
    expect(await attest(['clean', 'a.txt'])).toEqual({ code: 0, out: 'It rained.\r\n', err: '' });
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('It rained [CQ].\r\n');
    expect((await attest(['clean', 'a.txt', '-o', 'b.txt'])).out).toBe('');
    expect(readFileSync(join(folder, 'b.txt'), 'utf8')).toBe('It rained.\r\n');
    expect((await attest(['clean', 'a.txt', '-o', 'no/b.txt'])).code).toBe(2);
  });
});

describe('attest sheet', () => {
  beforeEach(() => {
    write({
      '.attest.yaml': 'sources: [sources]\n',
      'sources/s.txt': `Notes.\n\n${SPOKEN}`,
      'a.txt': `${DENIED}\n${CLAIM.replace('.', ' [source: <b>&c.txt].')}`,
    });
  });

  it('is a table in Markdown', async () => {
    const { code, out } = await attest(['sheet', 'a.txt']);
    expect(code).toBe(0);
    expect(out).toContain(
      'Facts: 2. Attributed: 1. Traced to a document: 1. Without a source: 1. Verified: 0. Still to check: 2.',
    );
    expect(out).toMatch(
      /\| 1 \| 1 \| quotation \| “I would vote .* \| Marta Veld \| s\.txt, line 3 \| altered \| open \|/,
    );
  });

  it('is a page that cannot be broken by the article', async () => {
    write({ 'a.txt': '“<script>alert(1)</script> is not a name,” said Marta Veld.\n' });
    const { out } = await attest(['sheet', 'a.txt', '--format', 'html']);
    expect(out).not.toContain('<script');
    expect(out).toContain('&lt;script&gt;');
    expect(out).toMatch(/^<!doctype html>\n<html lang="en">/);
    for (const part of ['<th scope="col">', '<th scope="row"', '<caption>', '@media print'])
      expect(out).toContain(part);
    // Paper is light, whatever the screen is.
    expect(out).toMatch(/@media print \{\n {2}:root \{ color-scheme: light; \}/);
  });

  it('is rows for a spreadsheet', async () => {
    const { out } = await attest(['sheet', 'a.txt', '-f', 'csv']);
    const lines = out.split('\r\n');
    expect(lines[0]).toBe('¶,Line,Kind,Passage,Who says so,Source,Compared,Verdict,Note,Warnings');
    expect(lines[1]).toMatch(/^1,1,quotation,"“I would vote/);
    expect(lines).toHaveLength(4);
  });

  it('says what it cannot make', async () => {
    expect(await attest(['sheet', '.'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('a folder') as string,
    });
    expect(await attest(['sheet', 'no.txt'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('no such file') as string,
    });
  });
});

describe('the program', () => {
  const dist = mkdtempSync(join(tmpdir(), 'attest-program-'));
  const program = join(dist, 'cli.cjs');

  beforeAll(async () => {
    const shared = {
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'error',
    } as const;
    await build({
      ...shared,
      entryPoints: [new URL('../../server/src/cli/main.ts', import.meta.url).pathname],
      outfile: program,
    });
  }, 60_000);

  afterAll(() => {
    rmSync(dist, { recursive: true, force: true });
  });

  it('gives a slow reader everything', async () => {
    write({ 'a.txt': CLAIM.repeat(800) });
    const child = spawn(process.execPath, [program, 'analyze', ...Array.from({ length: 4 }, () => 'a.txt')], {
      cwd: folder,
    });
    const chunks: Buffer[] = [];
    for await (const chunk of child.stdout) {
      chunks.push(chunk as Buffer);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const reports = JSON.parse(Buffer.concat(chunks).toString()) as { claims: unknown[] }[];
    expect(reports.map(({ claims }) => claims.length)).toEqual([800, 800, 800, 800]);
  }, 60_000);

  it('ends quietly when its reader goes', async () => {
    write({ 'a.txt': CLAIM.repeat(500) });
    const { stderr } = await promisify(execFile)(
      'sh',
      ['-c', `"${process.execPath}" "${program}" analyze a.txt a.txt a.txt | head -c 10`],
      { cwd: folder },
    );
    expect(stderr).toBe('');
  }, 60_000);
});
