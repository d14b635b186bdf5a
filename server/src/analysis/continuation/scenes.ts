/**
 * Whose turn it is in a conversation. A new paragraph is the other one's turn: whoever was spoken to by name just
 * before, or else the other of the two who talk. `he`, `his wife` are whoever of the two did not speak last. Where a
 * third voice joins in, or a longer passage of telling comes between, nobody is inferred until a cue says who speaks.
 */
import type { Span } from '../../text/span.ts';
import { Addressees } from './addressees.ts';
import { canUtter } from '../attributions/phrases.ts';
import type { Draft } from './draft.ts';
import { canBeSame } from './genderShown.ts';
import { carry, fromBeside, isOnlyQuotation, isUtterance, unattributed } from './inference.ts';
import { firstSubject, lastSubject, opensWithNoun, toldListener } from './neighbours.ts';
import type { NamePhrase } from '../speakers/names/namePhrase.ts';
import { findNames } from '../speakers/names.ts';

/** How many paragraphs in a row may go on without a cue. */
const MOST_CARRIED = 12;
/** The last turns, of which all must be those of two people. */
const MEMORY = 4;
/** A paragraph of telling with no more words than this does not end an exchange: `No answer.` */
const SHORT = 9;

/** `Nobody knew what to answer.`: no turn of anybody's. */
const NOBODY: ReadonlySet<string> = new Set(['nobody', 'none', 'neither', 'nothing']);

/** Of those who spoke in a scene so many are kept in mind. */
const MOST_PRESENT = 3;
/** So many characters behind the last words are read for somebody's leaving. */
const LONGEST_LEAVING = 200;
const LEAVING =
  /\b(?:(?:shut|closed|slammed) the door|(?:went|walked|hurried|ran|stormed|slipped) (?:out|off|away)|left the (?:room|house|kitchen|office|table)|hung up|rang off|was gone)\b(?! (?:of|on|with) (?:him|her|them|me))/i;

