/**
 * Who is in the reader's mind at a place of the article: named lately, as a subject, as the last to speak. After the
 * salience factors of Lappin and Leass (1994), with the weights news copy asks for.
 */
import type { Span } from '../../text/span.ts';
import type { Steps } from '../../text/steps.ts';
import type { BlockFacts } from '../blockFacts.ts';
import type { Block, Quotation } from '../facts.ts';
import type { Gender } from '../../language/en/titles.ts';
import type { NameMention } from './entity.ts';
import { lastAtOrBefore } from '../../text/search.ts';
import type { Who } from './who.ts';

const REACH_IN_SENTENCES = 12;
const REACH_IN_MENTIONS = 60;
/** So many names are noted in one step. */
const NAMES_PER_STEP = 512;
const FADING_PER_SENTENCE = 0.7;
/** A new paragraph turns to somebody else more often than a new sentence does. */
const FADING_PER_PARAGRAPH = 0.65;
/** What a subject of the same paragraph counts more: the paragraph is about it. */
const TOPIC = 1.6;
const WEIGHT = {
  subject: 1,
  object: 0.55,
  possessive: 0.5,
  attributive: 0.2,
  speaker: 1.1,
  pronoun: 0.5,
  quoted: 0.35,
  headline: 0.5,
};

/** One act of naming or speaking that keeps somebody in mind. */
interface Trace {
  readonly at: number;
  readonly sentence: number;
  readonly paragraph: number;
  readonly weight: number;
  readonly quoted: boolean;
  readonly span: Span;
  readonly who: Who;
}

export interface CandidateOptions {
  readonly admits: (who: Who) => boolean;
  /** Passages whose names count less: the words said, when `he said` follows them. */
  readonly discounted?: readonly Span[];
}

export interface Candidate {
  readonly who: Who;
  readonly score: number;
  /** The latest passage that names them. */
  readonly antecedent: Span;
}

export class Discourse {
  private readonly sentenceStarts: number[] = [];
  /** Those of the story: what somebody says, however long, takes the reader no farther away than one sentence. */
  private readonly toldStarts: number[] = [];
  private readonly quoted: readonly Span[];
  private readonly names: Trace[] = [];
  /** Sources resolved so far, in text order. */
  private readonly speakers: Trace[] = [];

  constructor(
    private readonly blocks: readonly Block[],
    facts: readonly BlockFacts[],
    quotations: readonly Quotation[],
  ) {
    facts.forEach((fact, block) => {
      for (const sentence of fact.sentences)
        this.sentenceStarts.push(sentence.start + blocks[block]!.span.start);
    });
    this.quoted = quotations
      .filter(({ parent, kind }) => parent === null && kind !== 'partial')
      .map(({ inner }) => inner);
    for (const start of this.sentenceStarts) if (!this.isQuoted(start)) this.toldStarts.push(start);
  }

  /** Remembers where people are named, in steps; before anything is asked. */
  *noteNames(mentions: readonly NameMention[], whoOf: (mention: NameMention) => Who): Steps<void> {
    for (const [i, mention] of mentions.entries()) {
      if (i % NAMES_PER_STEP === 0) yield;
      const sentence = this.toldAt(mention.name.start);
      const opens = this.sentenceStarts[this.sentenceAt(mention.full.start)] === mention.full.start;
      const isHeadline = this.blocks[mention.block]!.kind === 'headline';
      this.names.push({
        at: mention.name.start,
        sentence,
        paragraph: mention.block,
        weight: weightOf(mention, opens) * (isHeadline ? WEIGHT.headline : 1),
        quoted: this.isQuoted(mention.name.start),
        span: mention.name,
        who: whoOf(mention),
      });
    }
  }

  /** Number of the sentence at an offset, counted over the article. */
  sentenceAt(offset: number): number {
    return lastAtOrBefore(this.sentenceStarts, offset, (start) => start);
  }

  /** The same, counted over the sentences of the story. */
  private toldAt(offset: number): number {
    return lastAtOrBefore(this.toldStarts, offset, (start) => start);
  }

  private paragraphAt(offset: number): number {
    return lastAtOrBefore(this.blocks, offset, ({ span }) => span.start);
  }

  isQuoted(offset: number): boolean {
    const i = lastAtOrBefore(this.quoted, offset, ({ start }) => start);
    return i >= 0 && offset < this.quoted[i]!.end;
  }

  /** Remembers that somebody spoke here, or was spoken of without a name. Called in text order. */
  note(who: Who, span: Span, role: 'speaker' | 'subject' | 'object' | 'pronoun'): void {
    this.speakers.push({
      at: span.start,
      sentence: this.toldAt(span.start),
      paragraph: this.paragraphAt(span.start),
      weight: WEIGHT[role],
      quoted: this.isQuoted(span.start),
      span,
      who,
    });
  }

  /** Whom a word at `offset` can mean, best first. */
  candidates(offset: number, { admits, discounted = [] }: CandidateOptions): Candidate[] {
    const sentence = this.toldAt(offset);
    const paragraph = this.paragraphAt(offset);
    const quoted = this.isQuoted(offset);
    const scores = new Map<Who, { score: number; antecedent: Span }>();
    for (const traces of [this.names, this.speakers]) {
      let i = lastAtOrBefore(traces, offset - 1, ({ at }) => at);
      for (let seen = 0; i >= 0 && seen < REACH_IN_MENTIONS; i--, seen++) {
        const trace = traces[i]!;
        const distance = sentence - trace.sentence;
        if (distance > REACH_IN_SENTENCES) break;
        if (!admits(trace.who)) continue;
        const said =
          (trace.quoted && !quoted) ||
          discounted.some(({ start, end }) => start <= trace.at && trace.at < end);
        const across = said ? WEIGHT.quoted : 1;
        const isTopic = !said && trace.paragraph === paragraph && trace.weight >= WEIGHT.subject;
        const topic = isTopic && trace.who.kind === 'person' ? TOPIC : 1;
        const score =
          trace.weight *
          across *
          topic *
          FADING_PER_SENTENCE ** distance *
          FADING_PER_PARAGRAPH ** (paragraph - trace.paragraph);
        const known = scores.get(trace.who);
        if (!known) scores.set(trace.who, { score, antecedent: trace.span });
        else {
          known.score += score;
          if (trace.span.start > known.antecedent.start) known.antecedent = trace.span;
        }
      }
    }
    return [...scores]
      .map(([who, { score, antecedent }]) => ({ who, score, antecedent }))
      .sort((a, b) => b.score - a.score);
  }

  /** The source resolved last before `offset`. */
  lastSpeaker(offset: number): { who: Who; span: Span; sentence: number } | undefined {
    return this.speakers[lastAtOrBefore(this.speakers, offset - 1, ({ at }) => at)];
  }
}

/** The name that opens a sentence is its subject even where a long aside keeps the verb away. */
function weightOf({ phrase }: NameMention, opensSentence: boolean): number {
  if (phrase.attributive) return WEIGHT.attributive;
  if (phrase.possessive) return WEIGHT.possessive;
  if (opensSentence || (phrase.beforeVerb && !phrase.afterPreposition)) return WEIGHT.subject;
  return WEIGHT.object;
}

/** Whether somebody of this gender can be meant by a word that tells one; unknown admits both. */
export function agrees(known: Gender | null, wanted: Gender | null): boolean {
  return known === null || wanted === null || known === wanted;
}
