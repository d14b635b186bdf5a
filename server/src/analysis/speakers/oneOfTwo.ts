/** `the former` and `the latter`: the first and the second of two people that a sentence names. */
import type { Span } from '../../text/span.ts';
import type { Context } from './context.ts';
import type { Entity, NameMention } from './entity.ts';
import type { Resolution } from './who.ts';
import { resolvedBy, unresolved } from './who.ts';

const ONE_OF_TWO = /^the (former|latter)$/i;

/**
 * Whom the phrase at `span` means, when it is one of the two words; null when it is not. Looks at its own sentence and
 * the one before; three people, or one, leave it open.
 */
export function resolveOneOfTwo(context: Context, span: Span): Resolution | null {
  const word = ONE_OF_TWO.exec(context.words(span))?.[1]?.toLowerCase();
  if (word === undefined) return null;
  const people = peopleBefore(context, span);
  const [first, second] = people;
  if (!first || !second || people.length > 2) return unresolved(span, 'description', 'speaker-unknown');
  const meant = word === 'former' ? first : second;
  return resolvedBy(context.whoIs(meant.entity), span, meant.name, 'description', 'speaker-one-of-two');
}

/** A person, or a name that may be one's. */
function maybePerson({ kind, articles }: Entity): boolean {
  return kind === 'person' || (kind === 'thing' && !articles);
}

/** The first mention of each person in the nearest sentence, up to the phrase, that names somebody. */
function peopleBefore(context: Context, { start }: Span): NameMention[] {
  const block = context.blockAt(start);
  const at = context.blocks[block]?.span.start ?? 0;
  const sentences = (context.facts[block]?.sentences ?? []).filter(
    (sentence) => sentence.start + at <= start,
  );
  for (const sentence of sentences.slice(-2).reverse()) {
    const passage = { start: sentence.start + at, end: Math.min(sentence.end + at, start) };
    if (passage.end <= passage.start) continue;
    const named = context.namesIn([passage]).filter(({ entity }) => maybePerson(entity));
    const distinct = named.filter(
      ({ entity }, i) => named.findIndex((other) => other.entity === entity) === i,
    );
    if (distinct.length > 0) return distinct;
  }
  return [];
}
