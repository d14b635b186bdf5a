/** What every way of resolving a source reads: the names, the discourse so far, and the tokens of a passage. */
import type { Span } from '../../text/span.ts';
import { hull, overlaps, textOf } from '../../text/span.ts';
import type { Steps } from '../../text/steps.ts';
import type { BlockFacts } from '../blockFacts.ts';
import type { Attribution, Block, Quotation } from '../facts.ts';
import type { Token } from '../tokens.ts';
import { Discourse } from './discourse.ts';
import { introductionOf } from './mentions.ts';
import { lastAtOrBefore } from '../../text/search.ts';
import { EntityIndex } from './entityIndex.ts';
import type { Register } from './register.ts';
import { type Entity, entityGender, type NameMention } from './entity.ts';
import type { Who } from './who.ts';
import { newWho } from './who.ts';

/** How many of the latest quotations are asked whether a word stands inside them. */
const LATEST = 8;

interface Said {
  readonly content: Span;
  readonly who: Who;
}

export class Context {
  readonly discourse: Discourse;
  /** Whether the article is told in conversation, as a story is. */
  readonly inConversation: boolean;
  readonly index: EntityIndex;
  /** Where somebody without a name was last brought in by a noun: `a miner` in `she married a miner`. */
  readonly introduced = new Map<string, Span>();
  private readonly blockStarts: readonly number[];
  private readonly byEntity = new Map<Entity, Who>();
  private readonly described = new Map<string, Who>();
  private readonly said: Said[] = [];
  /** Paragraphs of an interview that are spoken as they stand. */
  private readonly answers = new Set<number>();
  private saidInOrder: Said[] | null = null;

  constructor(
    readonly text: string,
    readonly blocks: readonly Block[],
    readonly facts: readonly BlockFacts[],
    readonly register: Register,
    { quotations, inConversation }: { quotations: readonly Quotation[]; inConversation: boolean },
  ) {
    this.inConversation = inConversation;
    this.index = new EntityIndex(register.entities);
    this.blockStarts = blocks.map(({ span }) => span.start);
    this.discourse = new Discourse(blocks, facts, quotations);
  }

  /** Reads where everybody is named, in steps; to be taken before anything is resolved. */
  *noteNames(): Steps<void> {
    yield* this.discourse.noteNames(this.register.mentions, ({ entity }) => this.whoIs(entity));
  }

  /** The speaker that an entry of the register stands for. */
  whoIs(entity: Entity): Who {
    const known = this.byEntity.get(entity);
    if (known) return known;
    const person = entity.kind === 'person';
    const who = this.isFamily(entity)
      ? newWho('group', introductionOf(entity), { entity })
      : newWho(person ? 'person' : 'organisation', introductionOf(entity), {
          name: this.words(entity.name),
          entity,
          gender: person ? entityGender(entity) : null,
        });
    this.byEntity.set(entity, who);
    return who;
  }

  /** `the Hales`, when the article names a Hale. */
  private isFamily({ kind, words, articles }: Entity): boolean {
    if (kind === 'place' || words.length > 1 || !articles) return false;
    const surname = /^(.+?)(?:(?<=[sxz]|[cs]h)es|s)$/.exec(words[0]!)?.[1];
    return surname !== undefined && this.register.byLastWord.get(surname)?.kind === 'person';
  }

  /** A body that only a description names: `the Hale office`. The same words mean the same body. */
  bodyCalled(name: string, introduction: Span): Who {
    const key = name.toLowerCase();
    const who = this.described.get(key) ?? newWho('organisation', introduction, { name });
    this.described.set(key, who);
    return who;
  }

  /** The text of a passage on one line. */
  words(span: Span): string {
    return textOf(this.text, span).replace(/\s+/g, ' ');
  }

  /** Index of the block that holds the offset. */
  blockAt(offset: number): number {
    return lastAtOrBefore(this.blockStarts, offset, (start) => start);
  }

  /** The tokens of the passages, which lie in one block, with offsets of the article. */
  tokensIn(spans: readonly Span[]): Token[] {
    const block = this.blockAt(spans[0]?.start ?? 0);
    const facts = this.facts[block];
    if (!facts) return [];
    const at = this.blockStarts[block]!;
    const result: Token[] = [];
    for (const { start, end } of spans) {
      const first = lastAtOrBefore(facts.tokens, start - at, (token) => token.start);
      for (let i = Math.max(0, first); i < facts.tokens.length && facts.tokens[i]!.start + at < end; i++) {
        const token = facts.tokens[i]!;
        if (token.end + at > start) result.push({ ...token, start: token.start + at, end: token.end + at });
      }
    }
    return result;
  }

  /** The names in the passages, in text order. */
  namesIn(spans: readonly Span[]): NameMention[] {
    const whole = hull(spans);
    const { mentions } = this.register;
    const result: NameMention[] = [];
    if (!whole) return result;
    // A body named after somebody begins where the name does: step back over both.
    const first = Math.max(0, lastAtOrBefore(mentions, whole.start, ({ name }) => name.start) - 1);
    for (let i = first; i < mentions.length && mentions[i]!.name.start < whole.end; i++) {
      if (spans.some((span) => overlaps(span, mentions[i]!.name))) result.push(mentions[i]!);
    }
    return result;
  }

  /** Remembers whose words an attribution gives. */
  noteSaid({ content, reason }: Attribution, who: Who): void {
    for (const span of content) {
      this.said.push({ content: span, who });
      if (reason.code === 'interview-answer') this.answers.add(this.blockAt(span.start));
    }
  }

  /** Of the speakers resolved so far the one of the quotation or turn around a passage. */
  speakerAround(span: Span): Who | null {
    return this.isSpoken(span) ? around(this.said, this.said.length - 1, span) : null;
  }

  private isSpoken({ start }: Span): boolean {
    const block = this.blockAt(start);
    return this.blocks[block]?.kind === 'turn' || this.answers.has(block) || this.discourse.isQuoted(start);
  }

  /** The same once all sources before and after the passage are resolved: `“I won,” said Ana Vale`. */
  speakerAroundAtLast(span: Span): Who | null {
    if (!this.isSpoken(span)) return null;
    this.saidInOrder ??= [...this.said].sort((a, b) => a.content.start - b.content.start);
    const last = lastAtOrBefore(this.saidInOrder, span.start, ({ content }) => content.start);
    return around(this.saidInOrder, last, span);
  }
}

function around(said: readonly Said[], last: number, span: Span): Who | null {
  for (let i = last; i >= 0 && i > last - LATEST; i--) {
    const { content, who } = said[i]!;
    if (content.start <= span.start && span.end <= content.end) return who;
  }
  return null;
}
