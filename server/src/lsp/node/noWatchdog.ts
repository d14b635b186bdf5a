/**
 * Imported before `vscode-languageserver/node`, which on this argument asks every three seconds whether the editor still
 * runs. Attest need not ask: it ends when the editor's end of the channel closes.
 */
const WATCHED = '--clientProcessId';

process.argv = process.argv.filter((argument, i, all) => {
  const isItsValue = all[i - 1] === WATCHED;
  return !isItsValue && argument !== WATCHED && !argument.startsWith(`${WATCHED}=`);
});

export {};
