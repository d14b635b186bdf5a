/**
 * Lists under a lead-in that says whose they are: `According to the trust:` · `The trust says:` · `Vale said it had two
 * aims:`. The items are what is said, or the rest of it.
 */
import { CUE_CLASSES_BY_LEMMA, REPORT_CLASSES } from '../../language/en/reportingCues.ts';
import type { Span } from '../../text/span.ts';
import { shift } from '../../text/span.ts';
import { reason } from '../reasons.ts';
import type { Token } from '../tokens.ts';
import type { Draft } from './draft.ts';

/** Words of who says it at most. */
const LONGEST_SOURCE = 14;
const CONFIDENCE = 0.7;

/** Adds an attribution for every such list. Linear in the number of blocks. */
export function attributeLists(draft: Draft): void {
  const { blocks, prose } = draft;
  for (let p = 0; p + 1 < prose.length; p++) {
    if (blocks[prose[p + 1]!]!.kind !== 'list-item' || blocks[prose[p]!]!.kind === 'list-item') continue;
    const items: Span[] = [];
    for (let k = p + 1; k < prose.length && blocks[prose[k]!]!.kind === 'list-item'; k++)
      items.push(blocks[prose[k]!]!.span);
    const giver = giverIn(draft, prose[p]!);
    const open = openReport(draft, prose[p]!);
    if (giver) addList(draft, giver, items);
    else if (open !== null) for (const item of items) draft.extendContent(open, item);
  }
}

/** The report of the block whose content goes on behind the colon that ends it. */
function openReport(draft: Draft, block: number): number | null {
  const { start: at, end } = draft.blocks[block]!.span;
  if (!draft.isTalk(block) || !/:\s*$/.test(draft.text.slice(Math.max(0, end - 4), end))) return null;
  const found = draft.attributionsOf[block]!.findLast((index) => {
    const { source, content, parent } = draft.attributions[index]!;
    const last = Math.max(...content.map((part) => part.end));
    const isClause = draft.facts[block]!.tokens.some(
      ({ pos, start }) =>
        (pos === 'VERB' || pos === 'AUX') &&
        content.some((part) => part.start <= start + at && start + at < part.end),
    );
    return (
      isClause && source.length > 0 && parent === null && /^[\s*_]*:\s*$/.test(draft.text.slice(last, end))
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

/** `The trust says`, `Its report found`: a subject and a verb of reporting, with nothing behind it. */
function sayer(words: readonly Token[]): Giver | null {
  const verb = words.at(-1);
  const subject = words.slice(0, -1);
  if (!verb || subject.length === 0 || subject.length > LONGEST_SOURCE) return null;
  const reports = CUE_CLASSES_BY_LEMMA.get(verb.lemma)?.some((name) => REPORT_CLASSES.has(name)) ?? false;
  const isPhrase = subject.every(({ pos }) => pos !== 'VERB' && pos !== 'AUX' && pos !== 'PUNCT');
  return reports && isPhrase ? { source: across(subject), cue: across([verb]) } : null;
}

function across(words: readonly Token[]): Span {
  return { start: words[0]!.start, end: words.at(-1)!.end };
}
