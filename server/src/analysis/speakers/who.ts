/** One speaker while the article is being resolved; becomes a `Speaker` fact in the end. */
import type { Span } from '../../text/span.ts';
import type { Mention, MentionForm, SpeakerKind } from '../facts.ts';
import { reason } from '../reasons.ts';
import type { Gender } from '../../language/en/titles.ts';
import type { Entity } from './entity.ts';

export interface Who {
  readonly kind: SpeakerKind;
  /** The entry of the register, for those the article names. */
  readonly entity: Entity | null;
  readonly name: string | null;
  gender: Gender | null;
  readonly plural: boolean;
  /** The passage that names or describes them first. */
  readonly introduction: Span;
  /** The nouns somebody without a name was introduced by: `colleague` and `surgeon` for `her colleague, a surgeon,`. */
  readonly nouns: readonly string[];
}

/** A resolved source: whom it means, and its mention with the reason. */
export interface Resolution {
  readonly who: Who;
  readonly mention: Mention;
}

export function newWho(kind: SpeakerKind, introduction: Span, more: Partial<Who> = {}): Who {
  return {
    kind,
    name: null,
    introduction,
    entity: null,
    gender: null,
    plural: kind === 'group',
    nouns: [],
    ...more,
  };
}

/** The mention at `span` means `who`, as the passage `antecedent` shows. */
export function resolvedBy(
  who: Who,
  span: Span,
  antecedent: Span,
  form: MentionForm,
  code: string,
): Resolution {
  return { who, mention: { span, form, antecedent, reason: reason(code, span, antecedent) } };
}

/** The mention at `span` stands for itself: it names or describes somebody new. */
export function introduces(who: Who, span: Span, form: MentionForm, code: string): Resolution {
  return { who, mention: { span, form, antecedent: null, reason: reason(code, span) } };
}

/** Nobody can be told, for the reason given. */
export function unresolved(
  span: Span,
  form: MentionForm,
  code: string,
  ...evidence: readonly Span[]
): Resolution {
  return {
    who: newWho('unnamed', span),
    mention: { span, form, antecedent: null, reason: reason(code, span, ...evidence) },
  };
}
