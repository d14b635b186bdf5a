/**
 * Parts of a report that the taggers put in the wrong place, where grammar leaves no doubt which is which:
 *
 * - a name in the cue is the source: `Prior said`;
 * - a source has one head: `In a letter | its director insisted`, `Two officials …, because | they | …, said`;
 * - what was told is the that-clause, not the occasion before it: `told reporters on | a call | that …`;
 * - what is warned of ends before the next clause: `warned of high swells, | and an advisory was in effect`;
 * - what is reported ends with its sentence: `said she was “badly advised”. | “It is cold,” the aide added`;
 * - the time of a live report belongs to nothing: `13:12 | Our correspondent`, `| today | announced`;
 * - a subject behind its verb is the source: `On the night of 9 January, wrote | Enid Marsh |, “the sky …”`;
 * - a subject is whole: `the man behind | me | put it`, `Two officials, | who | asked for no name, said`;
 * - an answer is no part of the question: `Asked whether it was usual, he said: | “No.”`
 */
import { PRONOUN_PERSONS } from '../../language/en/pronouns.ts';
import type { Token } from '../tokens.ts';
import { Mark, Pos, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import { canUtter, DAYS, hasVerb, OPENS_SUBJECT } from './phrases.ts';
import type { Report } from './report.ts';
import { subjectBefore } from './subjects.ts';
import { widerSubjectBefore } from './widerSubjects.ts';

/** The report with these parts put right; any other report as it is. Linear; never throws. */
export function settleParts(tokens: readonly Token[], v: BlockView, report: Report): Report {
  const named = withNamedSource(tokens, v, report);
  const { cue } = named;
  const source = named.source
    .map((part) => behindLabel(v, part))
    .filter(({ first, last }) => first < last || !DAYS.has(tokens[first]!.lower))
    .map((part) => behindClock(tokens, part));
  return {
    cue,
    source: apart(
      oneHead(tokens, v, source).map((part) =>
        wholeSubject(tokens, v, cue, inverted(tokens, v, cue, withoutDay(tokens, part))),
      ),
    ),
    content: withoutAnswer(tokens, v, cue, named.content).map((part) =>
      part.first > cue.last
        ? untilNextReport(
            tokens,
            v,
            untilNextClause(tokens, v, cue, untilNextSentence(v, cue, fromThat(tokens, v, cue, part))),
          )
        : behindClock(tokens, part),
    ),
  };
}

const CLOCK = /^\d{1,2}[:.]\d{2}(?:[ap]m)?$/;

/** Without the time that opens an entry of a live report. */
function behindClock(tokens: readonly Token[], { first, last }: Stretch): Stretch {
  const opens = first === 0 && first < last && CLOCK.test(tokens[first]!.lower);
  return opens ? { first: first + 1, last } : { first, last };
}

/** `ANA VALE: The auditor says`, from behind the label of the turn. */
function behindLabel(v: BlockView, { first, last }: Stretch): Stretch {
  if (first > 0) return { first, last };
  for (let i = last - 1; i > first; i--) if (v.mark[i] === Mark.colon) return { first: i + 1, last };
  return { first, last };
}

/** `says troops are on standby; | the ministry puts the number at 450`: another clause with a report of its own. */
function untilNextReport(tokens: readonly Token[], v: BlockView, { first, last }: Stretch): Stretch {
  for (let i = first + 1; i < last - 2; i++) {
    if (v.mark[i] !== Mark.semicolon || v.quotation[i]! >= 0) continue;
    let verb = i + 1;
    while (
      verb < last &&
      verb - i <= LONGEST_SUBJECT &&
      v.pos[verb] !== Pos.verb &&
      v.mark[verb] === Mark.none
    )
      verb++;
    const reports =
      v.pos[verb] === Pos.verb && (canUtter(tokens[verb]!) || /^puts?$/.test(tokens[verb]!.lower));
    if (reports && verb > i + 1) return { first, last: i - 1 };
  }
  return { first, last };
}

/** A report in the writer's own words does not go on with a quotation that is a sentence of its own. */
function untilNextSentence(v: BlockView, cue: Stretch, { first, last }: Stretch): Stretch {
  if (v.quotation[first]! >= 0 || v.sentence[first] !== v.sentence[cue.first]) return { first, last };
  let end = v.sentenceLast[v.sentence[first]!]!;
  if (end >= last || v.quotation[end + 1]! < 0 || v.quotation[end] === v.quotation[end + 1])
    return { first, last };
  while (end > first && v.mark[end] === Mark.stop) end--;
  return { first, last: end };
}

/** Words of the next report's subject at most. */
const LONGEST_SUBJECT = 8;

function withNamedSource(tokens: readonly Token[], v: BlockView, report: Report): Report {
  const { first, last } = report.cue;
  let verb = first;
  while (verb < last && isName(tokens, v, verb)) verb++;
  if (
    verb === first ||
    v.pos[verb] !== Pos.verb ||
    !canUtter(tokens[verb]!) ||
    /^\p{Lu}/u.test(tokens[verb]!.text)
  )
    return report;
  return { ...report, cue: { first: verb, last }, source: [{ first, last: verb - 1 }] };
}

function isName(tokens: readonly Token[], v: BlockView, i: number): boolean {
  const opens = i === v.sentenceFirst[v.sentence[i]!];
  return !opens && /^\p{Lu}\p{Ll}/u.test(tokens[i]!.text) && v.quotation[i]! < 0;
}

/** Without the pronoun of a reason, and from where its last noun phrase begins. */
function oneHead(tokens: readonly Token[], v: BlockView, source: readonly Stretch[]): readonly Stretch[] {
  const full = source.filter(
    ({ first, last }) =>
      first < last || !PRONOUN_PERSONS.has(tokens[first]!.lower) || tokens[first - 1]?.lower !== 'because',
  );
  return (full.length > 0 ? full : source).map((part) => behindOccasion(tokens, v, part));
}

/** `In a letter its planning director`: a noun before a possessive ends a phrase of its own. */
function behindOccasion(tokens: readonly Token[], v: BlockView, { first, last }: Stretch): Stretch {
  const start = v.sentenceFirst[v.sentence[first]!]!;
  if (first !== start + 1 || v.pos[start] !== Pos.adposition) return { first, last };
  for (let i = first + 1; i < last; i++) {
    const opens = POSSESSIVE.has(tokens[i]!.lower) || v.pos[i] === Pos.determiner;
    if (opens && v.pos[i - 1] === Pos.noun) return { first: i, last };
  }
  return { first, last };
}

const POSSESSIVE: ReadonlySet<string> = new Set(['its', 'his', 'her', 'their', 'my', 'our', 'your']);

/** `told reporters on a call that …`, from `that` on. */
function fromThat(tokens: readonly Token[], v: BlockView, cue: Stretch, part: Stretch): Stretch {
  if (tokens[cue.last]!.lemma !== 'tell' || v.pos[part.first - 1] !== Pos.adposition) return part;
  for (let i = part.first + 1; i < part.last; i++) {
    if (v.pos[i] === Pos.verb || v.pos[i] === Pos.auxiliary || v.mark[i] !== Mark.none) break;
    if (tokens[i]!.lower === 'that') return { first: i, last: part.last };
  }
  return part;
}

/** `The governor tonight declared`: when it was said belongs to nobody. A capital is a name's: `Harbour Today`. */
function withoutDay(tokens: readonly Token[], { first, last }: Stretch): Stretch {
  return { first, last: first < last && DAYS.has(tokens[last]!.text) ? last - 1 : last };
}

/** The name behind a verb of saying that a time or place and a comma stand before. */
function inverted(tokens: readonly Token[], v: BlockView, cue: Stretch, part: Stretch): Stretch {
  const verb = cue.last;
  if (part.last >= cue.first || v.pos[part.first] !== Pos.adposition || v.mark[cue.first - 1] !== Mark.comma)
    return part;
  if (cue.first !== verb || !canUtter(tokens[verb]!) || !OPENS_SUBJECT.has(v.pos[verb + 1] ?? Pos.verb))
    return part;
  let last = verb + 1;
  while (NAMED.has(v.pos[last + 1] ?? Pos.verb)) last++;
  return v.pos[last] === Pos.properNoun ? { first: verb + 1, last } : part;
}

const NAMED: ReadonlySet<number> = new Set([Pos.noun, Pos.properNoun, Pos.adjective]);

/** A source that is only the end of its subject, with all before it. */
function wholeSubject(tokens: readonly Token[], v: BlockView, cue: Stretch, part: Stretch): Stretch {
  if (part.first !== part.last || part.last >= cue.first) return part;
  const start = v.sentenceFirst[v.sentence[part.first]!]!;
  const { lower } = tokens[part.first]!;
  if (OBJECTS.has(lower) && v.pos[part.first - 1] === Pos.adposition) {
    const head = subjectBefore(v, part.first - 2, start);
    return head ? { first: head.first, last: part.last } : part;
  }
  if (lower !== 'who' || v.mark[part.first - 1] !== Mark.comma || v.mark[cue.first - 1] !== Mark.comma)
    return part;
  return widerSubjectBefore(tokens, v, cue.first, start)?.whole ?? part;
}

/** Without parts that others hold. */
function apart(source: readonly Stretch[]): readonly Stretch[] {
  return source.filter(
    (part, k) =>
      !source.some(
        (other, i) =>
          i !== k &&
          other.first <= part.first &&
          part.last <= other.last &&
          (other.last - other.first > part.last - part.first || i < k),
      ),
  );
}

/** Pronouns that are nobody's subject. */
const OBJECTS: ReadonlySet<string> = new Set(['me', 'him', 'us', 'them']);

const NAMING: ReadonlySet<string> = new Set(['of', 'about', 'against']);

function untilNextClause(tokens: readonly Token[], v: BlockView, cue: Stretch, part: Stretch): Stretch {
  const named =
    NAMING.has(tokens[cue.last]!.lower) ||
    NAMING.has(tokens[part.first]!.lower) ||
    tokens[cue.last]!.lemma === 'cite';
  if (!named || part.first !== cue.last + 1) return part;
  for (let i = part.first + 1; i < part.last - 2; i++) {
    if (v.pos[i] === Pos.verb || v.pos[i] === Pos.auxiliary || v.quotation[i]! >= 0) break;
    const joins =
      v.mark[i] === Mark.comma && NEXT.has(tokens[i + 1]!.lower) && OPENS_SUBJECT.has(v.pos[i + 2]!);
    // `cited the mayor, as someone who …`
    if (joins && tokens[i + 1]!.lower === 'as' && tokens[cue.last]!.lemma === 'cite') break;
    if (joins && hasVerb(v, { first: i + 2, last: part.last })) return { first: part.first, last: i - 1 };
  }
  return part;
}

const NEXT: ReadonlySet<string> = new Set(['and', 'but', 'while', 'as']);
const QUESTIONED = /^(?:asked|pressed|questioned|quizzed)$/;

/** What follows the comma behind `Asked …,` is the answer. */
function withoutAnswer(
  tokens: readonly Token[],
  v: BlockView,
  cue: Stretch,
  content: readonly Stretch[],
): readonly Stretch[] {
  const opens =
    cue.first === v.sentenceFirst[v.sentence[cue.first]!] && QUESTIONED.test(tokens[cue.first]!.lower);
  if (!opens || content.length < 2) return content;
  const question = content.filter(({ first }) => v.quotation[first]! < 0);
  return question.length > 0 && question.length < content.length ? question : content;
}
