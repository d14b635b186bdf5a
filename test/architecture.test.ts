/**
 * The layers of the design, held by reading the import lines. What must stay absent cannot be seen in code, so it is
 * written down here:
 *
 *   language ← text ← analysis ← workspace, annotations ← rules ← features ← lsp, cli
 *
 * Left of `lsp` and `cli` nothing knows the editor protocol, Node, the clock or chance: the same core runs in a browser
 * worker.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './support/shared.ts';

const SOURCE = join(ROOT, 'server/src');

/** What each folder may import besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  // The comparison of words knows fillers, contractions and negations: data, which in turn imports nothing.
  text: ['language'],
  language: [],
  analysis: ['text', 'language'],
  workspace: ['text', 'language', 'analysis'],
  annotations: ['text', 'language', 'analysis'],
  config: ['text', 'rules'],
  rules: ['text', 'language', 'analysis', 'workspace', 'annotations', 'config'],
  features: ['text', 'language', 'analysis', 'workspace', 'annotations', 'rules', 'config'],
  lsp: ['text', 'language', 'analysis', 'workspace', 'annotations', 'rules', 'config', 'features', 'cli'],
  cli: ['text', 'language', 'analysis', 'workspace', 'annotations', 'rules', 'config', 'features', 'lsp'],
};

/** The folders that talk to the world. */
const OUTER = new Set(['lsp', 'cli']);

/** Runs on a developer's machine only and is not part of the build. */
const TRAINING = /^analysis[\\/]attributions[\\/]training[\\/]/;

const NODE = new Set(builtinModules);
const WORLD =
  /\b(?:Math\.random|Date\.now|new Date\(\)|setTimeout|setInterval|setImmediate|performance\.now|process\.\w)/;

interface SourceFile {
  /** Relative to `server/src`. */
  readonly path: string;
  readonly layer: string;
  readonly code: string;
  readonly imports: readonly string[];
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !TRAINING.test(path))
  .map(readSource);

function readSource(path: string): SourceFile {
  const code = readFileSync(join(SOURCE, path), 'utf8');
  const imports = [
    ...code.matchAll(/(?:^|\n)(?:import|export)\b[^;]*?from '([^']+)'|import\('([^']+)'\)/g),
  ].map((m) => m[1] ?? m[2]!);
  return { path, layer: path.split(/[\\/]/)[0]!, code, imports };
}

function layerOf(file: SourceFile, specifier: string): string {
  return relative(SOURCE, join(SOURCE, dirname(file.path), specifier)).split(/[\\/]/)[0]!;
}

describe('architecture', () => {
  it('has a rule for every folder', () => {
    expect([...new Set(files.map(({ layer }) => layer))].filter((layer) => !(layer in MAY_IMPORT))).toEqual(
      [],
    );
  });

  it('imports only from the layers to its left', () => {
    const broken = files.flatMap((file) =>
      file.imports
        .filter((specifier) => specifier.startsWith('.') && !specifier.endsWith('/package.json'))
        .map((specifier) => ({ specifier, layer: layerOf(file, specifier) }))
        .filter(({ layer }) => layer !== file.layer && !MAY_IMPORT[file.layer]?.includes(layer))
        .map(({ specifier }) => `${file.path} must not import ${specifier}`),
    );
    expect(broken).toEqual([]);
  });

  it('knows Node and the editor protocol only in lsp and cli', () => {
    const broken = files
      .filter(({ layer }) => !OUTER.has(layer))
      .flatMap((file) =>
        file.imports
          .filter((name) => name.startsWith('node:') || NODE.has(name) || name.startsWith('vscode'))
          .map((name) => `${file.path} must not import ${name}`),
      );
    expect(broken).toEqual([]);
  });

  it('has no clock, timer, chance or process left of lsp and cli', () => {
    const broken = files
      .filter(({ layer }) => !OUTER.has(layer))
      .flatMap(({ path, code }) => {
        const use = WORLD.exec(withoutComments(code));
        return use ? [`${path} uses ${use[0]}`] : [];
      });
    expect(broken).toEqual([]);
  });

  it('translates positions to offsets in two files only', () => {
    const users = files
      .filter(({ code }) => /\bPosition\b/.test(withoutComments(code)) && /\.(?:line|character)\b/.test(code))
      .map(({ path }) => path.replaceAll('\\', '/'));
    expect(users.filter((path) => !/^lsp\/(?:fromProtocol|toProtocol|position\w*)\.ts$/.test(path))).toEqual(
      [],
    );
  });
});

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}
