#!/usr/bin/env node
/** `attest` on Node. Lets the process end by itself, so that a slow reader gets the whole output. */
import { run } from './run.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader has gone (`attest … | head`): there is nobody left to write for.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

void run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  isTerminal: process.stdout.isTTY,
  out: (text) =>
    new Promise((resolve) => {
      if (process.stdout.write(text)) resolve();
      else process.stdout.once('drain', resolve);
    }),
  err: (text) => void process.stderr.write(text),
}).then((code) => {
  process.exitCode = code;
});
