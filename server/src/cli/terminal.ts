/** What the command line is connected to; tests give it memory. */
export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard output is a person's terminal. */
  readonly isTerminal: boolean;
  /** Standard output; resolves when the reader has room for more. */
  out(text: string): Promise<void>;
  /** Standard error. */
  err(text: string): void;
}

export type Paint = (style: keyof typeof STYLES, text: string) => string;

const STYLES = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
} as const;

/** Colours on a terminal only, and nowhere when `NO_COLOR` is set (no-color.org); `FORCE_COLOR` asks for them anyway. */
export function paintFor({ env, isTerminal }: Terminal): Paint {
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0';
  const colours = !env.NO_COLOR && (forced || (isTerminal && env.TERM !== 'dumb'));
  return (style, text) => (colours ? `\u001b[${STYLES[style][0]}m${text}\u001b[${STYLES[style][1]}m` : text);
}
