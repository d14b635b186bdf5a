import type { Article, Attribution, Speaker } from '../analysis/facts.ts';
import { countWords, foldWord } from '../text/comparison.ts';
import { isOneEditApart } from '../text/nearest.ts';
import type { Span } from '../text/span.ts';
import { contains, lengthOf, overlaps } from '../text/span.ts';
import type { Verdict } from '../workspace/types.ts';
import { readElsewhere } from './otherArticles.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';

/** A likeness in which only single words differ: it is the same utterance. */
const SAME_UTTERANCE = 0.85;

/** Fewer words are everybody's; where the other document is no source of this one, a few more are. */
const LEAST_WORDS = 5;
const LEAST_WORDS_ELSEWHERE = 8;

/** Below it, who says something is a guess on one side or the other. */
const LEAST_CONFIDENCE = 0.5;

const LOCATED: ReadonlySet<Verdict> = new Set<Verdict>(['verbatim', 'cleaned', 'trimmed', 'altered']);

export const speakerMismatch: Rule = {
  id: 'speaker-mismatch',
  title: 'Words the source gives to someone else',
  explanation:
    'The same words stand in another document, where another person says them. A name may be wrong here, or two ' +
    'speakers of a transcript were confused. Silent where either side gives no name, where an organisation or its ' +
    'spokesperson speaks, where the names are spellings of each other, and where any document agrees. It is milder ' +
    'where the other document is no source under `attest.sources`.',
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

function checkSpeakers(context: RuleContext): RuleFinding[] {
  const { article, workspace, counterparts, say } = context;
  if (!workspace) return [];
  const findings: RuleFinding[] = [];
  for (const { span, inner, parent, attribution } of article.quotations) {
    const here =
      parent === null && attribution !== null ? named(article, article.attributions[attribution]!) : null;
    const words = countWords(article.text, inner);
    if (!here || words < LEAST_WORDS) continue;
    const others = counterparts(span)
      .filter(({ verdict, likeness }) => LOCATED.has(verdict) && likeness >= SAME_UTTERANCE)
      .map((counterpart) => ({ counterpart, there: speakerThere(context, counterpart) }));
    const [first] = others;
    // One of whom nothing is known yet may agree.
    if (!first?.there || others.some(({ there }) => there === undefined)) continue;
    if (others.some(({ there }) => there && isSamePerson(here, there))) continue;
    const isSource = workspace.input(first.counterpart.id)?.isSource === true;
    if (!isSource && words < LEAST_WORDS_ELSEWHERE) continue;
    findings.push({
      span,
      message: say('speakerMismatch', here.name, first.there.name),
      ...(!isSource && { gravity: 'milder' as const }),
      related: [
        {
          id: first.counterpart.id,
          span: first.counterpart.span,
          message: say('speakerCounterpart', first.there.name),
        },
      ],
    });
  }
  return findings;
}

type Named = Speaker & { readonly name: string };

/** The speaker, where it is a person with a name. */
function named(article: Article, { speaker, confidence }: Attribution): Named | null {
  const found = speaker === null || confidence < LEAST_CONFIDENCE ? undefined : article.speakers[speaker];
  return found?.kind === 'person' && found.name !== null ? { ...found, name: found.name } : null;
}

/** Who says the passage in the other article: by the innermost attribution that holds it. */
const speakerThere = readElsewhere(speakerOf);

function speakerOf(article: Article, span: Span): Named | null {
  let innermost: { attribution: Attribution; content: Span } | null = null;
  for (const attribution of article.attributions) {
    for (const content of attribution.content) {
      const holds = contains(content, span) || (overlaps(content, span) && contains(span, content));
      if (holds && (!innermost || lengthOf(content) < lengthOf(innermost.content))) {
        innermost = { attribution, content };
      }
    }
  }
  return innermost && named(article, innermost.attribution);
}

/** Whether two names can be one person's: the surnames are the same or spellings of each other. */
function isSamePerson(a: Named, b: Named): boolean {
  const ours = nameWords(a);
  const theirs = nameWords(b);
  const [last, other] = [ours.at(-1)!, theirs.at(-1)!];
  return last === other || isOneEditApart(last, other) || ours.includes(other) || theirs.includes(last);
}

function nameWords({ name }: Named): string[] {
  const words = name
    .split(/[\s-]+/)
    .map(foldWord)
    .filter(Boolean);
  return words.length > 0 ? words : [name];
}
