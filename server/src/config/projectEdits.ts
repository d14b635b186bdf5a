/**
 * Changes to `.attest.yaml` that leave the rest of it as it was written: comments, order, quotation marks and style of
 * lists. Each is checked by reading the changed file; what cannot be changed that way is left to the person.
 */
import type { Pair, YAMLMap, YAMLSeq } from 'yaml';
import { isCollection, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { TextEdit } from '../text/edits.ts';
import { applyEdits } from '../text/edits.ts';
import type { RuleId } from '../rules/rule.ts';
import { parseProjectFile } from './projectFile.ts';

/**
 * Turns a rule off for everybody who shares the file.
 * @param text the file as it is; empty for none
 * @returns null where the file cannot be read or changed; never throws
 */
export function ruleTurnedOff(text: string, rule: RuleId, reason: string | null): TextEdit | null {
  const why = reason === null ? '' : ` # ${onOneLine(reason)}`;
  const edit = change(text, (file) => {
    const rules = pairOf(file.root, 'rules');
    if (!rules)
      return added(
        file,
        file.root,
        `rules:${file.lineBreak}${file.step}${rule}: off${why}`,
        `rules: {${rule}: off}`,
      );
    if (isEmpty(rules)) return behindKey(file, rules, `${file.lineBreak}${file.step}${rule}: off${why}`);
    if (!isMap(rules.value)) return null;
    const own = pairOf(rules.value, rule);
    if (!own) return added(file, rules.value, `${rule}: off${why}`, `${rule}: off`);
    if (isEmpty(own)) return behindKey(file, own, ' off');
    const [start, end] = isScalar(own.value) ? own.value.range! : [0, 0];
    const endsLine = /^[^\S\r\n]*(?:[\r\n]|$)/.test(text.slice(end));
    return start < end ? { span: { start, end }, newText: endsLine ? `off${why}` : 'off' } : null;
  });
  return edit && holds(text, edit, ({ rules }) => rules?.[rule] === 'off');
}

/** Adds a statement that needs no source; see `ruleTurnedOff`. */
export function knownFactAdded(text: string, fact: string, reason: string | null): TextEdit | null {
  const words = JSON.stringify(onOneLine(fact));
  const why = reason === null ? null : JSON.stringify(onOneLine(reason));
  const flow = why === null ? words : `{text: ${words}, reason: ${why}}`;
  const edit = change(text, (file) => {
    const { lineBreak, step } = file;
    const block = (indent: string): string =>
      why === null ? `- ${words}` : `- text: ${words}${lineBreak}${indent}  reason: ${why}`;
    const facts = pairOf(file.root, 'knownFacts');
    if (!facts)
      return added(file, file.root, `knownFacts:${lineBreak}${step}${block(step)}`, `knownFacts: [${flow}]`);
    if (isEmpty(facts)) return behindKey(file, facts, `${lineBreak}${step}${block(step)}`);
    return isSeq(facts.value) ? appended(file, facts.value, block, flow) : null;
  });
  return (
    edit &&
    holds(
      text,
      edit,
      ({ knownFacts }) => knownFacts?.some((known) => known.text === onOneLine(fact)) ?? false,
    )
  );
}

interface File {
  readonly text: string;
  /** Null for a file with nothing but comments. */
  readonly root: YAMLMap | null;
  readonly lineBreak: string;
  /** What the file indents by. */
  readonly step: string;
}

type MapPair = Pair;

function change(text: string, edit: (file: File) => TextEdit | null): TextEdit | null {
  const { contents } = parseDocument(text, { logLevel: 'silent' });
  if (contents !== null && !isMap(contents) && !(isScalar(contents) && contents.value === null)) return null;
  return edit({
    text,
    root: isMap(contents) ? contents : null,
    lineBreak: text.includes('\r\n') ? '\r\n' : '\n',
    step: /^( +)\S/m.exec(text)?.[1] ?? '  ',
  });
}

function holds(
  text: string,
  edit: TextEdit,
  test: (settings: ReturnType<typeof parseProjectFile>['settings']) => boolean,
): TextEdit | null {
  const mistakes = parseProjectFile(text).problems.length;
  const { settings, problems } = parseProjectFile(applyEdits(text, [edit]));
  return problems.length <= mistakes && test(settings) ? edit : null;
}

function pairOf(map: YAMLMap | null, name: string): MapPair | undefined {
  return map?.items.find(({ key }) => isScalar(key) && key.value === name);
}

function isEmpty({ value }: MapPair): boolean {
  return value === null || (isScalar(value) && value.value === null);
}

/** Behind `key:`, where its value is to stand. */
function behindKey({ text }: File, { key }: MapPair, newText: string): TextEdit | null {
  const colon = text.indexOf(':', endOf(key, text));
  return colon < 0 ? null : insertion(colon + 1, newText);
}

/** A pair at the end of a map, on a line of its own or behind a comma, as the map is written. */
function added(file: File, map: YAMLMap | null, block: string, flow: string): TextEdit {
  const { text, lineBreak } = file;
  const last = map?.items.at(-1);
  if (map?.flow) return inFlow(file, map, flow);
  if (!last) {
    const before = text === '' || /[\r\n]$/.test(text) ? '' : lineBreak;
    return insertion(text.length, `${before}${block}${lineBreak}`);
  }
  const indent = indentOf(text, startOf(last.key));
  return onNextLine(file, endOf(last.value ?? last.key, text), indented(block, indent, lineBreak));
}

function appended(
  file: File,
  list: YAMLSeq,
  block: (indent: string) => string,
  flow: string,
): TextEdit | null {
  if (list.flow) return inFlow(file, list, flow);
  const last = list.items.at(-1);
  const dash = last === undefined ? -1 : file.text.lastIndexOf('-', startOf(last) - 1);
  if (dash < 0) return null;
  const indent = indentOf(file.text, dash);
  return onNextLine(file, endOf(last, file.text), `${indent}${block(indent)}`);
}

function inFlow({ text }: File, collection: YAMLMap | YAMLSeq, newText: string): TextEdit {
  const last: unknown = collection.items.at(-1);
  if (last === undefined) return insertion(collection.range![0] + 1, newText);
  const end = isNode(last)
    ? endOf(last, text)
    : endOf((last as MapPair).value ?? (last as MapPair).key, text);
  return insertion(end, `, ${newText}`);
}

/** On a line of its own below the one at the offset, whose comment stays with it. */
function onNextLine({ text, lineBreak }: File, offset: number, newText: string): TextEdit {
  const rest = /^[^\r\n]*/.exec(text.slice(offset))![0];
  return insertion(offset + rest.length, `${lineBreak}${newText}`);
}

function indented(block: string, indent: string, lineBreak: string): string {
  return block
    .split(lineBreak)
    .map((line) => indent + line)
    .join(lineBreak);
}

/** The blanks before the offset, when nothing else stands before it in its line. */
function indentOf(text: string, offset: number): string {
  const line = text.slice(
    Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1,
    offset,
  );
  return /^ */.exec(line)![0];
}

function startOf(node: unknown): number {
  return (isNode(node) && node.range?.[0]) || 0;
}

/** Where the last visible character of a value ends. */
function endOf(node: unknown, text: string): number {
  if (isCollection(node) && !node.flow && node.items.length > 0) {
    const last: unknown = node.items.at(-1);
    return isNode(last) ? endOf(last, text) : endOf((last as MapPair).value ?? (last as MapPair).key, text);
  }
  const end = (isNode(node) && node.range?.[1]) || 0;
  return text.slice(0, end).trimEnd().length;
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

function onOneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
