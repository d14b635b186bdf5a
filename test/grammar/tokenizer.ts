/** VS Code's own tokenizer over the grammars of this repository and, where given, VS Code's own. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import type { IGrammar } from 'vscode-textmate';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

const INJECTION = 'text.attest.injection';

let engine: Promise<void> | undefined;

/**
 * @param scope of the grammar to read with; Attest's is injected into it
 * @param root the repository
 * @param files grammars of VS Code by scope
 */
export async function loadGrammar(
  scope: string,
  root: string,
  files: Readonly<Record<string, string>> = {},
): Promise<IGrammar> {
  const all: Readonly<Record<string, string>> = {
    'text.plain': join(root, 'syntaxes/plaintext.tmLanguage.json'),
    [INJECTION]: join(root, 'syntaxes/attest.tmLanguage.json'),
    ...files,
  };
  const require = createRequire(join(root, 'package.json'));
  engine ??= loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  await engine;
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: (name) => {
      const file = all[name];
      return Promise.resolve(file ? parseRawGrammar(readFileSync(file, 'utf8'), file) : null);
    },
    getInjections: (name) => (name === scope ? [INJECTION] : undefined),
  });
  return (await registry.loadGrammar(scope))!;
}

/** The stretches whose scopes contain one that starts with `scope`, line by line. */
export function coloured(grammar: IGrammar, scope: string, text: string): string[] {
  const found: string[] = [];
  let state = INITIAL;
  for (const line of text.split('\n')) {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    let open = '';
    for (const token of result.tokens) {
      const inside = token.scopes.some((name) => name.startsWith(scope));
      if (inside) open += line.slice(token.startIndex, token.endIndex);
      if (!inside || token === result.tokens.at(-1)) {
        if (open) found.push(open);
        open = '';
      }
    }
  }
  return found;
}
