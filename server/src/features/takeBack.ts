/** What a person recorded about a passage, to be taken back: annotations, marks in the text, dismissals. */
import { removingEdits } from '../annotations/cleanCopy.ts';
import type { AnchoredAnnotation } from '../annotations/annotation.ts';
import { coverage } from '../annotations/coverage.ts';
import { findDismissals } from '../annotations/dismissals.ts';
import type { TextEdit } from '../text/edits.ts';
import type { Mark } from '../text/marks.ts';
import type { Span } from '../text/span.ts';
import { textOf, touches } from '../text/span.ts';
import type { FeatureContext } from './context.ts';
import { VERDICT_NAMES, excerpt } from './wording.ts';

export interface TakeBack {
  readonly title: string;
  /** Changes to the article's text. */
  readonly edits: readonly TextEdit[];
  /** Ids of annotations to remove. */
  readonly annotations: readonly string[];
}

/** What holds at the selection: marks first, then annotations, then dismissals of whatever scope. Never throws. */
export function takeBacks(context: FeatureContext, selection: Span): readonly TakeBack[] {
  const { article, text, marks, annotations } = context;
  const here = (span: Span): boolean => touches(span, selection.start) || touches(selection, span.start);
  const covered = coverage(article, text, marks, annotations);
  const speaking = marks.filter(
    (mark) =>
      (mark.kind === 'checked' || mark.kind === 'source') &&
      (here(mark.span) || covered.some((area) => area.mark === mark && here(area.span))),
  );
  const dismissals = findDismissals(article, text, marks, annotations).filter(({ area }) => here(area));
  const comments = marks.filter(({ span }) =>
    dismissals.some(({ comment }) => comment?.start === span.start),
  );
  const entries = annotations.filter(
    ({ span, annotation: { id } }) =>
      (span && here(span)) || dismissals.some(({ annotation }) => annotation === id),
  );
  return [
    ...[...speaking, ...comments].map((mark) => withoutMark(context, mark)),
    ...entries.map((entry) => withoutAnnotation(context, entry)),
  ];
}

const MAX_TITLE = 70;

function withoutMark({ article, text, say }: FeatureContext, mark: Mark): TakeBack {
  const written = textOf(text, mark.kind === 'comment' ? mark.content : mark.span);
  return {
    title: say('Remove {0}', excerpt(written, MAX_TITLE)),
    edits: removingEdits(text, [mark], article.format),
    annotations: [],
  };
}

/** `Remove the annotation: disputed, interview.txt, “asked her again”` */
function withoutAnnotation({ say }: FeatureContext, { annotation }: AnchoredAnnotation): TakeBack {
  const { id, verdict, source, speaker, note, dismissal } = annotation;
  const said = dismissal
    ? [
        dismissal.rules.length > 0
          ? say('dismissed {0}', dismissal.rules.join(', '))
          : say('dismissed every warning'),
        dismissal.reason,
      ]
    : [verdict && say(VERDICT_NAMES[verdict]), speaker, source, note];
  const told = said.filter((part) => part !== null && part !== '').join(', ');
  const title =
    told === '' ? say('Remove the annotation') : say('Remove the annotation: {0}', excerpt(told, MAX_TITLE));
  return { title, edits: [], annotations: [id] };
}
