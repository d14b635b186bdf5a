/**
 * Warnings, brought up to date after every change and published with the document's version, also when nothing
 * changed: a client then knows that what it shows belongs to what it sees.
 */
import type { Diagnostic, MessageConnection } from 'vscode-languageserver';
import { DiagnosticRefreshRequest, PublishDiagnosticsNotification } from 'vscode-languageserver';
import type { Settings } from '../config/settings.ts';
import type { Finding } from '../rules/rule.ts';
import { visibleWhileTyping } from '../features/whileTyping.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import type { DocumentChange } from './documents.ts';
import { ignore } from './log.ts';
import type { OpenArticle } from './openArticle.ts';
import type { Clock } from './ports.ts';

export interface CheckerParts {
  /** Runs the rules over the article as it is now and stores findings and decision in it. */
  readonly check: (open: OpenArticle) => void;
  readonly toDiagnostic: (open: OpenArticle, finding: Finding) => Diagnostic;
  readonly settingsFor: (id: string) => Settings;
  /** Tells that `step` has something to do. */
  readonly wake: () => void;
}

export class Checker {
  readonly #open = new Map<string, OpenArticle>();
  /** Edited or opened: the writer is looking at these. */
  readonly #urgent = new Set<OpenArticle>();
  /** Something around them has changed. */
  readonly #later = new Set<OpenArticle>();

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
    open.checkWanted = this.parts.settingsFor(open.document.id).checkOn !== 'manual';
    this.#hurry(open);
  }

  changed(change: DocumentChange): void {
    const open = this.#open.get(change.document.id);
    if (!open) return;
    open.change(change);
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
    for (const open of this.#open.values()) this.#stopWaiting(open);
  }

  /** Brings one edited article up to date. Returns whether there is another. */
  readonly urgentStep = (): boolean => {
    const [open] = this.#urgent;
    if (open) this.#checkUrgent(open);
    return this.#urgent.size > 0;
  };

  readonly laterStep = (): boolean => {
    const [open] = this.#later;
    if (open) {
      this.#later.delete(open);
      if (open.wasChecked) this.#recheck(open);
    }
    return this.#later.size > 0;
  };

  /** For a client that asks before the background has come round. */
  bringUpToDate(open: OpenArticle): void {
    if (this.#urgent.has(open)) this.#checkUrgent(open);
  }

  /** The warnings to show now. */
  visible(open: OpenArticle): readonly Finding[] {
    return visibleWhileTyping(open.findings, open.shown, open.sentenceBeingTyped);
  }

  #checkUrgent(open: OpenArticle): void {
    this.#urgent.delete(open);
    this.#later.delete(open);
    const { checkOn } = this.parts.settingsFor(open.document.id);
    if (checkOn === 'type' || open.checkWanted) this.#check(open);
    this.#publish(open);
  }

  #hurry(open: OpenArticle): void {
    this.#urgent.add(open);
    this.parts.wake();
  }

  #recheck(open: OpenArticle): void {
    this.#check(open);
    this.#publish(open);
    this.refreshPulls();
  }

  /** Tells a client that pulls to do so. */
  refreshPulls(): void {
    if (this.client.diagnostics !== 'pull' || !this.client.refresh.diagnostics) return;
    this.connection.sendRequest(DiagnosticRefreshRequest.type).catch(ignore);
  }

  #check(open: OpenArticle): void {
    open.checkWanted = false;
    open.wasChecked = true;
    this.parts.check(open);
  }

  #publish(open: OpenArticle): void {
    const visible = this.visible(open);
    open.shown = visible.map(({ rule, span }) => ({ rule, span }));
    if (this.client.diagnostics === 'pull') return;
    const diagnostics = visible.map((finding) => this.parts.toDiagnostic(open, finding));
    this.#send(open.document.uri, open.document.version, diagnostics);
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
