/**
 * Warnings, brought up to date after every change and published with the document's version, also when nothing
 * changed: a client then knows that what it shows belongs to what it sees.
 *
 * While a long article is being typed in, what is published first is what was there, moved along, without the warnings
 * that the edit has made go away; the whole article is checked, in steps that let everything else go first, when the
 * writer rests for a moment, and published again if that has changed anything.
 */
import type { Diagnostic, MessageConnection } from 'vscode-languageserver';
import { DiagnosticRefreshRequest, PublishDiagnosticsNotification } from 'vscode-languageserver';
import type { Settings } from '../config/settings.ts';
import type { Finding } from '../rules/rule.ts';
import type { Steps } from '../text/steps.ts';
import { finish } from '../text/steps.ts';
import { visibleWhileTyping } from '../features/whileTyping.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import type { DocumentChange } from './documents.ts';
import { ignore } from './log.ts';
import type { OpenArticle } from './openArticle.ts';
import type { Clock } from './ports.ts';
import { takeTurn } from './turn.ts';

export interface CheckerParts {
  /** Runs the rules over the article as it is now and stores findings and decision in it. */
  readonly check: (open: OpenArticle) => Steps<void>;
  /** Takes out the findings that the last edits have made go away, as far as the paragraphs around them show it. */
  readonly lookAround: (open: OpenArticle) => void;
  readonly toDiagnostic: (open: OpenArticle, finding: Finding) => Diagnostic;
  readonly settingsFor: (id: string) => Settings;
  /** Tells that `step` has something to do. */
  readonly wake: () => void;
  /** What is shown of an article was found out anew without an edit: an editor that counts asks again only when told. */
  readonly checkedAgain: () => void;
}

/** A writer who rests for so long can wait for a step; whoever types a word, and the repeating key, cannot. */
const REST_MS = 40;

/** A check in steps, under way. */
interface WholeCheck {
  readonly open: OpenArticle;
  readonly steps: Steps<unknown>;
}

/**
 * What an answer is made of: facts alone; with the warnings as far as they are known, for whoever asks about a place; or
 * with all warnings.
 */
export type Need = 'facts' | 'known-warnings' | 'warnings';

export class Checker {
  readonly #open = new Map<string, OpenArticle>();
  /** Edited or opened: the writer is looking at these. */
  readonly #urgent = new Set<OpenArticle>();
  /** Something around them has changed. */
  readonly #later = new Set<OpenArticle>();
  /** Those to be read in steps, and whether they are to be checked as well: long ones, and what can wait. */
  readonly #wanted = new Map<OpenArticle, 'check' | 'facts'>();
  #whole: WholeCheck | undefined;
  /** Answers that wait until the whole article is known, and what they are made of. */
  readonly #waiting = new Map<OpenArticle, { readonly need: Need; readonly resolve: () => void }[]>();

  constructor(
    private readonly connection: MessageConnection,
    private readonly client: ClientFeatures,
    private readonly clock: Clock,
    private readonly parts: CheckerParts,
  ) {}

  get(id: string): OpenArticle | undefined {
    return this.#open.get(id);
  }

