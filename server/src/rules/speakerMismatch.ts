import { isOneEditApart } from '../text/nearest.ts';
import type { Steps } from '../text/steps.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';
import type { NamedPerson } from './sharedUtterances.ts';
import { nameWords, sharedUtterances } from './sharedUtterances.ts';

/** Where the other document is no source of this one, fewer words are everybody's. */
const LEAST_WORDS_ELSEWHERE = 8;

export const speakerMismatch: Rule = {
  id: 'speaker-mismatch',
  title: 'Words the source gives to someone else',
  explanation:
    'The same words stand in another document, where another person says them. A name may be wrong here, or two ' +
    'speakers of a transcript were confused. Silent where either side gives no name, where an organisation or its ' +
    'spokesperson speaks, where the names are spellings of each other, and where a source agrees or, of words that no ' +
    'source under `attest.sources` has, any other document. It is milder where no such source has them.',
  defaultSeverity: 'warning',
  needsWorkspace: true,
  looksNearby: false,
  examples: {
    warned: [
      {
        text: '<w>“We never wanted the new bridge to be built in the middle of summer,”</w> said Peter Okafor, the chief engineer.',
        sources: {
          'sources/report.txt':
            '“We never wanted the new bridge to be built in the middle of summer,” said Marta Veld, the council leader.',
        },
      },
      {
        text: '<w>“We asked the residents to pay for the pumps,”</w> said Ada Lindqvist, the port’s commissioner.',
        sources: {
          'sources/interview.txt':
            'Jonas Tveit, chair of the union, talks\n\nTVEIT: We asked the residents to pay for the pumps, and they refused.',
          'drafts/pumps-2.txt':
            '“We asked the residents to pay for the pumps,” said Ada Lindqvist, the port’s commissioner.',
        },
      },
    ],
    silent: [
      {
        text: '“We never wanted the new bridge to be built in the middle of summer,” said Veld, who leads the council.',
        sources: {
          'sources/report.txt':
            '“We never wanted the new bridge to be built in the middle of summer,” said Marta Veld, the council leader.',
        },
      },
      {
        text: '“We never wanted the new bridge to be built in the middle of summer,” the council said in a statement.',
        sources: {
          'sources/report.txt':
            '“We never wanted the new bridge to be built in the middle of summer,” said Marta Veld, the council leader.',
        },
      },
      {
        text: '“We never wanted the new bridge to be built in the middle of summer,” said Peter Okafor, the chief engineer.',
        sources: {
          'sources/report.txt': 'The council approved the budget for the coming year without debate.',
        },
      },
    ],
  },
  check: checkSpeakers,
};

function* checkSpeakers(context: RuleContext): Steps<RuleFinding[]> {
  const { workspace, wording } = context;
  const findings: RuleFinding[] = [];
  for (const { span, words, here, others: all } of yield* sharedUtterances(context)) {
    // Another version of the draft has the same mistake: it does not outvote a source.
    const sources = all.filter(({ counterpart }) => workspace?.input(counterpart.id)?.isSource === true);
    const others = sources.length > 0 ? sources : all;
    const [first] = others;
    // One of whom nothing is known yet may agree.
    if (!first?.there || others.some(({ there }) => there === undefined)) continue;
    if (others.some(({ there }) => there && isSamePerson(here, there))) continue;
    const isSource = sources.length > 0;
    if (!isSource && words < LEAST_WORDS_ELSEWHERE) continue;
    findings.push({
      span,
      message: wording('speakerMismatch', here.name, first.there.name),
      ...(!isSource && { gravity: 'milder' as const }),
      related: [
        {
          id: first.counterpart.id,
          span: first.counterpart.span,
          message: wording('speakerCounterpart', first.there.name),
        },
      ],
    });
  }
  return findings;
}

/** Whether two names can be one person's: the surnames are the same or spellings of each other. */
function isSamePerson(a: NamedPerson, b: NamedPerson): boolean {
  const ours = nameWords(a);
  const theirs = nameWords(b);
  const [last, other] = [ours.at(-1)!, theirs.at(-1)!];
  return last === other || isOneEditApart(last, other) || ours.includes(other) || theirs.includes(last);
}
