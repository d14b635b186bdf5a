/** Names as mentions: their form, and why they are this bearer's. */
import type { Span } from '../../text/span.ts';
import type { Mention, MentionForm } from '../facts.ts';
import { reason } from '../reasons.ts';
import type { Entity, NameMention } from './entity.ts';

/** The mention that a name is. */
export function nameMention(mention: NameMention): Mention {
  const { entity, phrase, name, span, ambiguous } = mention;
  const form = formOf(mention);
  const whole = phrase.words.length >= entity.words.length || form === 'full-name';
  if (whole) return { span, form, antecedent: null, reason: reason('speaker-named', name) };
  const code = ambiguous ? 'speaker-short-name-ambiguous' : 'speaker-short-name';
  return { span, form, antecedent: entity.name, reason: reason(code, name, entity.name) };
}

function formOf({ entity, phrase }: NameMention): MentionForm {
  const short = phrase.words.length === 1 && entity.words.length > 1;
  if (entity.kind !== 'person')
    return short && !entity.words.includes(phrase.words[0]!) ? 'acronym' : 'organisation';
  if (phrase.words.length > 1) return 'full-name';
  return short && entity.words[0] === phrase.words[0] ? 'first-name' : 'last-name';
}

/** The passage that introduces somebody: the fullest name with a role or an apposition, else the first full name. */
export function introductionOf({ mentions, words, name }: Entity): Span {
  const full = mentions.filter(({ phrase }) => phrase.words.length === words.length);
  const withRole = full.find(({ phrase }) => phrase.roles.length > 0);
  return (withRole ?? full[0] ?? mentions[0])?.full ?? name;
}
