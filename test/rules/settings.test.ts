import { describe, expect, it } from 'vitest';
import { analyzeArticle } from '../../server/src/analysis/analyze.ts';
import { anchorAll } from '../../server/src/annotations/anchor.ts';
import type { Annotation } from '../../server/src/annotations/annotation.ts';
import { mergeSettings } from '../../server/src/config/merge.ts';
import { DEFAULT_SETTINGS } from '../../server/src/config/table.ts';
import { MESSAGES } from '../../server/src/rules/messages.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import type { Finding, RuleSettings } from '../../server/src/rules/rule.ts';
import { runRules, severityOf } from '../../server/src/rules/runRules.ts';
import { sayIn } from '../../server/src/text/say.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { check, DRAFT } from './support.ts';

const CLAIM = 'The port is closed. Rents in the old town rose 14 percent last year.';
const settings = (partial: Partial<RuleSettings>): RuleSettings => mergeSettings(partial);
const codes = (findings: readonly Finding[]): string[] =>
  findings.map(({ rule, severity }) => `${rule} ${severity}`);

/** What a person recorded about the figure in `CLAIM`. */
function annotation(partial: Partial<Annotation>): Annotation {
  const start = CLAIM.indexOf('14 percent');
  return {
    id: 'a',
    quote: { exact: '14 percent', prefix: 'town rose ', suffix: ' last year' },
    position: { start, end: start + 10 },
    verdict: null,
    source: null,
    speaker: null,
    note: null,
    dismissal: null,
    ...partial,
  };
}

describe('profiles', () => {
  it('decide how loud a rule is', () => {
    expect(codes(check(CLAIM, settings({ profile: 'off' })))).toEqual([]);
    expect(codes(check(CLAIM, settings({ profile: 'writing' })))).toEqual(['unattributed-claim hint']);
    expect(codes(check(CLAIM, settings({ profile: 'desk' })))).toEqual(['unattributed-claim warning']);
    expect(codes(check(CLAIM, settings({ profile: 'strict' })))).toEqual(['unattributed-claim warning']);
  });

  it('strict asks for annotations even where something is attributed', () => {
    const text =
      'Rents rose 14 percent last year, according to the housing office. “Nobody can pay that any more,” said Marta Veld.';
    expect(codes(check(text, settings({ profile: 'desk' })))).toEqual([]);
    const findings = check(text, settings({ profile: 'strict' }));
    expect(codes(findings)).toEqual(['unattributed-claim warning', 'unattributed-quote warning']);
    for (const { message } of findings) expect(message).toContain('has no annotation yet');
    expect(
      codes(check(text.replaceAll(/([.]) “|(d)\.$/g, '$1$2 [CQ]. “'), settings({ profile: 'strict' }))),
    ).toEqual([]);
  });

  it('raise no rule above what was asked for it', () => {
    for (const { id, defaultSeverity } of RULES) {
      expect(severityOf(id, settings({}))).toBe(defaultSeverity);
      expect(severityOf(id, settings({ rules: { [id]: 'hint' } }))).toBe('hint');
      expect(severityOf(id, settings({ rules: { [id]: 'off' } }))).toBe('off');
      expect(severityOf(id, settings({ profile: 'off', rules: { [id]: 'error' } }))).toBe('off');
    }
  });
});

describe('rules', () => {
  it('are switched one by one', () => {
    expect(codes(check(CLAIM, settings({ rules: { 'unattributed-claim': 'off' } })))).toEqual([]);
    expect(codes(check(CLAIM, settings({ rules: { 'unattributed-claim': 'error' } })))).toEqual([
      'unattributed-claim error',
    ]);
  });

  it('that fail cost only their own findings', () => {
    const article = analyzeArticle(CLAIM, { format: 'plain' });
    const broken = { ...article, quotations: null as never };
    const failed: string[] = [];
    const findings = runRules({ id: DRAFT, article: broken }, DEFAULT_SETTINGS, ({ rule }) =>
      failed.push(rule),
    );
    expect(failed).toContain('unattributed-quote');
    expect(codes(findings)).toEqual(['unattributed-claim warning']);
    expect(() => runRules({ id: DRAFT, article: broken }, DEFAULT_SETTINGS)).not.toThrow();
  });

  it('speak the language they are given', () => {
    const article = analyzeArticle(CLAIM, { format: 'plain' });
    const say = sayIn({ [MESSAGES.claimWithoutSource]: 'Wer sagt {0}?' });
    expect(runRules({ id: DRAFT, article, say }, DEFAULT_SETTINGS)[0]!.message).toBe(
      'Wer sagt “14 percent”?',
    );
  });
});

