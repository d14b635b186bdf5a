/** What is checked of an open article, with what, and whether it is checked at all. */
import type { Article } from '../analysis/facts.ts';
import type { AnchoredAnnotation, Annotation } from '../annotations/annotation.ts';
import { anchorAll } from '../annotations/anchor.ts';
import type { Settings } from '../config/settings.ts';
import type { CheckDecision } from '../features/readsLikeArticle.ts';
import { decide, readsLikeArticle } from '../features/readsLikeArticle.ts';
import { runNearbyRules, runNearbyRulesInSteps, runRulesInSteps } from '../rules/runRules.ts';
import type { Say } from '../text/say.ts';
import type { Span } from '../text/span.ts';
import { hull } from '../text/span.ts';
import type { Steps } from '../text/steps.ts';
import type { AnnotationFiles } from './annotationFiles.ts';
import type { FactsMemory } from './factsMemory.ts';
import type { FigureMemory } from './figureMemory.ts';
import { describe } from './guard.ts';
import type { OpenArticle } from './openArticle.ts';
import type { PassageMemory } from './passageMemory.ts';
import type { Log } from './ports.ts';
import { fileDecisions } from './settingsFor.ts';
import { fileNameOf, pathBelow } from './uri.ts';

/** So many code units of a very long article, some 4,000 words, are read and shown first, and then so many times more. */
const FIRST_LOOK = 24_000;
const MUCH_LONGER = 8;

export interface CheckSurroundings {
  readonly workspace: PassageMemory;
  readonly figures: FigureMemory;
  readonly facts: FactsMemory;
  readonly annotations: AnnotationFiles;
  readonly log: Log;
  readonly say: Say;
  readonly settingsFor: (id: string) => Settings;
  /** Whether there is such a file, for an article that names it; undefined while nobody knows. */
  readonly exists: (id: string, other: string) => boolean | undefined;
  /** The folders of the workspace. */
  readonly folders: () => readonly string[];
  /** Shows what has been found so far. */
  readonly publish: (open: OpenArticle) => void;
  /** The article is known as it is now, and may be asked about. */
  readonly checked: (id: string, article: Article) => void;
}

export class ArticleChecks {
  readonly #anchors = new Map<
    string,
    {
      readonly text: string;
      readonly annotations: readonly Annotation[];
      readonly anchored: readonly AnchoredAnnotation[];
    }
  >();

  constructor(private readonly around: CheckSurroundings) {}

  /** Runs the rules over the article as it is now and stores findings and decision in it. */
  *check(open: OpenArticle): Steps<void> {
    const { workspace, settingsFor, say, log } = this.around;
    yield* this.#checkBeginning(open);
    const { id, lines } = open.document;
    const { article, marks } = yield* open.analyse();
    open.decision = this.decide(open, article);
    workspace.forgetWanted(id);
    if (!open.decision.checked) {
      open.findings = [];
      return;
    }
    const figures = this.around.figures.lookups(id, article);
    open.findings = yield* runRulesInSteps(
      {
        id,
        article,
        workspace: workspace.patient,
        figures: figures.find,
        facts: this.around.facts.lookups(id),
        marks,
        text: lines.text,
        folders: this.around.folders(),
        annotations: this.anchored(open),
        exists: (other) => workspace.has(other) || this.around.exists(id, other),
        say,
      },
      settingsFor(id),
      ({ rule, error }) => {
        log.error(`The rule ${rule} failed: ${describe(error)}`);
      },
    );
    figures.keep();
    this.around.checked(id, article);
    workspace.prune(id, lookedUp(article));
  }

  /** Takes out the findings that the last edits have made go away, as far as the paragraphs around them show it. */
  lookAround(open: OpenArticle): void {
    const { id } = open.document;
    if (!open.decision.checked) return;
    const { settingsFor, say } = this.around;
    open.lookAround(({ article, text }) => runNearbyRules({ id, article, text, say }, settingsFor(id)));
  }

  /** The annotations of an open article, in its text as it is now. */
  anchored({ document: { id, lines } }: OpenArticle): readonly AnchoredAnnotation[] {
    const { annotations } = this.around.annotations.of(id);
    if (annotations.length === 0) return [];
    const known = this.#anchors.get(id);
    if (known?.text === lines.text && known.annotations === annotations) return known.anchored;
    const anchored = anchorAll(lines.text, annotations);
    this.#anchors.set(id, { text: lines.text, annotations, anchored });
    return anchored;
  }

  /** The article was closed. */
  forget(id: string): void {
    this.#anchors.delete(id);
  }

  /** Shows what the first paragraphs of a very long article show, before all of it has been read. */
  *#checkBeginning(open: OpenArticle): Steps<void> {
    const { id, lines } = open.document;
    const { settingsFor, say, publish } = this.around;
    if (open.wasChecked || open.isAnalysed) return;
    for (let length = FIRST_LOOK; length * MUCH_LONGER < lines.text.length; length *= MUCH_LONGER) {
      const beginning = yield* open.readBeginning(length);
      if (!beginning || !this.decide(open, beginning.article).checked) return;
      const { article, marks, settled } = beginning;
      const annotations = this.anchored(open);
      const checked = { id, article, marks, text: lines.text, annotations, say };
      const findings = yield* runNearbyRulesInSteps(checked, settingsFor(id));
      open.findings = findings.filter(({ span }) => span.end <= settled);
      publish(open);
    }
  }

  /** Whether the article, or as much of it as is given, is to be checked, by the settings of now. */
  decide(open: OpenArticle, article: Article): CheckDecision {
    const { id } = open.document;
    const settings = this.around.settingsFor(id);
    if (!settings.enable) return decide(false, 'disabled');
    if (settings.profile === 'off') return decide(false, 'profile-off');
    if (!open.isReadable) return decide(false, 'too-large');
    const path = this.#pathOf(id);
    const { included, excluded } = fileDecisions(settings);
    if (included(path)) return decide(true, 'included');
    if (excluded(path)) return decide(false, 'excluded');
    return readsLikeArticle(fileNameOf(id), article);
  }

  #pathOf(id: string): string {
    for (const folder of this.around.folders()) {
      const path = pathBelow(folder, id);
      if (path !== undefined) return path;
    }
    return fileNameOf(id);
  }
}

/** Every passage that a check or a view may look up. */
function lookedUp({ quotations, quantities, attributions, sentences }: Article): Span[] {
  const whole = [...quotations, ...quantities, ...sentences].map(({ span }) => span);
  const said = attributions.map(({ content }) => hull(content)).filter((span) => span !== undefined);
  return [...whole, ...said];
}
