import { cleanCopy } from '../annotations/cleanCopy.ts';
import { DEFAULT_SETTINGS } from '../config/table.ts';
import { formatOf } from '../lsp/sourceFiles.ts';
import type { Command } from './command.ts';
import { EXIT } from './command.ts';
import { atomicWrite, readText } from './files.ts';
import { onlyPath } from './oneArticle.ts';

export const clean: Command = {
  name: 'clean',
  usage: 'attest clean FILE',
  summary: 'Print an article without its marks.',
  details: [
    'Takes out [CQ], [TK], [source: …], and in Markdown footnotes that lead to a source and dismissal comments. Nothing else',
    'changes. The file itself stays as it is, unless you name it with --output.',
  ],
  options: {
    output: { type: 'string', short: 'o', value: 'FILE', help: 'write to this file instead' },
  },
  async run({ values, paths }, terminal) {
    const path = onlyPath(paths, terminal);
    const { text } = await readText(path, DEFAULT_SETTINGS.maxFileSize * 1024);
    const output = cleanCopy(text, formatOf(path));
    if (values.output) await atomicWrite(onlyPath([values.output as string], terminal), output);
    else await terminal.out(output);
    return EXIT.ok;
  },
};