describe('known facts', () => {
  it.each(['rose 14 percent', 'Rents in the Old Town   rose 14 percent', '14 percent'])(
    'silence a claim: %s',
    (text) => {
      expect(check(CLAIM, settings({ knownFacts: [{ text }] }))).toEqual([]);
    },
  );

  it.each(['rose 15 percent', '14', 'ents in the old town rose 14 percen', ''])(
    'silence nothing else: %s',
    (text) => {
      const findings = check(CLAIM, settings({ knownFacts: [{ text }] }));
      expect(codes(findings)).toEqual(text === '14' ? [] : ['unattributed-claim warning']);
    },
  );
});

describe('dismissals', () => {
  const markdown = (text: string): string[] => codes(check(text, DEFAULT_SETTINGS, { format: 'markdown' }));
  const warned = ['unattributed-claim warning'];

  it.each([
    ['this line', `${CLAIM} <!-- attest-dismiss unattributed-claim: census -->`],
    ['every rule', `${CLAIM} <!-- attest-dismiss -->`],
    ['one of several rules', `${CLAIM} <!-- attest-dismiss unclosed-quote, unattributed-claim -->`],
    ['these words', `${CLAIM} <!-- attest-dismiss unattributed-claim "14  PERCENT": census -->`],
    ['the next line', `<!-- attest-dismiss unattributed-claim: census -->\n${CLAIM}`],
    ['the next line, named', `<!-- attest-dismiss-next-line unattributed-claim -->\r\n${CLAIM}`],
    ['this block', `${CLAIM}\nIt rained. <!-- attest-dismiss-block unattributed-claim -->`],
    ['the next block', `<!-- attest-dismiss-block unattributed-claim -->\n\n${CLAIM}`],
    [
      'the file',
      `${CLAIM}\n\nIt rained for weeks.\n\n<!-- attest-dismiss-file unattributed-claim: draft -->\n`,
    ],
  ])('silence %s', (_, text) => {
    expect(markdown(text)).toEqual([]);
  });

  it.each([
    ['another rule', `${CLAIM} <!-- attest-dismiss unclosed-quote -->`],
    ['other words', `${CLAIM} <!-- attest-dismiss unattributed-claim "15 percent" -->`],
    ['the line before', `It rained. <!-- attest-dismiss -->\n${CLAIM}`],
    ['the block before', `It rained. <!-- attest-dismiss-block -->\n\n${CLAIM}`],
    ['a line further down', `<!-- attest-dismiss-next-line -->\n\n${CLAIM}`],
    ['an example in code', `${CLAIM} \`<!-- attest-dismiss -->\``],
    ['a word that only begins like it', `${CLAIM} <!-- attest-dismissal -->`],
  ])('do not reach to %s', (_, text) => {
    expect(markdown(text)).toEqual(warned);
  });

  it('are no comments in plain text', () => {
    expect(codes(check(`${CLAIM} <!-- attest-dismiss -->`, DEFAULT_SETTINGS))).toEqual(warned);
  });

  it.each(['passage', 'line', 'block', 'file'] as const)('in the annotation file, for the %s', (scope) => {
    const dismissal = { scope, rules: ['unattributed-claim'], reason: null };
    const edited = `A new first sentence. ${CLAIM}`;
    const annotations = anchorAll(edited, [annotation({ verdict: 'dismissed', dismissal })]);
    expect(check(edited, DEFAULT_SETTINGS, { annotations })).toEqual([]);
    const other = anchorAll(edited, [annotation({ dismissal: { ...dismissal, rules: ['unclosed-quote'] } })]);
    expect(codes(check(edited, DEFAULT_SETTINGS, { annotations: other }))).toEqual(warned);
  });

  it('fall away when the words they were given for have changed', () => {
    const edited = CLAIM.replace('14 percent', '41 percent');
    const dismissal = { scope: 'passage', rules: [], reason: null } as const;
    const annotations = anchorAll(edited, [annotation({ dismissal })]);
    expect(codes(check(edited, DEFAULT_SETTINGS, { annotations }))).toEqual(warned);
  });
});

