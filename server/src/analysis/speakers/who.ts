/** One speaker while the article is being resolved; becomes a `Speaker` fact in the end. */
import type { Span } from '../../text/span.ts';
import type { Mention, SpeakerKind } from '../facts.ts';
import type { Gender } from '../../language/en/titles.ts';
import type { Entity } from './register.ts';

export interface Who {
  readonly kind: SpeakerKind;
  /** The entry of the register, for those the article names. */
  readonly entity: Entity | null;
  readonly name: string | null;
  gender: Gender | null;
  readonly plural: boolean;
  /** The passage that names or describes them first. */
  introduction: Span;
  /** Found so far: sources that are not names. */
  readonly mentions: Mention[];
  /** Whether an attribution has them as its source. */
  speaks: boolean;
  speaksFor: Who | null;
}