  all(): readonly OpenArticle[] {
    return [...this.#open.values()];
  }

  opened(open: OpenArticle): void {
    this.#open.set(open.document.id, open);
    open.checkWanted = this.#checksOnOpening(open);
    this.#hurry(open);
  }

  /** The settings were read for the first time: what was opened before is checked as they say. */
  settingsKnown(): void {
    for (const open of this.#open.values()) open.checkWanted = this.#checksOnOpening(open);
  }

  changed(change: DocumentChange): void {
    const open = this.#open.get(change.document.id);
    if (!open) return;
    this.#giveUp(open);
    open.change(change, this.parts.settingsFor(open.document.id).checkOn === 'type');
    this.#waitForPause(open);
    this.#hurry(open);
  }

  saved(id: string): void {
    if (this.parts.settingsFor(id).checkOn !== 'manual') this.checkNow(id);
  }

  /** The writer asks: nothing waits any longer. */
  checkNow(id: string): void {
    const open = this.#open.get(id);
    if (!open) return;
    this.#stopWaiting(open);
    open.checkWanted = true;
    this.#hurry(open);
  }

  closed(id: string): void {
    const open = this.#open.get(id);
    if (!open) return;
    this.#stopWaiting(open);
    this.#giveUp(open);
    this.#answer(open);
    this.#open.delete(id);
    this.#urgent.delete(open);
    this.#later.delete(open);
    if (this.client.diagnostics === 'push') this.#send(open.document.uri, undefined, []);
  }

  /** Checks every open article again when nothing more urgent is to do. */
  recheckAll(except?: OpenArticle): void {
    this.recheck([...this.#open.keys()].filter((id) => id !== except?.document.id));
  }

  recheck(ids: readonly string[]): void {
    for (const id of ids) {
      const open = this.#open.get(id);
      if (open) this.#later.add(open);
    }
    if (this.#later.size > 0) this.parts.wake();
  }

  dispose(): void {
    for (const open of this.#open.values()) {
      this.#stopWaiting(open);
      this.#giveUp(open);
      this.#answer(open);
    }
  }

  /** Brings one edited article up to date. Returns whether there is another. */
  readonly urgentStep = (): boolean => {
    const [open] = this.#urgent;
    if (open) this.#checkUrgent(open);
    return this.#urgent.size > 0;
  };

  /** Goes on for a moment with checking an article in steps. Returns whether there is more. */
  readonly wholeStep = (): boolean => {
    const [next] = this.#wanted;
    if (!this.#whole && next) {
      const [open, wanted] = next;
      this.#wanted.delete(open);
      if (wanted === 'check') this.#later.delete(open);
      this.#whole = { open, steps: wanted === 'check' ? this.#check(open) : open.analyse() };
    }
    if (this.#whole) this.#goOn(this.#whole);
    return this.#whole !== undefined || this.#wanted.size > 0;
  };

  readonly laterStep = (): boolean => {
    const [open] = this.#later;
    if (open) {
      this.#later.delete(open);
      if (open.wasChecked) {
        // What clients show beside the warnings may have changed although these have not: they are told in any case.
        open.published = undefined;
        this.#wanted.set(open, 'check');
      }
      this.parts.wake();
    }
    return this.#later.size > 0;
  };

  /** For a client that asks before the background has come round: all that is known at once. */
  bringUpToDate(open: OpenArticle): void {
    if (this.#urgent.has(open)) this.#checkUrgent(open);
  }

  /** Whether somebody waits for a long article. */
  get isAwaited(): boolean {
    return this.#waiting.size > 0;
  }

  /**
   * When what is needed of an article is known for its text as it is; undefined when it is, or will be at once. Who asks
   * about a place does not wait for warnings that other articles may have changed.
   */
  whenWhole(open: OpenArticle, need: Need): Promise<void> | undefined {
    if (!open.isLong || (open.isAnalysed && !(need === 'warnings' && this.#isPending(open))))
      return undefined;
    return new Promise((resolve) => {
      this.#waiting.set(open, [...(this.#waiting.get(open) ?? []), { need, resolve }]);
      this.#want(open);
    });
  }

  /** The warnings to show now. */
  visible(open: OpenArticle): readonly Finding[] {
    return visibleWhileTyping(open.findings, open.shown, open.sentenceBeingTyped);
  }

  #checkUrgent(open: OpenArticle): void {
    this.#urgent.delete(open);
    if (open.isLong) this.#checkLong(open);
    else {
      this.#later.delete(open);
      this.#giveUp(open);
      if (this.#checks(open)) finish(this.#check(open));
      this.publish(open);
      this.#answer(open);
    }
  }

  #checkLong(open: OpenArticle): void {
    const checks = this.#checks(open);
    if (!checks) this.publish(open);
    if (open.isEdited && open.wasChecked && !open.checkWanted) {
      if (checks) this.#lookAround(open);
      if (checks || this.#waiting.has(open)) {
        open.stopResting = this.clock.after(REST_MS, () => {
          this.#want(open);
        });
      }
    } else if (checks || this.#waiting.has(open)) this.#want(open);
  }

  #lookAround(open: OpenArticle): void {
    this.parts.lookAround(open);
    this.publish(open);
  }

  #checksOnOpening(open: OpenArticle): boolean {
    return this.parts.settingsFor(open.document.id).checkOn !== 'manual';
  }

  #checks(open: OpenArticle): boolean {
    return open.checkWanted || this.parts.settingsFor(open.document.id).checkOn === 'type';
  }

  #isPending(open: OpenArticle): boolean {
    return open.stopResting !== undefined || this.#wanted.has(open) || this.#whole?.open === open;
  }

  #want(open: OpenArticle): void {
    this.#stopResting(open);
    if (this.#whole?.open !== open) this.#wanted.set(open, this.#checks(open) ? 'check' : 'facts');
    this.parts.wake();
  }

  #goOn(whole: WholeCheck): void {
    const isDone = takeTurn(whole.steps, () => this.clock.now());
    // Who asks about a place need not wait for the rules.
    if (whole.open.isAnalysed) this.#answer(whole.open, ({ need }) => need !== 'warnings');
    if (!isDone) return;
    this.#whole = undefined;
    if (!this.#isPublished(whole.open)) {
      this.publish(whole.open);
      this.refreshPulls();
      this.parts.checkedAgain();
    }
    this.#answer(whole.open);
  }

  /** What is being found out about a text that is there no more. */
  #giveUp(open: OpenArticle): void {
    this.#stopResting(open);
    this.#wanted.delete(open);
    if (this.#whole?.open === open) this.#whole = undefined;
  }

  #stopResting(open: OpenArticle): void {
    open.stopResting?.();
    open.stopResting = undefined;
  }

  #answer(open: OpenArticle, which: (waiting: { readonly need: Need }) => boolean = () => true): void {
    const all = this.#waiting.get(open);
    if (!all) return;
    const others = all.filter((waiting) => !which(waiting));
    if (others.length > 0) this.#waiting.set(open, others);
    else this.#waiting.delete(open);
    for (const { resolve } of all.filter(which)) resolve();
  }

  #hurry(open: OpenArticle): void {
    this.#urgent.add(open);
    this.parts.wake();
  }

  /** Tells a client that pulls to do so. */
  refreshPulls(): void {
    if (this.client.diagnostics !== 'pull' || !this.client.refresh.diagnostics) return;
    this.connection.sendRequest(DiagnosticRefreshRequest.type).catch(ignore);
  }

  *#check(open: OpenArticle): Steps<void> {
    yield* this.parts.check(open);
    open.checkWanted = false;
    open.wasChecked = true;
  }

  /** Shows the warnings that are known now. */
  publish(open: OpenArticle): void {
    const visible = this.visible(open);
    open.shown = visible.map(({ rule, span }) => ({ rule, span }));
    open.published = { version: open.document.version, findings: visible };
    if (this.client.diagnostics === 'pull') return;
    const diagnostics = visible.map((finding) => this.parts.toDiagnostic(open, finding));
    this.#send(open.document.uri, open.document.version, diagnostics);
  }

  /** Whether the same has been published for this version. */
  #isPublished(open: OpenArticle): boolean {
    const { published } = open;
    if (published?.version !== open.document.version) return false;
    return JSON.stringify(published.findings) === JSON.stringify(this.visible(open));
  }

  #send(uri: string, version: number | undefined, diagnostics: Diagnostic[]): void {
    const params = version === undefined ? { uri, diagnostics } : { uri, version, diagnostics };
    this.connection.sendNotification(PublishDiagnosticsNotification.type, params).catch(ignore);
  }

  #waitForPause(open: OpenArticle): void {
    open.stopWaiting?.();
    open.stopWaiting = undefined;
    const pause = this.parts.settingsFor(open.document.id).hideWhileTyping;
    if (open.caret === null || pause === 0) {
      open.caret = null;
      return;
    }
    open.stopWaiting = this.clock.after(pause, () => {
      this.#stopWaiting(open);
      this.#hurry(open);
      this.refreshPulls();
      // The other open articles may quote what was just written.
      this.recheckAll(open);
    });
  }

  #stopWaiting(open: OpenArticle): void {
    open.stopWaiting?.();
    open.stopWaiting = undefined;
    open.caret = null;
  }
}