describe('annotations', () => {
  it('account for the passage they are anchored to', () => {
    const run = (partial: Partial<Annotation>): string[] =>
      codes(check(CLAIM, DEFAULT_SETTINGS, { annotations: anchorAll(CLAIM, [annotation(partial)]) }));
    expect(run({ verdict: 'verified' })).toEqual([]);
    expect(run({ source: 'https://example.org' })).toEqual([]);
    expect(run({ speaker: 'Marta Veld' })).toEqual([]);
    expect(run({ note: 'ask again' })).toEqual(['unattributed-claim warning']);
  });
});

describe('fixes', () => {
  function fixed(text: string, title: RegExp, sources: Record<string, string> = {}): string {
    const fixes = check(text, DEFAULT_SETTINGS, { sources }).flatMap((finding) => finding.fixes);
    const fix = fixes.find((candidate) => title.test(candidate.title));
    expect(fixes.map((candidate) => candidate.title).join()).toMatch(title);
    return applyEdits(text, fix!.edits);
  }

  it('close a quotation', () => {
    const open =
      'Marta Veld said: “We never wanted the bridge. It rained all day.\n\nThe council meets again on Monday.';
    expect(fixed(open, /after this sentence/)).toBe(open.replace('bridge.', 'bridge.”'));
    expect(fixed(open, /end of the paragraph/)).toBe(open.replace('day.', 'day.”'));
  });

  it('use the source’s wording, and keep what the writer bracketed', () => {
    const sources = {
      'sources/interview.txt':
        'VELD: Look, we never wanted the new bridge to be built in the middle of summer. That is all.',
    };
    const draft =
      'Marta Veld said: “We never wanted the [harbour] bridge to be opened in the middle of winter.”';
    expect(fixed(draft, /source’s wording/, sources)).toBe(
      'Marta Veld said: “We never wanted the [harbour] bridge to be built in the middle of summer.”',
    );
    const trimmed = 'Marta Veld said: “We never wanted the new bridge in the middle of summer.”';
    expect(fixed(trimmed, /source’s wording/, sources)).toBe(
      'Marta Veld said: “We never wanted the new bridge to be built in the middle of summer.”',
    );
    expect(fixed(trimmed, /ellipsis/, sources)).toBe(
      'Marta Veld said: “We never wanted the new bridge … in the middle of summer.”',
    );
  });

  it('use a contraction of the source’s whole', () => {
    const sources = { 'sources/a.txt': 'VELD: We can’t keep the lower gate open in a strong north wind.' };
    const draft = '“We can keep the lower gate open in a strong north wind,” said Marta Veld.';
    expect(fixed(draft, /source’s wording/, sources)).toBe(draft.replace('can', 'can’t'));
  });

  it('mark what a quotation joined from far places leaves out, and put no page of the source into it', () => {
    const sources = {
      'sources/speech.txt': `“This old pier has fed four families of fishermen for ninety years,” said Marta Veld, the harbour master. ${'The clerk read out another letter. '.repeat(20)}“That shed was a mistake, and it has to come down before the first storm of the winter,” Veld said.`,
    };
    const draft =
      '“This old pier has fed four families of fishermen for ninety years and it has to come down before the first storm of the winter,” said Marta Veld.';
    expect(fixed(draft, /ellipsis/, sources)).toContain('for ninety years … ');
    const fixes = check(draft, DEFAULT_SETTINGS, { sources }).flatMap((finding) => finding.fixes);
    expect(fixes.map(({ title }) => title)).not.toContain('Use the source’s wording');
  });

  it('put no speaker’s label into a quotation', () => {
    const sources = {
      'sources/panel.txt':
        'ROTH: The cracks in the northern pier were known to all of us.\n\nMOEN: And the money for the repair was there from the first day.\n',
    };
    const draft =
      '“The cracks in the northern pier were known to all of us, and the money for the repair was there from the first day,” said Dag Roth.';
    const [found] = check(draft, DEFAULT_SETTINGS, { sources }).filter(
      ({ rule }) => rule === 'altered-quote',
    );
    expect(found!.message).toContain('another speaker (“MOEN”)');
    expect(found!.fixes.map(({ title }) => title)).not.toContain('Use the source’s wording');
  });

  it.each([
    ['“We would, under any circumstances, sell the old harbour crane,” said Marta Veld.'],
    ['“We wouldn’t, under any circumstances, sell the old harbour cranes,” said Marta Veld.'],
  ])('after which the warning is gone: %s', (draft) => {
    const sources = {
      'sources/a.txt': 'VELD: We would not, under any circumstances, sell the old harbour crane.',
    };
    const once = fixed(draft, /source’s wording/, sources);
    const altered = check(once, DEFAULT_SETTINGS, { sources }).filter(({ rule }) => rule === 'altered-quote');
    expect([once, altered.length]).toEqual([once, 0]);
  });

  it('correct a name here, or in the whole article, and never inside quotation marks', () => {
    const draft =
      '“We will rebuild the pier,” said Marta Halloran, the harbour master. A week later Haloran left the town. “It ' +
      'was time,” Halloran said. “We asked Haloran twice,” said Peter Voss. By noon Haloran came back. Then Halloran ' +
      'left again. The town wrote to Halloran.';
    const here = draft.replace('later Haloran', 'later Halloran');
    expect(fixed(draft, /^Change to “Halloran”/)).toBe(here);
    expect(fixed(draft, /in the whole article$/)).toBe(here.replace('noon Haloran', 'noon Halloran'));
    expect(() => fixed(here, /in the whole article$/)).toThrow(/whole article/);
  });

  it('name the document that has the words', () => {
    const sources = {
      'sources/minutes.txt': 'The committee approved the budget for the coming year.',
      'sources/interview.txt': 'VELD: We never wanted the bridge to be built in the middle of summer.',
    };
    const draft =
      'Marta Veld said “we never wanted the bridge to be built in the middle of summer” [source: ../sources/minutes.txt].';
    expect(fixed(draft, /Change to/, sources)).toBe(draft.replace('minutes', 'interview'));
  });

  it('correct a path', () => {
    const sources = { 'sources/survey.txt': 'Of the dockers asked, 5,000 were out of work.' };
    expect(fixed('There are 5,000 dockers [source: survey.txt].', /Change to/, sources)).toBe(
      'There are 5,000 dockers [source: ../sources/survey.txt].',
    );
  });
});

