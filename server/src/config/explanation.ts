/** What a key or value in `.attest.yaml` means, in the words of the table. */
import type { Say } from '../text/say.ts';
import { sayInEnglish } from '../text/say.ts';
import type { Span } from '../text/span.ts';
import { indentOf, parentKeys } from './completion.ts';
import { SHARED_SETTINGS } from './table.ts';

export interface Explanation {
  /** The key or value. */
  readonly span: Span;
  /** One sentence or two; what stands in backticks is to be written as it is. */
  readonly text: string;
}

const ENTRY = /^(\s*(?:- )?)([\w.-]+)(:[ \t]*)([^\s#]*)/;

/** Reads only the lines up to that of the caret, like completion. Null where nothing is known; never throws. */
export function explainProjectFile(
  text: string,
  offset: number,
  say: Say = sayInEnglish,
): Explanation | null {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(start))![0];
  const [, blanks, key, colon, value] = ENTRY.exec(line) ?? [];
  if (blanks === undefined || key === undefined || colon === undefined || value === undefined) return null;
  const keySpan = { start: start + blanks.length, end: start + blanks.length + key.length };
  const valueSpan = { start: keySpan.end + colon.length, end: keySpan.end + colon.length + value.length };
  const at = (span: Span): boolean => span.start <= offset && offset <= span.end;
  const path = [...parentKeys(text.slice(0, start).split(/\r\n|\r|\n/), indentOf(line)), key].join('.');
  if (at(keySpan)) return explained(keySpan, keyMeaning(path, say));
  return value !== '' && at(valueSpan) ? explained(valueSpan, valueMeaning(path, value, say)) : null;
}

function explained(span: Span, meaning: string): Explanation | null {
  // `#attest.x#` is how the editor's settings page links to another setting.
  return meaning === '' ? null : { span, text: meaning.replace(/`#attest\.([\w.]+)#`/g, '`$1`') };
}

function keyMeaning(path: string, say: Say): string {
  const rule = ruleDescription(path);
  if (rule !== undefined) return say(rule);
  const setting = SHARED_SETTINGS.find(({ key }) => key === path);
  if (!setting) return '';
  const choices = setting.schema.enum ?? [];
  const means = say(setting.description);
  return choices.length === 0
    ? means
    : `${means} ${say('One of {0}.', choices.map((one) => `\`${one}\``).join(', '))}`;
}

function valueMeaning(path: string, value: string, say: Say): string {
  const { schema } = SHARED_SETTINGS.find(({ key }) => key === path) ?? {};
  const index = schema?.enum?.indexOf(value) ?? -1;
  return say(schema?.enumDescriptions?.[index] ?? '');
}

function ruleDescription(path: string): string | undefined {
  if (!path.startsWith('rules.')) return undefined;
  const rules = SHARED_SETTINGS.find(({ key }) => key === 'rules');
  return rules?.schema.properties?.[path.slice('rules.'.length)]?.description;
}
