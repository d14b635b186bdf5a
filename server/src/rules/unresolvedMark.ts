import { textOf } from '../text/span.ts';
import { quoted } from './messages.ts';
import type { Rule } from './rule.ts';

export const unresolvedMark: Rule = {
  id: 'unresolved-mark',
  title: 'Material still to come',
  explanation:
    '`[TK]` stands where a writer left something for later, `[TK: the mayor’s answer]` says what. It must not reach ' +
    'the reader. Fill it in, or remove the mark.',
  defaultSeverity: 'information',
  needsWorkspace: false,
  looksNearby: true,
  examples: {
    warned: [
      'The bridge cost <w>[TK]</w> and was opened in May.',
      'The mayor did not answer. <w>[TK: her office, by Friday]</w>',
    ],
    silent: [
      'The bridge was opened in May [CQ].',
      'The TK 40 is a tank.',
      { text: 'Write `[TK]` where something is missing.', format: 'markdown' },
      '',
    ],
  },
  check: ({ text, marks, wording }) =>
    marks
      .filter(({ kind }) => kind === 'to-come')
      .map(({ span, content }) => {
        const missing = textOf(text, content).trim();
        return {
          span,
          message:
            missing === '' ? wording('unresolvedMarkBare') : wording('unresolvedMark', quoted(missing)),
        };
      }),
};
