/**
 * The turns of a transcript: `SECRETARY HALE: …`, `MR. ORR (through an interpreter): …`, `Ms ORR (Tarn North) (14:02): …`, `Q. …`, `**Dana Reyes:** …`.
 * A label alone proves nothing (`UPDATE: …`, `Poll: …`): an article must show that it is written in turns.
 */
import type { Span } from '../../text/span.ts';
import { span } from '../../text/span.ts';
import { NOT_SPEAKERS } from '../../language/en/transcripts.ts';

/** A label is at most this long; nothing behind it is read. */
const MAX_LABEL = 80;

const EMPHASIS = '[*_]{0,3}';
const NAME = String.raw`\p{Lu}[\p{L}\p{M}.’'-]*`;
const ASIDE = String.raw`(?:[ \t]?\([^()\r\n]{1,40}\)){0,2}`;
/** Before the capitals of a parliament's report: `The Hon. GARTH PELLEW`, `Ms BROUGHTON`. */
const ADDRESS = String.raw`(?:(?:The|Hon\.?|Ms|Dr|Sir|Dame|Lord|Lady|Baroness|Senator)[ \t]){0,2}`;
const QUESTION_OR_ANSWER = new RegExp(
  String.raw`^${EMPHASIS}([QA]|Question|Answer)(?:${EMPHASIS}[:.]|[:.]${EMPHASIS})(?=\s|$)`,
  'u',
);
const CAPITALS = new RegExp(
  String.raw`^${EMPHASIS}(${ADDRESS}(?:\p{Lu}[\p{Lu}\p{M}.’'-]*|\d{1,2}|M[cr]s?\.?\p{Lu}*)(?:[ \t](?:\p{Lu}[\p{Lu}\p{M}.’'-]*|\d{1,2}|OF|M[cr]s?\.?\p{Lu}*)){0,6}${ASIDE})(?:${EMPHASIS}:|:${EMPHASIS})(?=\s|$)`,
  'u',
);
const NAMES = new RegExp(
  String.raw`^${EMPHASIS}(${NAME}(?:[ \t](?:${NAME}|\d{1,2}|of|de|van|von|al|bin|the)){0,5}${ASIDE})(?:${EMPHASIS}:|:${EMPHASIS})(?=\s|$)`,
  'u',
);

export type LabelForm = 'question' | 'capitals' | 'name';

export interface TurnLabel {
  /** Relative to the line, without emphasis marks and colon. */
  readonly span: Span;
  readonly form: LabelForm;
  readonly text: string;
}

/** A label has its colon within reach; most paragraphs stop here. */
const MAY_BE_LABEL = /^[*_]{0,3}\p{Lu}[^:\r\n]{0,78}:|^[*_]{0,3}[QA]\./u;

/** What looks like a speaker's label at the start of a line; a label before mere figures (`Ayes: 5`) does not. */
export function turnLabel(line: string): TurnLabel | undefined {
  const opening = line.length > MAX_LABEL ? line.slice(0, MAX_LABEL) : line;
  if (!MAY_BE_LABEL.test(opening)) return undefined;
  for (const [form, pattern] of [
    ['question', QUESTION_OR_ANSWER],
    ['capitals', CAPITALS],
    ['name', NAMES],
  ] as const) {
    const label = pattern.exec(opening)?.[1];
    if (label === undefined) continue;
    if (NOT_SPEAKERS.has(label.toLowerCase())) return undefined;
    const start = opening.indexOf(label);
    if (/^[\s\d.,:;*_()$%-]+$/.test(line.slice(start + label.length, MAX_LABEL + 20))) return undefined;
    return { span: span(start, start + label.length), form, text: label };
  }
  return undefined;
}

/**
 * Which labels of an article are speakers: questions with answers, turns in capitals that follow each other or come
 * back, or names of which one at least speaks again.
 * @param labels of all passages, in order; undefined where a passage has none
 */
export function speakingLabels(labels: readonly (TurnLabel | undefined)[]): ReadonlySet<TurnLabel> {
  const found = labels.filter((label) => label !== undefined);
  const of = (form: LabelForm): TurnLabel[] => found.filter((label) => label.form === form);
  const [questions, capitals, names] = [of('question'), of('capitals'), of('name')];
  const speaking = new Set<TurnLabel>();
  const accept = (accepted: readonly TurnLabel[]): void => {
    for (const label of accepted) speaking.add(label);
  };
  if (questions.length >= 2 || (questions.length === 1 && capitals.length > 0)) accept(questions);
  const exchanged = labels.some(
    (label, i) => label && label.form !== 'name' && labels[i - 1] && labels[i - 1]!.form !== 'name',
  );
  if (capitals.length >= 1 && (exchanged || comesBack(capitals) || speaking.size > 0)) accept(capitals);
  // A transcript fills its article; three headlines of the form "Council: …" do not.
  const inTurns = speaking.size > 0 || (names.length >= 3 && comesBack(names));
  if (inTurns && names.length * 3 >= labels.length - speaking.size) accept(names);
  return speaking;
}

function comesBack(labels: readonly TurnLabel[]): boolean {
  return new Set(labels.map(({ text }) => text)).size < labels.length;
}