describe('altered quotations', () => {
  const spoken = 'VELD: I would not vote for the harbour plan as it stands today, and neither should you.';
  const draft = '“I would vote for the harbour plan as it stands today,” said Marta Veld.';
  const severity = (sources: Record<string, string>, partial: Partial<RuleSettings> = {}): string[] =>
    codes(check(draft, settings(partial), { sources })).filter((code) => code.startsWith('altered-quote'));

  it('are errors when a source denies what they say', () => {
    expect(severity({ 'sources/a.txt': spoken })).toEqual(['altered-quote error']);
  });

  it('are milder where it is only another article’s word', () => {
    expect(severity({ 'drafts/other.txt': spoken })).toEqual(['altered-quote warning']);
  });

  it('are bound by a link as by a source folder', () => {
    const linked = `${draft.slice(0, -1)} [source: other.txt].`;
    const found = check(linked, DEFAULT_SETTINGS, { sources: { 'drafts/other.txt': spoken } });
    expect(codes(found)).toEqual(['altered-quote error']);
  });

  it('are as loud as was asked', () => {
    expect(severity({ 'sources/a.txt': spoken }, { rules: { 'altered-quote': 'information' } })).toEqual([
      'altered-quote information',
    ]);
    expect(severity({ 'sources/a.txt': spoken }, { profile: 'writing' })).toEqual(['altered-quote hint']);
  });

  it('lead to the other wording', () => {
    const [found] = check(draft, DEFAULT_SETTINGS, { sources: { 'sources/a.txt': spoken } });
    expect(found!.related).toHaveLength(1);
    expect(found!.message).toContain('“not”');
  });

  it('name a way out that leads out', () => {
    const told = (text: string): string[] =>
      check(text, DEFAULT_SETTINGS, { sources: { 'sources/a.txt': spoken } }).map(({ message }) => message);
    const cut = draft.replace('harbour plan as it stands', 'plan as it stands');
    const restored = cut.replace('would', 'would not');
    expect(told(restored)).toEqual([expect.stringContaining('mark the omission')]);
    expect(told(restored.replace('the plan', 'the … plan'))).toEqual([]);
    // An ellipsis for the “not” is warned of as well.
    for (const text of [draft, draft.replace('would', 'would …')])
      expect(told(text)).toEqual([expect.stringContaining('an ellipsis does not make up for it')]);
  });
});
