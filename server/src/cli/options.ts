/** Reads a command's options, with errors that say what was probably meant. */
import { parseArgs } from 'node:util';
import { nearest } from '../text/nearest.ts';

/** The person asked for something that cannot be done: wrong option, missing file name. */
export class UsageError extends Error {}

export interface OptionSpec {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  /** How help names the value: `FORMAT`. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly default?: string;
  readonly help: string;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

export interface ParsedOptions {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly paths: readonly string[];
}

/** @throws UsageError */
export function readOptions(args: readonly string[], specs: OptionSpecs): ParsedOptions {
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { type, short }]) => [
      name,
      { type, ...(short !== undefined && { short }) },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values: Record<string, string | boolean | undefined> = {};
  const paths: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value);
    if (token.kind === 'option')
      values[token.name] = valueOf(token.rawName, specs[token.name], token.value, specs);
  }
  for (const [name, spec] of Object.entries(specs)) values[name] ??= spec.default;
  return { values, paths };
}

function valueOf(
  rawName: string,
  spec: OptionSpec | undefined,
  value: string | undefined,
  specs: OptionSpecs,
): string | true {
  if (!spec) {
    const meant = nearest(rawName.replace(/^-+/, ''), Object.keys(specs));
    throw new UsageError(
      `There is no option “${rawName}”.${meant === null ? '' : ` Did you mean “--${meant}”?`}`,
    );
  }
  if (spec.type === 'boolean') {
    if (value !== undefined) throw new UsageError(`“${rawName}” takes no value.`);
    return true;
  }
  if (value === undefined || value === '')
    throw new UsageError(`“${rawName}” needs a value: ${wanted(spec)}.`);
  if (spec.choices && !spec.choices.includes(value)) {
    const meant = nearest(value, spec.choices);
    const hint = meant === null ? '' : ` Did you mean “${meant}”?`;
    throw new UsageError(`“${rawName} ${value}”: the value is one of ${spec.choices.join(', ')}.${hint}`);
  }
  return value;
}

function wanted({ choices, value }: OptionSpec): string {
  return choices ? `one of ${choices.join(', ')}` : (value ?? 'a text');
}

/** The lines of help that list options. */
export function optionHelp(specs: OptionSpecs): string[] {
  const rows = Object.entries(specs).map(([name, spec]) => {
    const value = spec.type === 'string' ? ` ${spec.value ?? (spec.choices ?? []).join('|')}` : '';
    const fallback = spec.default === undefined ? '' : ` (default: ${spec.default})`;
    return [
      `${spec.short === undefined ? '    ' : `-${spec.short}, `}--${name}${value}`,
      spec.help + fallback,
    ] as const;
  });
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
