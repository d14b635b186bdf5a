import { factSheet } from '../features/factSheet.ts';
import type { SheetFormat } from '../features/factSheetFormats.ts';
import { formatFactSheet, SHEET_FORMATS } from '../features/factSheetFormats.ts';
import { fileNameOf } from '../lsp/uri.ts';
import { runRules } from '../rules/runRules.ts';
import { findMarks } from '../text/marks.ts';
import { sayInEnglish } from '../text/say.ts';
import { timestampBefore } from '../workspace/formats/timestamps.ts';
import type { Command } from './command.ts';
import { EXIT } from './command.ts';
import { atomicWrite, FileProblem, isFolder } from './files.ts';
import { idOf, openNewsroom, readAnnotations, rootOf } from './newsroom.ts';
import { complainTo, onlyPath } from './oneArticle.ts';

export const sheet: Command = {
  name: 'sheet',
  usage: 'attest sheet FILE',
  summary: 'Print the fact sheet of an article.',
  details: [
    'Every quotation and claim with its paragraph, who says it, its source, how it compares with the source, the verdict',
    'and notes of the annotation file beside the article, and what is still open.',
  ],
  options: {
    format: {
      type: 'string',
      short: 'f',
      choices: SHEET_FORMATS,
      default: 'md',
      help: 'Markdown, a page for print, or rows',
    },
    output: { type: 'string', short: 'o', value: 'FILE', help: 'write to this file instead' },
  },
  async run({ values, paths }, terminal) {
    const path = onlyPath(paths, terminal);
    if (await isFolder(path)) throw new FileProblem(path, 'this is a folder, not a file.');
    const root = await rootOf(path);
    const { workspace, settings, files, converted } = await openNewsroom(
      root,
      {},
      [path],
      complainTo(terminal),
    );
    const input = files.get(path);
    if (!input) return EXIT.trouble;
    const { id, text, format } = input;
    const article = workspace.article(id)!;
    const marks = findMarks(text, format);
    const { annotations, problems } = await readAnnotations(path, text);
    for (const { message } of problems) terminal.err(`attest: ${path}: annotation file: ${message}\n`);
    const folders = [idOf(root)];
    const findings = runRules({ id, article, text, marks, workspace, annotations, folders }, settings);
    const made = factSheet({
      id,
      article,
      text,
      marks,
      workspace,
      annotations,
      findings,
      nameOf: fileNameOf,
      say: sayInEnglish,
      folders,
      locatorOf: ({ id: other, span }) =>
        converted.has(other)
          ? converted.get(other)!.locatorAt(span.start)
          : timestampBefore(workspace.input(other)?.text ?? '', span.start),
    });
    const output = formatFactSheet(made, values.format as SheetFormat, sayInEnglish);
    if (values.output) await atomicWrite(onlyPath([values.output as string], terminal), output);
    else await terminal.out(output);
    return problems.length > 0 ? EXIT.trouble : EXIT.ok;
  },
};
