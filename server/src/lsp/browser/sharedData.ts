/**
 * The learned data in a browser: the same scripts that the server on the desktop requires, CommonJS modules, loaded when
 * something of them is first used. Analysis is synchronous, and so is loading a script in a worker.
 */

declare const self: { module?: { exports: object } };
declare function importScripts(url: string): void;

let folder = '';

/** @param url the address of the folder that holds the scripts */
export function dataLiesIn(url: string): void {
  folder = url.replace(/\/$/, '');
}

/** @param file the script's name without `.js`; throws where it cannot be had */
export function loadData(file: string): object {
  const module = { exports: {} };
  self.module = module;
  importScripts(`${folder}/${file}.js`);
  delete self.module;
  return module.exports;
}
