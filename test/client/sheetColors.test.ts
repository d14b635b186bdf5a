import { expect, it } from 'vitest';
import { inEditorColors } from '../../client/src/sheetColors.ts';
import { formatFactSheet } from '../../server/src/features/factSheetFormats.ts';
import { factSheet } from '../../server/src/features/factSheet.ts';
import { sayInEnglish } from '../../server/src/text/say.ts';
import { newsroom } from '../support/newsroom.ts';

it('the fact sheet has the colours of the editor, after its own', () => {
  const { context } = newsroom('The wall cost 4.2 million euros.\n');
  const page = inEditorColors(formatFactSheet(factSheet(context), 'html', sayInEnglish));
  const [, style] = /<style>([\s\S]*)<\/style>/.exec(page)!;
  expect(style!.indexOf('--vscode-editor-background')).toBeGreaterThan(style!.indexOf('@media print'));
  expect(page.match(/<\/style>/g)).toHaveLength(1);
});
