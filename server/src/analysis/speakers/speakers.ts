/**
 * Who is behind each source, over the whole article. First everybody who is named is gathered with all the forms of
 * the name (`register.ts`); then the sources are read in text order (`sources.ts`) and pronouns, roles and short forms
 * are resolved by what has gone before (`resolve.ts`, `discourse.ts`), by a title, a role or an apposition further down
 * only where that is clear. What stays ambiguous has no speaker, and its mention says why.
 */
import type { BlockFacts } from '../blockFacts.ts';
import type { Attribution, Block, Quotation, Speaker } from '../facts.ts';
import type { Steps } from '../../text/steps.ts';
import { collectSpeakers } from './collect.ts';
import { buildRegister } from './register.ts';
import { Context } from './context.ts';
import { POSTPONED, Resolver } from './resolve.ts';
import type { Resolution } from './who.ts';

export { SPEAKER_REASONS } from './reasons.ts';

export interface ResolvedSpeakers {
  readonly speakers: readonly Speaker[];
  /** The same attributions, each with its speaker. */
  readonly attributions: readonly Attribution[];
}

/** So many sources are resolved in one step. */
const SOURCES_PER_STEP = 32;

/** What is known of an article before its speakers are. */
export interface Unresolved {
  readonly attributions: readonly Attribution[];
  readonly quotations: readonly Quotation[];
  /** Whether it is told in conversation; see `isConversation`. */
  readonly inConversation: boolean;
}

/** Resolves the sources of an article. Never throws; linear in the length of the article. */
export function* resolveSpeakers(
  text: string,
  blocks: readonly Block[],
  facts: readonly BlockFacts[],
  { attributions, quotations, inConversation }: Unresolved,
): Steps<ResolvedSpeakers> {
  const register = yield* buildRegister(text, blocks, facts);
  yield;
  const context = new Context(text, blocks, facts, register, { quotations, inConversation });
  yield;
  yield* context.noteNames();
  yield;
  const resolver = new Resolver(context);
  const resolved: (Resolution | null)[] = attributions.map(() => null);
  const postponed: number[] = [];
  for (const [count, index] of inTextOrder(attributions).entries()) {
    if (count % SOURCES_PER_STEP === 0) yield;
    const resolution = resolver.resolve(attributions[index]!);
    if (resolution === POSTPONED) postponed.push(index);
    else resolved[index] = resolution;
  }
  yield;
  for (const index of postponed) resolved[index] = resolver.resolvePostponed(attributions[index]!);
  yield;
  return yield* collectSpeakers(context, attributions, resolved);
}

/** Indices of the attributions with a source, by where the source stands. */
function inTextOrder(attributions: readonly Attribution[]): number[] {
  return attributions
    .map((_, index) => index)
    .filter((index) => attributions[index]!.source.length > 0)
    .sort((a, b) => attributions[a]!.source[0]!.start - attributions[b]!.source[0]!.start);
}
