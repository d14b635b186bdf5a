/** What features are given about an article, open or closed, from all that the session knows of it. */
import { anchorAll } from '../annotations/anchor.ts';
import type { Settings } from '../config/settings.ts';
import type { FeatureContext, Place } from '../features/context.ts';
import { runRules } from '../rules/runRules.ts';
import { findMarks } from '../text/marks.ts';
import type { Say } from '../text/say.ts';
import { timestampBefore } from '../workspace/formats/timestamps.ts';
import type { Workspace } from '../workspace/types.ts';
import type { AnnotationFiles } from './annotationFiles.ts';
import type { ArticleChecks } from './articleChecks.ts';
import type { Checker } from './checker.ts';
import { articleIdOf, type Originals } from './originals.ts';
import { fileNameOf } from './uri.ts';

/** Where what is known of articles lies. */
export interface KnownOfArticles {
  readonly workspace: Workspace;
  readonly checker: Checker;
  readonly checks: ArticleChecks;
  readonly annotations: AnnotationFiles;
  readonly originals: Originals;
  readonly say: Say;
  readonly settingsFor: (id: string) => Settings;
  readonly folders: () => readonly string[];
}

export class Contexts {
  constructor(private readonly known: KnownOfArticles) {}

  /**
   * Of an open document or an article of the workspace; undefined for none, and where Attest is off. Of one that is not
   * open neither annotations nor warnings are known.
   * @param place the offset of what is asked about; undefined for the whole document
   */
  of(uri: string, place?: number): FeatureContext | undefined {
    const { workspace, checker, checks, say, settingsFor, folders } = this.known;
    const id = articleIdOf(uri);
    const settings = settingsFor(id);
    const open = checker.get(id);
    const known = place === undefined ? undefined : open?.factsAt(place);
    const article = known?.article ?? open?.article ?? workspace.article(id);
    if (!article || !settings.enable) return undefined;
    return {
      id,
      article,
      text: open?.document.lines.text ?? workspace.input(id)?.text ?? article.text,
      marks: known?.marks ?? open?.marks ?? [],
      annotations: open ? checks.anchored(open) : [],
      workspace,
      findings: open?.findings ?? [],
      nameOf: fileNameOf,
      locatorOf: this.#locatorOf,
      say,
      settings,
      folders: folders(),
    };
  }

  /** The same, of an article that is not open too with its annotations, marks and warnings, which are read first. */
  async whole(uri: string): Promise<FeatureContext | undefined> {
    const context = this.of(uri);
    if (!context || this.known.checker.get(context.id)) return context;
    const { id, article, text, folders, settings, workspace, say } = context;
    const { annotations } = await this.known.annotations.read(id);
    const marks = findMarks(text, article.format);
    const anchored = anchorAll(text, annotations);
    const checked = { id, article, text, folders, marks, annotations: anchored, workspace, say };
    return { ...context, marks, annotations: anchored, findings: runRules(checked, settings) };
  }

  readonly #locatorOf = ({ id, span }: Place): string | null => {
    const { originals, workspace } = this.known;
    if (originals.has(id)) return originals.locatorAt(id, span.start);
    const text = workspace.input(id)?.text;
    return text === undefined ? null : timestampBefore(text, span.start);
  };
}
