/** Turns what was resolved into the speakers of the article and their mentions. */
import { compareSpans } from '../../text/span.ts';
import { textOf } from '../../text/span.ts';
import type { Attribution, Mention, Speaker } from '../facts.ts';
import type { Resolution } from './resolve.ts';
import { introductionOf, nameMention } from './resolve.ts';
import type { ResolvedSpeakers } from './speakers.ts';
import type { Who } from './who.ts';

/** The speakers in the order of their first mention, and the attributions with their speakers. */
export function collectSpeakers(
  text: string,
  attributions: readonly Attribution[],
  resolved: readonly (Resolution | null)[],
): ResolvedSpeakers {
  const mentions = new Map<Who, Mention[]>();
  for (const resolution of resolved) {
    if (!resolution) continue;
    const list = mentions.get(resolution.who);
    if (list) list.push(resolution.mention);
    else mentions.set(resolution.who, [...namesOf(resolution.who), resolution.mention]);
  }
  const people = [...mentions].map(([who, found]) => ({ who, mentions: inOrder(found) }));
  people.sort((a, b) => compareSpans(a.mentions[0]!.span, b.mentions[0]!.span));
  const indexOf = new Map(people.map(({ who }, index) => [who, index]));
  const speakers = people.map(({ who, mentions: found }): Speaker => ({
    name: who.name,
    kind: who.kind,
    mentions: found,
    introduction: who.entity ? introductionOf(who.entity) : who.introduction,
    roles: rolesOf(text, who),
    speaksFor: who.speaksFor ? (indexOf.get(who.speaksFor) ?? null) : null,
  }));
  return {
    speakers,
    attributions: attributions.map((attribution, i) => ({
      ...attribution,
      speaker: resolved[i] ? indexOf.get(resolved[i].who)! : null,
    })),
  };
}

function namesOf({ entity }: Who): Mention[] {
  return (entity?.mentions ?? []).map((mention) => {
    const { form, why } = nameMention(mention);
    return {
      span: mention.span,
      form,
      antecedent: form === 'full-name' ? null : mention.entity.name,
      reason: why,
    };
  });
}

/** In text order, each passage once. */
function inOrder(mentions: readonly Mention[]): Mention[] {
  const sorted = [...mentions].sort((a, b) => compareSpans(a.span, b.span));
  return sorted.filter(({ span }, i) => i === 0 || compareSpans(span, sorted[i - 1]!.span) !== 0);
}

function rolesOf(text: string, { entity }: Who): string[] {
  return [
    ...new Set((entity?.roles ?? []).map(({ span }) => textOf(text, span).replace(/\s+/g, ' ').trim())),
  ];
}
