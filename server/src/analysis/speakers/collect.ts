/** Turns what was resolved into the speakers of the article and their mentions. */
import { compareSpans, overlaps } from '../../text/span.ts';
import type { Steps } from '../../text/steps.ts';
import type { Attribution, Mention, Speaker } from '../facts.ts';
import type { Context } from './context.ts';
import { nameMention } from './mentions.ts';
import type { ResolvedSpeakers } from './speakers.ts';
import { employerOf } from './spokespeople.ts';
import type { Resolution, Who } from './who.ts';

/** The speakers in the order of their first mention, and the attributions with their speakers. */
export function* collectSpeakers(
  context: Context,
  attributions: readonly Attribution[],
  resolved: readonly (Resolution | null)[],
): Steps<ResolvedSpeakers> {
  const mentions = new Map<Who, Mention[]>();
  const mentionsOf = (who: Who): Mention[] => {
    const list = mentions.get(who) ?? namesOf(who);
    mentions.set(who, list);
    return list;
  };
  for (const resolution of resolved) if (resolution) mentionsOf(resolution.who).push(resolution.mention);
  yield;
  const employers = new Map<Who, Who>();
  for (const who of [...mentions.keys()]) {
    const employer = employerOf(context, who);
    if (employer && employer !== who) {
      employers.set(who, employer);
      mentionsOf(employer);
    }
  }
  yield;
  const people = [...mentions].map(([who, found]) => ({ who, mentions: inOrder(found) }));
  people.sort((a, b) => compareSpans(a.mentions[0]!.span, b.mentions[0]!.span));
  const indexOf = new Map(people.map(({ who }, index) => [who, index]));
  yield;
  const shared = sharedNames(people.map(({ who }) => who));
  const speakers = people.map(({ who, mentions: found }): Speaker => {
    const employer = employers.get(who);
    return {
      name: who.name !== null && shared.has(who.name) ? titledName(context, who) : who.name,
      kind: who.kind,
      mentions: found,
      introduction: who.introduction,
      roles: rolesOf(context, who),
      speaksFor: employer ? indexOf.get(employer)! : null,
    };
  });
  yield;
  return {
    speakers,
    attributions: attributions.map((attribution, i) => ({
      ...attribution,
      speaker: resolved[i] ? indexOf.get(resolved[i].who)! : null,
    })),
  };
}

/** Names that two people have: `Hale` for Mr. and Mrs. Hale, also for Mrs. Hale beside Lydia Hale. */
function sharedNames(people: readonly Who[]): ReadonlySet<string> {
  const surnames = new Set(
    people.flatMap(({ name, kind }) => (kind === 'person' && name ? surnameOf(name) : [])),
  );
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { name, kind } of people) {
    if (name === null || kind !== 'person') continue;
    if (seen.has(name) || surnames.has(name)) shared.add(name);
    seen.add(name);
  }
  return shared;
}

/** The last word of a name of several: none for `Hale` alone. */
function surnameOf(name: string): readonly string[] {
  const words = name.split(' ');
  return words.length > 1 ? [words.at(-1)!] : [];
}

/** The name with the form of address that the article gives with it, if it gives one. */
function titledName({ text }: Context, { name, entity }: Who): string | null {
  const titled = entity?.mentions.find(({ phrase }) => phrase.honorific);
  return titled ? text.slice(titled.span.start, titled.name.end) : name;
}

function namesOf({ entity }: Who): Mention[] {
  return (entity?.mentions ?? []).map(nameMention);
}

/** In text order, each passage once: of two that overlap the one that begins first. */
function inOrder(mentions: readonly Mention[]): Mention[] {
  const sorted = [...mentions].sort((a, b) => compareSpans(a.span, b.span));
  const kept: Mention[] = [];
  for (const mention of sorted) {
    const last = kept.at(-1);
    if (!last || !overlaps(last.span, mention.span)) kept.push(mention);
  }
  return kept;
}

function rolesOf(context: Context, { entity }: Who): string[] {
  return [...new Set((entity?.roles ?? []).map(({ span }) => context.words(span).trim()))];
}
