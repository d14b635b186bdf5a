/** Who says a passage in another article, as a hover tells it. */
import type { Article } from '../analysis/facts.ts';
import type { Say } from '../text/say.ts';
import type { Span } from '../text/span.ts';
import type { Steps } from '../text/steps.ts';
import { finish } from '../text/steps.ts';
import type { NamedSpeaker } from '../workspace/speakers.ts';
import { speakerOf as speakerOfPassage } from '../workspace/speakers.ts';
import type { ArticleInput, Place, Workspace } from '../workspace/types.ts';
import { factsAt } from './factsAt.ts';
import type { Said } from './speakerNames.ts';
import { speakerOf } from './speakerNames.ts';

export interface SaidElsewhere {
  /** For people: a name, or the words that article has for them. */
  readonly who: string;
  /** As speakers are compared with each other. */
  readonly speaker: NamedSpeaker | undefined;
}

/** What was read, for as long as the text of that article stays: to read it, a whole article is analysed. */
const readings = new WeakMap<ArticleInput, Map<string, SaidElsewhere | null>>();

/** An article of so many code units, some 150 words, is read before anybody has noticed. */
const READ_AT_ONCE = 1_000;

/**
 * Who says the passage there; null where nobody is given for it, undefined where the other article has to be read first
 * and is too long to be read while somebody waits: see `saidElsewhereInSteps`. Never throws.
 */
export function saidElsewhere(
  workspace: Workspace,
  place: Place,
  say: Say,
): SaidElsewhere | null | undefined {
  const input = workspace.input(place.id);
  if (!input) return null;
  const remembered = readings.get(input)?.get(keyOf(place));
  if (remembered !== undefined) return remembered;
  if (input.text.length > READ_AT_ONCE && !workspace.knownArticle(place.id)) return undefined;
  return finish(saidElsewhereInSteps(workspace, place, say));
}

/** The same, however long it takes, in steps; null as well when the other article changes before they are taken. */
export function* saidElsewhereInSteps(
  workspace: Workspace,
  place: Place,
  say: Say,
): Steps<SaidElsewhere | null> {
  const { id, span } = place;
  const input = workspace.input(id);
  if (!input) return null;
  const known = readings.get(input) ?? new Map<string, SaidElsewhere | null>();
  readings.set(input, known);
  const key = keyOf(place);
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  const article = yield* workspace.articleInSteps(id);
  if (!article) return null;
  const said = read({ article, say }, span) ?? speakerNamedIn(input, article, span);
  known.set(key, said);
  return said;
}

function keyOf({ span }: Place): string {
  return `${span.start} ${span.end}`;
}

/** Whom the front matter of an interview or a speech names, where the text itself gives nobody. */
function speakerNamedIn({ metadata }: ArticleInput, article: Article, span: Span): SaidElsewhere | null {
  const name = metadata.speaker;
  if (name === undefined || speakerOfPassage(article, span)) return null;
  return { who: name, speaker: { name, speaksFor: null } };
}

function read(said: Said, span: Span): SaidElsewhere | null {
  const { article } = said;
  const { attribution } = factsAt(article, (span.start + span.end) >> 1);
  const who = attribution === null ? null : speakerOf(said, article.attributions[attribution]!);
  return who === null ? null : { who, speaker: speakerOfPassage(article, span) };
}
