/** The README's section on rules, made from the rules themselves. */
import { RULES } from './registry.ts';
import type { RuleExample } from './rule.ts';

const SHOWN_EXAMPLES = 2;

/** A heading per rule, so that every warning can link to its own, with the first examples of each kind. */
export function rulesSection(): string {
  const sections = RULES.map(({ id, title, explanation, defaultSeverity, examples }) =>
    [
      `### ${id}`,
      `_${title}._ Default: ${defaultSeverity}.`,
      explanation,
      'Warned of, in **bold**:',
      listed(examples.warned),
      'Left alone:',
      listed(examples.silent),
    ].join('\n\n'),
  );
  return [INTRODUCTION, ...sections].join('\n\n');
}

const INTRODUCTION = `Every rule can be set to \`error\`, \`warning\`, \`information\`, \`hint\` or \`off\` in \`attest.rules\`, in the editor or in
\`.attest.yaml\`. A warning is dismissed by its light bulb, with a reason: for the passage, the line, the paragraph or
the file, as a known fact, or for the whole project in \`.attest.yaml\`, the rest of which stays as it is. In Markdown
also by hand:

\`\`\`markdown
Rents rose 14 percent. <!-- attest-dismiss unattributed-claim: from the census -->
<!-- attest-dismiss-next-line unattributed-claim -->
<!-- attest-dismiss-block unattributed-claim "14 percent": only where these words stand -->
<!-- attest-dismiss-file altered-quote: translated by us -->
\`\`\``;

function listed(examples: readonly RuleExample[]): string {
  return examples
    .filter((example) => example !== '')
    .slice(0, SHOWN_EXAMPLES)
    .map(exampleItem)
    .join('\n');
}

function exampleItem(example: RuleExample): string {
  const { text, sources = {} } = typeof example === 'string' ? { text: example } : example;
  const beside = Object.entries(sources).map(([path, source]) => `  - beside \`${path}\`: ${shown(source)}`);
  return [`- ${shown(text)}`, ...beside].join('\n');
}

/** As text: nothing in an example is markup but the passage that is warned of. */
function shown(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .split(/<\/?w>/)
    .map((part) => part.replace(/[\\`*_[\]#|<>]/g, '\\$&'))
    .join('**');
}
