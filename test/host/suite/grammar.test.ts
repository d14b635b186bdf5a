/** The grammar injected into VS Code's own Markdown grammar, by VS Code's own tokenizer. */
import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { IGrammar } from 'vscode-textmate';
import { coloured as colouredBy, loadGrammar } from '../../grammar/tokenizer.ts';

describe('the grammar in Markdown', () => {
  let grammar: IGrammar;
  const coloured = (scope: string, text: string) => colouredBy(grammar, scope, text);

  before(async () => {
    const root = vscode.extensions.getExtension('attest.attest')!.extensionPath;
    const markdown = join(vscode.env.appRoot, 'extensions/markdown-basics/syntaxes/markdown.tmLanguage.json');
    grammar = await loadGrammar('text.html.markdown', root, { 'text.html.markdown': markdown });
  });

  it('colours quotations, cues, numbers and marks', () => {
    const text = '# Pier shut\n\nReyes was calm. “It cost *4 million*,” she said of 3 plans [CQ].\n';
    assert.deepEqual(coloured('string.quoted.double.attest', text), ['“It cost *4 million*,”']);
    assert.deepEqual(coloured('support.function.cue.attest', text), ['said']);
    assert.deepEqual(coloured('constant.numeric.attest', text), ['3']);
    assert.deepEqual(coloured('meta.mark', text), ['[CQ]']);
  });

  it('colours list items and block quotes', () => {
    assert.deepEqual(coloured('string.quoted', '- “Yes,” he said.\n\n> She said “no”.\n'), [
      '“Yes,”',
      '“no”',
    ]);
  });

  it('shows a source mark as a mark, not as a Markdown link', () => {
    assert.deepEqual(coloured('meta.mark.source', 'It rose [source: a.txt] again.'), ['[source: a.txt]']);
  });

  it('leaves code, comments and addresses alone', () => {
    const text =
      'Use `print("said 5")`, [a "b"](http://example.com/5).\n\n```\n"He said 5"\n```\n\n<!-- "5" -->\n';
    assert.deepEqual(coloured('support.function.cue.attest', text), []);
    assert.deepEqual(coloured('constant.numeric.attest', text), []);
  });

  it('does not run on into the next paragraph', () => {
    assert.deepEqual(coloured('string.quoted', 'She said “no one came.\n\nThe pier was shut.\n'), [
      '“no one came.',
    ]);
  });
});
