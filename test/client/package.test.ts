/** What is in the installable package: nothing more and nothing less. Needs a build. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

describe('the package', () => {
  it('holds only what the extension needs', () => {
    const files = execFileSync(process.execPath, ['client/packaging/package.mjs', '--list'], {
      encoding: 'utf8',
    });
    expect(files.trim().split('\n')).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'client/attest.schema.json',
      'client/media/icon.png',
      'client/media/view.svg',
      'client/media/walkthrough/compare.md',
      'client/media/walkthrough/facts.md',
      'client/media/walkthrough/handOver.md',
      'client/media/walkthrough/quote.md',
      'client/media/walkthrough/record.md',
      'client/media/walkthrough/sample.md',
      'dist/THIRD-PARTY-NOTICES.txt',
      'dist/attribution-weights.js',
      'dist/browser/extension.js',
      'dist/browser/server.js',
      'dist/cli.js',
      'dist/client.js',
      'dist/extension.js',
      'dist/htmlparser2.js',
      'dist/language-model.js',
      'dist/momoa.js',
      'dist/server.js',
      'dist/wink-nlp.js',
      'dist/yaml.js',
      'l10n/bundle.l10n.json',
      'package.json',
      'package.nls.json',
      'syntaxes/attest.tmLanguage.json',
      'syntaxes/plaintext.tmLanguage.json',
      'test/articles/newsroom/.attest.yaml',
      'test/articles/newsroom/drafts/quarry-street.md',
      'test/articles/newsroom/drafts/what-it-costs.txt',
      'test/articles/newsroom/sources/2023-rate-case.txt',
      'test/articles/newsroom/sources/council-hearing.vtt',
      'test/articles/newsroom/sources/harbor-courier-report.txt',
      'test/articles/newsroom/sources/health-department.html',
      'test/articles/newsroom/sources/interview-szabo.txt',
      'test/articles/newsroom/sources/mayor-press-release.md',
    ]);
  });
});
