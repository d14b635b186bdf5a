import type { OptionSpecs, ParsedOptions } from './options.ts';
import type { Terminal } from './terminal.ts';

/** Exit codes: all well; findings at or above `--fail-on`; something could not be done. */
export const EXIT = { ok: 0, findings: 1, trouble: 2 } as const;

export interface Command {
  readonly name: string;
  /** `attest check [PATH…]` */
  readonly usage: string;
  readonly summary: string;
  /** More paragraphs for `--help`. */
  readonly details: readonly string[];
  readonly options: OptionSpecs;
  /** Returns the exit code. @throws UsageError, FileProblem */
  run(options: ParsedOptions, terminal: Terminal): Promise<number>;
}
