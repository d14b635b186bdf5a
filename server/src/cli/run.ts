/** From arguments to exit code: finds the command, answers `--help` and `--version`, words the errors. */
import { version } from './version.ts';
import { nearest } from '../text/nearest.ts';
import { analyze } from './analyze.ts';
import { check } from './check.ts';
import { clean } from './clean.ts';
import type { Command } from './command.ts';
import { EXIT } from './command.ts';
import { FileProblem } from './files.ts';
import { optionHelp, readOptions, UsageError } from './options.ts';
import { sheet } from './sheet.ts';
import type { Terminal } from './terminal.ts';

const COMMANDS: readonly Command[] = [check, sheet, clean, analyze];

/** Runs `attest` with the arguments after its name. Never rejects; every error is words on standard error. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  const command = COMMANDS.find((candidate) => candidate.name === name);
  try {
    if (command) return await runCommand(command, rest, terminal);
    return await runWithoutCommand(name, rest, terminal);
  } catch (error) {
    const help = command ? `attest ${command.name} --help` : 'attest --help';
    if (error instanceof UsageError) terminal.err(`attest: ${error.message}\nSee “${help}”.\n`);
    else if (error instanceof FileProblem) terminal.err(`attest: ${error.message}\n`);
    else
      terminal.err(
        `attest: this should not have happened: ${String(error instanceof Error ? error.stack : error)}\n`,
      );
    return EXIT.trouble;
  }
}

async function runCommand(command: Command, args: readonly string[], terminal: Terminal): Promise<number> {
  const beforeDashes = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  if (beforeDashes.includes('--help') || beforeDashes.includes('-h')) {
    await terminal.out(commandHelp(command));
    return EXIT.ok;
  }
  return command.run(readOptions(args, command.options), terminal);
}

async function runWithoutCommand(
  name: string | undefined,
  rest: readonly string[],
  terminal: Terminal,
): Promise<number> {
  if (name === '--version' || name === '-v') {
    await terminal.out(`${version}\n`);
    return EXIT.ok;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    const asked = COMMANDS.find((command) => command.name === rest[0]);
    await terminal.out(asked ? commandHelp(asked) : generalHelp());
    return EXIT.ok;
  }
  if (name === undefined) {
    terminal.err(generalHelp());
    return EXIT.trouble;
  }
  const meant = nearest(name, [...COMMANDS.map((command) => command.name), '--help', '--version']);
  throw new UsageError(`There is no command “${name}”.${meant === null ? '' : ` Did you mean “${meant}”?`}`);
}

function generalHelp(): string {
  const width = Math.max(...COMMANDS.map(({ usage }) => usage.length));
  return [
    'Attest traces every quotation, attribution and figure of an article. Nothing leaves this machine.',
    '',
    ...COMMANDS.map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`),
    '',
    '  attest COMMAND --help says more; attest --version prints the version.',
    '',
    ...EXIT_HELP,
    '',
  ].join('\n');
}

function commandHelp({ usage, summary, details, options }: Command): string {
  return [
    usage,
    '',
    summary,
    '',
    ...details,
    '',
    'Options:',
    ...optionHelp({ ...options, help: { type: 'boolean', short: 'h', help: 'this text' } }),
    '',
    ...EXIT_HELP,
    '',
  ].join('\n');
}

const EXIT_HELP = [
  'Exit codes: 0 all well; 1 warnings at or above --fail-on; 2 something could not be read or was asked for wrongly.',
];
