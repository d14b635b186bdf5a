/** Quotations of named people whose words stand in other articles too, and who says them there. */
import type { Article, Attribution, Speaker } from '../analysis/facts.ts';
import { foldWord } from '../text/comparison.ts';
import type { Span } from '../text/span.ts';
import { lengthOf } from '../text/span.ts';
import type { Steps } from '../text/steps.ts';
import type { Counterpart, Verdict } from '../workspace/types.ts';
import { readElsewhere } from './otherArticles.ts';
import type { RuleContext } from './rule.ts';
import { countWordsOf } from './wordCounts.ts';

/** A speaker that is a person with a name. */
export type NamedPerson = Speaker & { readonly name: string };

export interface SharedUtterance {
  /** The quotation, and how many words it has. */
  readonly span: Span;
  readonly words: number;
  /** Who says it in this article. */
  readonly here: NamedPerson;
  /** Where else it stands, best first. `there` is null where nobody is named, undefined where that is not known yet. */
  readonly others: readonly {
    readonly counterpart: Counterpart;
    readonly there: NamedPerson | null | undefined;
  }[];
}

/** A likeness in which only single words differ: it is the same utterance. */
const SAME_UTTERANCE = 0.85;

/** Fewer words are everybody's. */
const LEAST_WORDS = 5;

/** Below it, who says something is a guess on one side or the other. */
const LEAST_CONFIDENCE = 0.5;

const LOCATED: ReadonlySet<Verdict> = new Set<Verdict>(['verbatim', 'cleaned', 'trimmed', 'altered']);

const found = new WeakMap<RuleContext, readonly SharedUtterance[]>();

/** The shared utterances of the article, in the order of the text; found once for all rules. */
export function* sharedUtterances(context: RuleContext): Steps<readonly SharedUtterance[]> {
  const known = found.get(context);
  if (known) return known;
  const { article, counterparts } = context;
  const utterances: SharedUtterance[] = [];
  for (const { span, inner, parent, attribution } of article.quotations) {
    yield;
    const here =
      parent === null && attribution !== null ? namedIn(article, article.attributions[attribution]!) : null;
    const words = here ? countWordsOf(article, inner) : 0;
    if (!here || words < LEAST_WORDS) continue;
    const others = counterparts(span)
      .filter(({ verdict, likeness }) => LOCATED.has(verdict) && likeness >= SAME_UTTERANCE)
      .map((counterpart) => ({ counterpart, there: speakerThere(context, counterpart) }));
    if (others.length > 0) utterances.push({ span, words, here, others });
  }
  found.set(context, utterances);
  return utterances;
}

/** The words of a name as they are compared; the name itself where it has none. */
export function nameWords({ name }: NamedPerson): string[] {
  const words = name
    .split(/[\s-]+/)
    .map(foldWord)
    .filter(Boolean);
  return words.length > 0 ? words : [name];
}

export function isNamedPerson(speaker: Speaker): speaker is NamedPerson {
  return speaker.kind === 'person' && speaker.name !== null;
}

/** The speaker, where it is a person with a name. */
function namedIn(article: Article, { speaker, confidence }: Attribution): NamedPerson | null {
  const found = speaker === null || confidence < LEAST_CONFIDENCE ? undefined : article.speakers[speaker];
  return found && isNamedPerson(found) ? found : null;
}

/** A content that has so much of what the fullest has of a passage holds it too. */
const AS_FULL = 0.9;

/** Who says the passage in the other article: by the innermost of the attributions that have most of it. */
const speakerThere = readElsewhere((article: Article, span: Span): NamedPerson | null => {
  const holding = article.attributions
    .map((attribution) => ({
      attribution,
      held: attribution.content.reduce((sum, content) => sum + sharedLength(content, span), 0),
      size: attribution.content.reduce((sum, content) => sum + lengthOf(content), 0),
    }))
    .filter(({ held }) => held > 0);
  const most = Math.max(0, ...holding.map(({ held }) => held));
  const [innermost] = holding.filter(({ held }) => held >= most * AS_FULL).sort((a, b) => a.size - b.size);
  return innermost ? namedIn(article, innermost.attribution) : null;
});

function sharedLength(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