const SILENCE =
  /\b(?:nothing|silent|silence|no (?:answer|reply|word)|n(?:o|['’])t (?:answer|reply|speak|say|move|stir|look))\b/i;
/** What people do with their faces before they speak. */
const FACES: ReadonlySet<string> = new Set(
  (
    'sigh chuckle laugh smile grin flush blush redden pale frown scowl wince hesitate pause start shrug gasp groan snort ' +
    'sniff cough swallow stiffen brighten bridle giggle grunt colour color pout'
  ).split(' '),
);

interface Turn {
  readonly block: number;
  /** Who speaks, as far as words tell speakers apart; null when not known. */
  readonly id: string | null;
  readonly source: readonly Span[];
  /** Quotations that nobody says yet. */
  readonly open: readonly number[];
  /** Whom the turn speaks to by name. */
  readonly addressee: Span | null;
  readonly carried: number;
  /** A gesture that leaves open who speaks next: `Anna nodded.` */
  readonly pause?: boolean;
  /** Whose face it told of last, when that is somebody who has not just spoken: `Anna sighed.` */
  readonly face?: Voice | null;
}

/** Somebody whose turn it may be. */
type Voice = Pick<Turn, 'id' | 'source'>;

/** Adds an attribution for every quotation of a conversation whose speaker the turns around it show. */
export function carryInScenes(draft: Draft): void {
  new SceneReader(draft).read();
}

class SceneReader {
  private readonly addressees: Addressees;
  /** The turns since the last longer passage of telling. */
  private turns: Turn[] = [];
  /** Who spoke in the scene and is still there, the last one first. */
  private present: readonly Turn[] = [];

  constructor(private readonly draft: Draft) {
    this.addressees = new Addressees(draft);
  }

  read(): void {
    const { draft } = this;
    draft.prose.forEach((block, p) => {
      if (!draft.isTalk(block) || this.isBreak(block)) {
        this.closeExchange();
        this.present = [];
        return;
      }
      if (this.goesOn(block)) return;
      const spoken = draft.topQuotations[block]!.filter((index) => isUtterance(draft, index));
      const turn = spoken.length > 0 ? this.spokenTurn(block, p, spoken.at(-1)!) : this.silentTurn(block, p);
      if (turn) this.add(turn);
      else if (spoken.length > 0 || this.wordsIn(block) > SHORT) this.closeExchange();
    });
    this.closeExchange();
  }

  /** Whether the paragraph opens with a mark to go on with the words of the one before: no turn of its own. */
  private goesOn(block: number): boolean {
    const { draft } = this;
    const [first] = draft.topQuotations[block]!;
    const before = first === undefined ? null : draft.quotations[first]!.continues;
    const last = this.turns.at(-1);
    if (before === null || !last) return false;
    const { attribution } = draft.quotations[before]!;
    if (attribution !== null) {
      for (const open of unattributed(draft, block)) {
        draft.quotations[open]!.attribution = attribution;
        draft.extendContent(attribution, draft.quotations[open]!.span);
      }
    }
    const open = attribution === null ? [...last.open, ...unattributed(draft, block)] : last.open;
    this.turns[this.turns.length - 1] = { ...last, block, open };
    return true;
  }

  /** `CHAPTER II. THE FERRY` · `IV` · `* * *`: a line without a small letter begins another scene. */
  private isBreak(block: number): boolean {
    const { start, end } = this.draft.blocks[block]!.span;
    return (
      this.draft.topQuotations[block]!.length === 0 && !/\p{Ll}/u.test(this.draft.text.slice(start, end))
    );
  }

  private add(turn: Turn): void {
    this.turns.push(turn);
    if (turn.id === null) return;
    const others = this.present.filter(({ id }) => id !== turn.id);
    this.present = this.leaves(turn.block) ? others : [turn, ...others].slice(0, MOST_PRESENT);
  }

  /** The two who spoke last. */
  private get two(): readonly Turn[] {
    return this.present.slice(0, 2);
  }

  /** `… said Anna, and shut the door.`: whoever spoke has gone. */
  private leaves(block: number): boolean {
    const { text, blocks, topQuotations, quotations } = this.draft;
    const spoken = topQuotations[block]!.at(-1);
    const from = spoken === undefined ? blocks[block]!.span.start : quotations[spoken]!.span.end;
    return LEAVING.test(text.slice(from, Math.min(blocks[block]!.span.end, from + LONGEST_LEAVING)));
  }

  private closeExchange(): void {
    this.fillBackwards();
    this.turns = [];
  }

  /** A paragraph with speech. Who says its last quotation speaks. */
  private spokenTurn(block: number, p: number, last: number): Turn {
    const { draft } = this;
    const addressee = this.addressees.of(block) ?? toldListener(draft, block, last);
    const open = unattributed(draft, block);
    if (open.length > 0 && fromBeside(draft, block, p, open) === null && isOnlyQuotation(draft, block)) {
      const next = this.nextVoice(block, draft.prose[p - 1]);
      if (!next) return { block, id: null, source: [], open, addressee, carried: 0 };
      carry(draft, open, next.source, next.code, 0.5);
      const carried = (this.turns.at(-1)?.carried ?? 0) + 1;
      return { block, id: next.id, source: next.source, open: [], addressee, carried };
    }
    const { attribution } = draft.quotations[last]!;
    const source = attribution === null ? [] : draft.attributions[attribution]!.source;
    return { block, ...this.voiceOf(source, p), open: [], addressee, carried: 0 };
  }

  /**
   * `Mr. Bond replied that he had not.` · `Anna said nothing.` are turns. A gesture is none: `Anna sighed.` leads to her own
   * words, and `Anna held out her hand.` to anybody's.
   */
  private silentTurn(block: number, p: number): Turn | null {
    const { attributionsOf, attributions } = this.draft;
    const words = this.wordsIn(block);
    if (words > 2 * SHORT) return null;
    const report = attributionsOf[block]!.find((index) => {
      const { source, cue, parent } = attributions[index]!;
      return source.length > 0 && parent === null && cue.some((span) => this.utters(block, span));
    });
    const subject = report === undefined && words <= SHORT ? firstSubject(this.draft, block) : null;
    const source = report !== undefined ? attributions[report]!.source : subject ? [subject] : [];
    if (source.length === 0)
      return words <= SHORT && opensWithNoun(this.draft, block) ? this.pause(block) : null;
    if (NOBODY.has(this.lastWord(source) ?? '')) return null;
    const voice = this.voiceOf(source, p);
    const turn = { block, ...voice, open: [], addressee: null, carried: 0 };
    if (report !== undefined || this.isSilence(block)) return turn;
    const last = this.turns.at(-1);
    const answers = last !== undefined && last.id !== voice.id && !last.pause && this.isFace(block);
    return { ...this.pause(block), face: answers ? voice : null };
  }

  private pause(block: number): Turn {
    return { block, id: null, source: [], open: [], addressee: null, carried: 0, pause: true };
  }

  /** `replied`, not `did not know`. */
  private utters(block: number, { start, end }: Span): boolean {
    const at = this.draft.blocks[block]!.span.start;
    return this.draft.facts[block]!.tokens.some(
      (token) => token.start + at >= start && token.end + at <= end && canUtter(token),
    );
  }

  /** `Anna said nothing.` · `He did not answer.` */
  private isSilence(block: number): boolean {
    const { start, end } = this.draft.blocks[block]!.span;
    return SILENCE.test(this.draft.text.slice(start, end));
  }

  /** `Anna sighed.`: a face or a breath that words follow. */
  private isFace(block: number): boolean {
    return this.draft.facts[block]!.tokens.some(({ lemma, pos }) => pos === 'VERB' && FACES.has(lemma));
  }

  private wordsIn(block: number): number {
    const { start, end } = this.draft.blocks[block]!.span;
    return this.draft.text.slice(start, end).split(/\s+/).length;
  }

  /** Whose turn comes now in this block, unless its words speak to that very person. */
  private nextVoice(block: number, before: number | undefined): (Voice & { code: string }) | null {
    const last = this.turns.at(-1) ?? null;
    if (last === null) return this.toldOf(block, before);
    if (last.carried >= MOST_CARRIED) return null;
    if (last.pause) {
      const isNext = last.face && last.block === before && !this.speaksTo(block, last.face.id);
      return isNext ? { ...last.face, code: 'carried-over-beat' } : null;
    }
    // Who did not answer (`No answer.`) does not speak now either.
    if (last.addressee && last.block === before) {
      const id = this.lastWord([last.addressee]);
      if (id !== last.id && !this.speaksTo(block, id))
        return { id, source: [last.addressee], code: 'carried-over-addressed' };
    }
    const other = this.otherVoice(last);
    return other && !this.speaksTo(block, other.id) ? { ...other, code: 'carried-over-alternating' } : null;
  }

  /** `The doctor bent down.`, and a paragraph of words: whom the telling came to last, but for a teller who says `I`. */
  private toldOf(block: number, before: number | undefined): (Voice & { code: string }) | null {
    if (before === undefined || !this.draft.isTalk(before) || this.draft.topQuotations[before]!.length > 0)
      return null;
    const subject = lastSubject(this.draft, before);
    if (!subject) return null;
    const id = this.lastWord([subject]);
    return this.speaksTo(block, id) ? null : { id, source: [subject], code: 'carried-over-beat' };
  }

  /** The other of the two who talk; null when more than two do, or it is not known who spoke last but one. */
  private otherVoice(last: Turn): Voice | null {
    if (last.id === null) {
      const before = this.turns.at(-2);
      return before && before.id !== null ? before : null;
    }
    const voices = new Set(this.turns.slice(-MEMORY).map(({ id }) => id));
    voices.delete(null);
    return voices.size > 2 ? null : this.otherThan(last.id);
  }

  private otherThan(id: string): Voice | null {
    return this.two.find((turn) => turn.id !== id) ?? null;
  }

  /** Between two, a turn that nobody is given for is that of whoever did not speak next. */
  private fillBackwards(): void {
    const voices: Voice[] = [...this.turns];
    for (let i = this.turns.length - 2; i >= 0; i--) {
      const { id, open, block } = this.turns[i]!;
      const next = voices[i + 1]!;
      if (id !== null || next.id === null || open.length === 0) continue;
      if (this.turns[i + 1]!.pause) continue;
      const after = voices[i + 2];
      const isOther = after && after.id !== null && after.id !== next.id;
      const other = isOther ? after : this.otherThan(next.id);
      if (!other || this.speaksTo(block, other.id)) continue;
      carry(this.draft, open, other.source, 'carried-over-alternating', 0.4);
      voices[i] = other;
    }
  }

  /** Whether the block's own words speak to the person by name. */
  private speaksTo(block: number, id: string | null): boolean {
    const addressee = this.addressees.of(block);
    return addressee !== null && this.lastWord([addressee]) === id;
  }

  /**
   * What tells a speaker from the other: the last word of a name. A pronoun, and whoever is named by the other
   * (`his wife`), is the one of the two who did not speak last; at the start of a scene, a pronoun is the one person whom
   * the telling has just named.
   */
  private voiceOf(source: readonly Span[], p: number): Voice {
    const own = this.lastWord(source);
    if (own === null || own === 'it') return { id: null, source };
    if (!this.leans(source) || this.two.some(({ id }) => id === own)) return { id: own, source };
    const named = this.namedBefore(p, source[0]!);
    if (named !== null) return { id: named, source };
    const last = this.turns.at(-1)?.id ?? null;
    const told = last === null ? this.justTold(p) : null;
    const fits = (turn: Turn): boolean => canBeSame(this.textOf(turn.source), this.textOf(source));
    const known = last === null ? this.present.slice(0, 1) : this.two.filter(({ id }) => id !== last);
    return { id: told ?? known.find(fits)?.id ?? own, source };
  }

  /** `Anna got up. “No,” she told him.`: the only name in the telling of the paragraph before its pronoun. */
  private namedBefore(p: number, pronoun: Span): string | null {
    const { draft } = this;
    const block = draft.prose[p]!;
    const at = draft.blocks[block]!.span.start;
    const before = findNames(draft.facts[block]!).filter(({ span }) => span.end + at <= pronoun.start);
    const told = before.filter(({ span }) =>
      draft.topQuotations[block]!.every((index) => {
        const quoted = draft.quotations[index]!.span;
        return span.end + at <= quoted.start || span.start + at >= quoted.end;
      }),
    );
    const id = onlyLastWord(told);
    const [first] = told[0]?.words ?? [];
    // `Lydia Pelham` is not the Mrs. Pelham who has spoken.
    const namesake = this.present.find((turn) => turn.id === id);
    return namesake && first !== id && !this.textOf(namesake.source).toLowerCase().includes(first!)
      ? null
      : id;
  }

  /** The only name in the paragraph before, when that is telling or nobody has spoken yet. */
  private justTold(p: number): string | null {
    const { draft } = this;
    const block = draft.prose[p - 1];
    if (block === undefined || (this.present.length > 0 && draft.topQuotations[block]!.length > 0))
      return null;
    return onlyLastWord(findNames(draft.facts[block]!));
  }

  private leans(source: readonly Span[]): boolean {
    return /^(?:he|she|they|(?:his|her|their)\b.*)$/is.test(this.textOf(source));
  }

  /** The last word before any comma, in lower case. */
  private lastWord(source: readonly Span[]): string | null {
    const [phrase = ''] = this.textOf(source).split(',');
    return /(\p{L}+)[^\p{L}]*$/u.exec(phrase)?.[1]?.toLowerCase() ?? null;
  }

  private textOf(source: readonly Span[]): string {
    return source.map(({ start, end }) => this.draft.text.slice(start, end)).join(' ');
  }
}

/** The last word of the names, when all have the same. */
function onlyLastWord(names: readonly NamePhrase[]): string | null {
  const words = new Set(names.map((name) => name.words.at(-1)!));
  const [only] = words;
  return words.size === 1 ? only! : null;
}
