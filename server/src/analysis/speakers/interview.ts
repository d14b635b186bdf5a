/**
 * Interviews printed as questions and answers: `Q: …`, `A: …`. The lines before the first question say who asks whom; the
 * reporter asks, and the one other person answers. Where there are several others, the headline's is meant, or nobody.
 */
import { textOf } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import type { Block } from '../facts.ts';
import type { Entity } from './entity.ts';
import type { Register } from './register.ts';

const QUESTION = /^(?:Q|Question)\.?$/;
const ANSWER = /^(?:A|Answer)\.?$/;
const ASKERS: ReadonlySet<string> = new Set(
  'reporter correspondent journalist host presenter anchor moderator interviewer editor columnist writer'.split(
    ' ',
  ),
);

export class Interview {
  private constructor(
    private readonly asks: Entity | null,
    private readonly answers: Entity | null,
  ) {}

  /** The interview that the article is; null when it is none, or some turns have names for labels. */
  static in(text: string, blocks: readonly Block[], { mentions, author }: Register): Interview | null {
    const first = blocks.findIndex(({ kind, label }) => kind === 'turn' && label !== undefined);
    if (first < 0) return null;
    const isLabel = (label: Span): boolean =>
      QUESTION.test(textOf(text, label)) || ANSWER.test(textOf(text, label));
    if (!blocks.every(({ kind, label }) => kind !== 'turn' || label === undefined || isLabel(label)))
      return null;
    const before = mentions.filter(({ block, entity }) => block < first && entity.kind === 'person');
    const people = [...new Set(before.map(({ entity }) => entity))];
    const asks = people.find(isAsker) ?? author;
    const others = people.filter((person) => person !== asks);
    const inHeadline = others.filter(({ mentions: named }) =>
      named.some(({ block }) => blocks[block]!.kind === 'headline'),
    );
    const [answers = null, ...more] = others.length > 1 ? inHeadline : others;
    return new Interview(asks, more.length > 0 ? null : answers);
  }

  /** Whom the label of a turn means; null for any other words, and where the article does not say. */
  labelled(label: string): Entity | null {
    if (QUESTION.test(label)) return this.asks;
    return ANSWER.test(label) ? this.answers : null;
  }
}

function isAsker({ roles }: Entity): boolean {
  return roles.some(({ head }) => ASKERS.has(head));
}
