/**
 * Lists under a lead-in that says whose they are: `According to the trust:` · `The trust says:` · `Vale said it had two
 * aims:` · `The trust gave these figures:`. The items are what is said, or the rest of it; so is the paragraph behind
 * such a colon, where nobody else speaks in it.
 */
import type { Span } from '../../text/span.ts';
import { shift } from '../../text/span.ts';
import { canReport } from '../attributions/phrases.ts';
import { reason } from '../reasons.ts';
import type { Token } from '../tokens.ts';
import type { Draft } from './draft.ts';

/** Words of who says it at most. */
const LONGEST_SOURCE = 14;
/** Words of who is told, at most. */
const LONGEST_LISTENER = 6;
const CONFIDENCE = 0.7;

/** Adds an attribution for every such list. Linear in the number of blocks. */
export function attributeLists(draft: Draft): void {
  const { blocks, prose } = draft;
  for (let p = 0; p + 1 < prose.length; p++) {
    if (blocks[prose[p]!]!.kind === 'list-item') continue;
    const items = listAt(draft, p + 1) ?? paragraphAt(draft, p + 1);
    if (items.length === 0) continue;
    const giver = giverIn(draft, prose[p]!);
    const open = openReport(draft, prose[p]!);
    if (giver) addList(draft, giver, items);
    else if (open !== null) for (const item of items) draft.extendContent(open, item);
  }
}

/** The items of the list that begins at a place in `prose`; null for no list. */
function listAt({ blocks, prose }: Draft, from: number): Span[] | null {
  const items: Span[] = [];
  for (let k = from; k < prose.length && blocks[prose[k]!]!.kind === 'list-item'; k++)
    items.push(blocks[prose[k]!]!.span);
  return items.length > 0 ? items : null;
}

/** The paragraph at a place in `prose`, when nobody speaks in it; else none. */
function paragraphAt(draft: Draft, at: number): Span[] {
  const block = draft.prose[at]!;
  const { kind, span } = draft.blocks[block]!;
  const isPlain =
    kind === 'paragraph' &&
    draft.isTalk(block) &&
    draft.attributionsOf[block]!.length === 0 &&
    draft.facts[block]!.quotations.length === 0;
  return isPlain ? [span] : [];
}

/** The report of the block whose content goes on behind the colon that ends it. */
function openReport(draft: Draft, block: number): number | null {
  const { start: at, end } = draft.blocks[block]!.span;
  if (!draft.isTalk(block) || !/:\s*$/.test(draft.text.slice(Math.max(0, end - 4), end))) return null;
  const found = draft.attributionsOf[block]!.findLast((index) => {
    const { source, cue, content, parent } = draft.attributions[index]!;
    const last = Math.max(...[...cue, ...content].map((part) => part.end));
    const isIn = (spans: readonly Span[], { start }: Token): boolean =>
      spans.some((part) => part.start <= start + at && start + at < part.end);
    // `had two aims`, or `gave these figures`, `points out some statistics`
    const goesOn = draft.facts[block]!.tokens.some(
      (token) =>
        (token.pos === 'VERB' || token.pos === 'AUX') &&
        (isIn(content, token) || (isIn(cue, token) && canReport(token))),
    );
    return (
      goesOn && source.length > 0 && parent === null && /^[\s*_]*:?\s*$/.test(draft.text.slice(last, end))
    );
  });
  return found ?? null;
}

interface Giver {
  readonly source: Span;
  readonly cue: Span;
}

function addList(draft: Draft, { source, cue }: Giver, content: readonly Span[]): void {
  draft.add({
    kind: 'indirect',
    source: [source],
    cue: [cue],
    content,
    speaker: null,
    parent: null,
    confidence: CONFIDENCE,
    reason: reason('led-in', source),
  });
}

/** Whoever the last sentence of the block gives what follows its colon to. */
function giverIn(draft: Draft, block: number): Giver | null {
  const { tokens, sentences } = draft.facts[block]!;
  const sentence = sentences.at(-1);
  if (!draft.isTalk(block) || tokens.at(-1)?.text !== ':' || !sentence) return null;
  const words = tokens
    .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
    .slice(0, -1);
  const giver = accordingTo(words) ?? sayer(words);
  const at = draft.blocks[block]!.span.start;
  const reportsMore = draft.attributionsOf[block]!.some((index) =>
    draft.attributions[index]!.cue.some(({ start }) => start >= sentence.start + at),
  );
  return giver && !reportsMore ? { source: shift(giver.source, at), cue: shift(giver.cue, at) } : null;
}

function accordingTo(words: readonly Token[]): Giver | null {
  const isForm = words[0]?.lower === 'according' && words[1]?.lower === 'to' && words.length > 2;
  return isForm && words.length <= LONGEST_SOURCE + 2
    ? { source: across(words.slice(2)), cue: across(words.slice(0, 2)) }
    : null;
}

/** `The trust says`, `Its report found`, `Vale told the board`: a subject, a verb of reporting, at most a listener. */
function sayer(words: readonly Token[]): Giver | null {
  const at = words.findIndex(({ pos }) => pos === 'VERB');
  const verb = words[at];
  if (!verb || at === 0 || at > LONGEST_SOURCE) return null;
  const subject = words.slice(0, at);
  const listener = words.slice(at + 1);
  const hasListener = verb.lemma === 'tell' && listener.length <= LONGEST_LISTENER && listener.length > 0;
  const isForm = hasListener || (listener.length === 0 && canReport(verb));
  return isForm && isPhrase(subject) && isPhrase(listener)
    ? { source: across(subject), cue: across([verb]) }
    : null;
}

function isPhrase(words: readonly Token[]): boolean {
  return words.every(({ pos }) => pos !== 'VERB' && pos !== 'AUX' && pos !== 'PUNCT');
}

function across(words: readonly Token[]): Span {
  return { start: words[0]!.start, end: words.at(-1)!.end };
}
