/**
 * `NAME.annotations.jsonld`: what people recorded about an article, as a W3C Web Annotation page (Web Annotation Data
 * Model and Vocabulary, 2017). Other programs may write it too: what Attest does not know survives, what is wrong is
 * named with its place, and a file that cannot be read whole is never written over.
 *
 * An annotation's target has a TextQuoteSelector and a TextPositionSelector. Its bodies say, by their purpose:
 * `assessing` a verdict (`verified`, `disputed`, `needs-checking`), `linking` the source, `identifying` the speaker,
 * `commenting` a note, `moderating` a dismissal, whose rules and scope stand in `attest:rules` and `attest:scope`.
 */
import type { DocumentNode, NumberNode, ObjectNode, ValueNode } from '@humanwhocodes/momoa';
import { parse } from '@humanwhocodes/momoa';
import { CodePoints } from '../text/codePoints.ts';
import type { Say } from '../text/say.ts';
import { sayInEnglish } from '../text/say.ts';
import type { Span } from '../text/span.ts';
import type { Annotation, AnnotationVerdict, Dismissal, DismissalScope, TextQuote } from './annotation.ts';
import { DISMISSAL_SCOPES, VERDICTS } from './annotation.ts';
import { quoteOf } from './anchor.ts';

export const ANNOTATION_ENDING = '.annotations.jsonld';

/** `draft.txt` has its annotations in `draft.txt.annotations.jsonld`; works for paths and URIs. */
export function annotationFileName(article: string): string {
  return article + ANNOTATION_ENDING;
}

export interface AnnotationFileProblem {
  readonly span: Span;
  readonly message: string;
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** A file as it was read. Immutable: operations return another one. */
export interface AnnotationFile {
  /** The page with everything in it but its items. */
  readonly page: JsonObject;
  /** In the file's order; `annotation` is null for an item Attest cannot read, which is kept as it is. */
  readonly items: readonly { readonly raw: unknown; readonly annotation: Annotation | null }[];
  readonly annotations: readonly Annotation[];
  readonly problems: readonly AnnotationFileProblem[];
  /** False when some of the file could not be read: writing would lose it. */
  readonly writable: boolean;
}

/** `assessing` is a motivation of the Recommendation that the W3C's context lacked until 2021; readers carry it so. */
const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  { attest: 'urn:attest:', assessing: 'oa:assessing' },
] as const;

/** A file without annotations, for an article that has none yet. */
export function emptyAnnotationFile(): AnnotationFile {
  return {
    page: { '@context': CONTEXT, type: 'AnnotationPage' },
    items: [],
    annotations: [],
    problems: [],
    writable: true,
  };
}

/** Reads a file. Never throws, whatever the text. */
export function parseAnnotationFile(text: string, say: Say = sayInEnglish): AnnotationFile {
  if (text.trim() === '') return emptyAnnotationFile();
  const conflicts = conflictMarkers(text, say);
  if (conflicts.length > 0) return unreadable(conflicts);
  let document: DocumentNode;
  let value: unknown;
  try {
    document = parse(text, { ranges: true });
    // Stricter than the parser with places: it refuses control characters in strings.
    value = JSON.parse(text);
  } catch (error) {
    return unreadable([syntaxProblem(text, error, say)]);
  }
  return readPage(text, document.body, value, say);
}

function unreadable(problems: readonly AnnotationFileProblem[]): AnnotationFile {
  return { ...emptyAnnotationFile(), problems, writable: false };
}

function conflictMarkers(text: string, say: Say): AnnotationFileProblem[] {
  return [...text.matchAll(/^(?:<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|$)[^\r\n]*/gm)].map((match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    message: say(
      'A merge conflict was left here. Keep one side and remove the markers; until then nothing is written.',
    ),
  }));
}

function syntaxProblem(text: string, error: unknown, say: Say): AnnotationFileProblem {
  const offset = (error as { offset?: unknown }).offset;
  const at = typeof offset === 'number' ? Math.min(offset, text.length) : text.length;
  const start = at < text.length ? at : Math.max(0, text.trimEnd().length - 1);
  return {
    span: { start, end: Math.min(text.length, start + 1) },
    message: say('This is not valid JSON from here on. Correct it; until then nothing is written.'),
  };
}

function readPage(text: string, root: ValueNode, value: unknown, say: Say): AnnotationFile {
  if (root.type !== 'Object' || !isObject(value)) {
    return unreadable([
      {
        span: rangeOf(root),
        message: say('An annotation page is an object: {0}.', '{"type": "AnnotationPage", …}'),
      },
    ]);
  }
  const { items: rawItems = [], ...page } = value;
  const itemsNode = memberOf(root, 'items');
  if (!isType(value.type, 'AnnotationPage')) {
    const at = memberOf(root, 'type') ?? root;
    return unreadable([
      {
        span: firstUnit(rangeOf(at)),
        message: say('The “type” of an annotation file is “{0}”.', 'AnnotationPage'),
      },
    ]);
  }
  const lost = whatWritingLoses(text, root);
  if (lost) {
    const message =
      lost.type === 'Number'
        ? say('This number cannot be kept exactly. Put it in quotation marks; until then nothing is written.')
        : say('This stands here twice. Keep one of them; until then nothing is written.');
    return unreadable([{ span: rangeOf(lost), message }]);
  }
  if (!Array.isArray(rawItems) || (itemsNode && itemsNode.type !== 'Array')) {
    return unreadable([
      { span: rangeOf(itemsNode ?? root), message: say('“{0}” is a list of annotations.', 'items') },
    ]);
  }
  const problems: AnnotationFileProblem[] = [];
  const seen = new Set<string>();
  const items = (rawItems as unknown[]).map((raw, index) => {
    const node = itemsNode!.elements[index]!.value;
    const annotation = readItem(raw, node, problems, say);
    if (annotation && seen.has(annotation.id)) {
      problems.push({
        span: idSpan(node),
        message: say('Two annotations have the id “{0}”. Give one another id.', annotation.id),
      });
      return { raw, annotation: null };
    }
    if (annotation) seen.add(annotation.id);
    return { raw, annotation };
  });
  return withItems({ page, problems, writable: true }, items);
}

function withItems(
  file: Pick<AnnotationFile, 'page' | 'problems' | 'writable'>,
  items: AnnotationFile['items'],
): AnnotationFile {
  const annotations = items.map(({ annotation }) => annotation).filter((annotation) => annotation !== null);
  return { page: file.page, problems: file.problems, writable: file.writable, items, annotations };
}

function readItem(
  raw: unknown,
  node: ValueNode,
  problems: AnnotationFileProblem[],
  say: Say,
): Annotation | null {
  const wrong = (at: ValueNode | undefined, message: string): null => {
    problems.push({ span: firstUnit(rangeOf(at ?? node)), message });
    return null;
  };
  if (!isObject(raw) || node.type !== 'Object') return wrong(node, say('An annotation is an object.'));
  if (!isType(raw.type, 'Annotation'))
    return wrong(memberOf(node, 'type'), say('The “type” of an annotation is “{0}”.', 'Annotation'));
  const id = raw.id;
  if (typeof id !== 'string' || id === '')
    return wrong(memberOf(node, 'id'), say('An annotation needs an “{0}”.', 'id'));
  const selectors = asList(raw.target).flatMap((target) => (isObject(target) ? asList(target.selector) : []));
  const quote = selectors.find(
    (selector) => isObject(selector) && isType(selector.type, 'TextQuoteSelector'),
  );
  if (!isObject(quote) || typeof quote.exact !== 'string') {
    return wrong(
      memberOf(node, 'target'),
      say('The target needs a {0} with the passage as “{1}”.', 'TextQuoteSelector', 'exact'),
    );
  }
  const position = selectors.find(
    (selector) => isObject(selector) && isType(selector.type, 'TextPositionSelector'),
  );
  const bodies = asList(raw.body);
  const verdict = textOfPurpose(bodies, 'assessing', raw);
  if (verdict !== null && !isVerdict(verdict)) {
    problems.push({
      span: firstUnit(rangeOf(memberOf(node, 'body') ?? node)),
      message: say('“{0}” is no verdict Attest knows. Use {1}.', verdict, VERDICTS.slice(0, 3).join(', ')),
    });
  }
  const dismissal = readDismissal(raw, bodies);
  return {
    id,
    quote: { exact: quote.exact, prefix: textAt(quote, 'prefix'), suffix: textAt(quote, 'suffix') },
    position: isObject(position) ? readPosition(position) : null,
    verdict: dismissal ? 'dismissed' : verdict !== null && isVerdict(verdict) ? verdict : null,
    source: readSource(bodies),
    speaker: textOfPurpose(bodies, 'identifying', raw),
    note: textOfPurpose(bodies, 'commenting', raw),
    dismissal,
  };
}

function readPosition({ start, end }: JsonObject): Span | null {
  const right =
    Number.isInteger(start) && Number.isInteger(end) && Number(start) >= 0 && Number(end) >= Number(start);
  return right ? { start: Number(start), end: Number(end) } : null;
}

function readDismissal(raw: JsonObject, bodies: readonly unknown[]): Dismissal | null {
  const rules = raw['attest:rules'];
  const scope = raw['attest:scope'];
  if (rules === undefined && scope === undefined) return null;
  return {
    scope: DISMISSAL_SCOPES.includes(scope as DismissalScope) ? (scope as DismissalScope) : 'passage',
    rules: asList(rules).filter((rule) => typeof rule === 'string'),
    reason: textOfPurpose(bodies, 'moderating', raw),
  };
}

/** The source as a TARGET: an id is written `attest:ID`, which no program takes for a file. */
function readSource(bodies: readonly unknown[]): string | null {
  for (const body of bodies) {
    if (!isObject(body) || body.purpose !== 'linking') continue;
    const address = body.source ?? body.id ?? body.value;
    if (typeof address === 'string' && address !== '') return address.replace(/^(?:urn:)?attest:/, '');
  }
  return null;
}

/** A body without purpose has that of the annotation. */
function textOfPurpose(bodies: readonly unknown[], purpose: string, raw: JsonObject): string | null {
  const body = bodies.filter(isObject).find((candidate) => hasPurpose(candidate, purpose, raw));
  return (body?.value as string | undefined) || null;
}

/** What is recorded, without the passage. */
export type Recorded = Pick<Annotation, 'verdict' | 'source' | 'speaker' | 'note' | 'dismissal'>;

export interface Stamp {
  /** ISO 8601; the caller has a clock. */
  readonly time: string;
  /** The article's file name, for the target's `source`. */
  readonly article: string;
}

/** Adds an annotation of the passage `span` of `text` at the end of the file. */
export function addAnnotation(
  file: AnnotationFile,
  id: string,
  text: string,
  span: Span,
  record: Partial<Recorded>,
  { time, article }: Stamp,
): AnnotationFile {
  const annotation: Annotation = {
    id,
    quote: quoteOf(text, span),
    position: inCodePoints(text, span),
    verdict: null,
    source: null,
    speaker: null,
    note: null,
    dismissal: null,
    ...record,
  };
  const raw = written({ id, type: 'Annotation', created: time }, annotation, encodeURIComponent(article));
  // A page must have an address: that of the file, beside the article.
  const page = { id: encodeURIComponent(annotationFileName(article)), ...file.page };
  return withItems({ ...file, page }, [...file.items, { raw, annotation }]);
}

/** Changes what one annotation records; what its item holds besides stays. An unknown id changes nothing. */
export function updateAnnotation(
  file: AnnotationFile,
  id: string,
  record: Partial<Recorded>,
  time: string,
): AnnotationFile {
  return mapItem(file, id, (raw, annotation) => ({
    raw: { ...raw, modified: time },
    annotation: { ...annotation, ...record },
  }));
}

/** Records where an annotation's passage is now, after edits. */
export function reanchorAnnotation(
  file: AnnotationFile,
  id: string,
  text: string,
  span: Span,
): AnnotationFile {
  return mapItem(file, id, (raw, annotation) => ({
    raw,
    annotation: { ...annotation, quote: quoteOf(text, span), position: inCodePoints(text, span) },
  }));
}

/**
 * The file of an article that has got another name: what was named after it gets its new name, the page and the targets;
 * the same object where nothing was.
 * @param before its file name until now, not encoded; `after` likewise
 */
export function nameArticle(file: AnnotationFile, before: string, after: string): AnnotationFile {
  if (before === after) return file;
  const names = new Map(
    [(name: string) => name, annotationFileName].map((of) => [
      encodeURIComponent(of(before)),
      encodeURIComponent(of(after)),
    ]),
  );
  const renamed = (object: unknown, key: string): unknown => {
    const name = isObject(object) ? names.get(String(object[key])) : undefined;
    return name === undefined ? object : { ...(object as JsonObject), [key]: name };
  };
  const page = renamed(file.page, 'id') as JsonObject;
  const items = file.items.map((item) => {
    if (!isObject(item.raw) || item.raw.target === undefined) return item;
    const targets = asList(item.raw.target);
    const named = targets.map((target) => renamed(target, 'source'));
    if (named.every((target, k) => target === targets[k])) return item;
    return { ...item, raw: { ...item.raw, target: Array.isArray(item.raw.target) ? named : named[0] } };
  });
  const isNamed = page !== file.page || items.some((item, k) => item !== file.items[k]);
  return isNamed ? withItems({ ...file, page }, items) : file;
}

export function removeAnnotation(file: AnnotationFile, id: string): AnnotationFile {
  return withItems(
    file,
    file.items.filter(({ annotation }) => annotation?.id !== id),
  );
}

function mapItem(
  file: AnnotationFile,
  id: string,
  change: (raw: JsonObject, annotation: Annotation) => { raw: JsonObject; annotation: Annotation },
): AnnotationFile {
  return withItems(
    file,
    file.items.map((item) => {
      if (item.annotation?.id !== id) return item;
      const { raw, annotation } = change(item.raw as JsonObject, item.annotation);
      return { raw: written(raw, annotation, null), annotation };
    }),
  );
}

function inCodePoints(text: string, { start, end }: Span): Span {
  const codePoints = new CodePoints(text);
  return { start: codePoints.countBefore(start), end: codePoints.countBefore(end) };
}

/** Whether nothing would be lost with the file: no items, and no more about the page than Attest writes by itself. */
export function saysNothing({ page, items }: AnnotationFile): boolean {
  return items.length === 0 && Object.keys(page).every((key) => /^(?:@context|type|id)$/.test(key));
}

/** The same file gives the same text, whatever was done to it in which order. */
export function serialiseAnnotationFile({ page, items }: AnnotationFile): string {
  return `${JSON.stringify({ ...page, items: items.map(({ raw }) => raw) }, null, 2)}\n`;
}

const OWN_KEYS: ReadonlySet<string> = new Set([
  'attest:rules',
  'attest:scope',
  'body',
  'target',
  'motivation',
]);
const OWN_MOTIVATIONS: ReadonlySet<unknown> = new Set([
  undefined,
  'moderating',
  'assessing',
  'linking',
  'commenting',
]);

/** The item with the annotation's values put in, and all else as it was. @param article null keeps the target's source */
function written(raw: JsonObject, annotation: Annotation, article: string | null): JsonObject {
  const { dismissal } = annotation;
  const bodies = writtenBodies(raw, annotation);
  return {
    ...Object.fromEntries(Object.entries(raw).filter(([key]) => !OWN_KEYS.has(key))),
    motivation: OWN_MOTIVATIONS.has(raw.motivation) ? motivationOf(annotation) : raw.motivation,
    ...(dismissal && { 'attest:scope': dismissal.scope, 'attest:rules': dismissal.rules }),
    ...(bodies.length > 0 && { body: bodies }),
    target: writtenTarget(raw.target, annotation, article),
  };
}

function motivationOf({ dismissal, verdict, source }: Annotation): string {
  return dismissal ? 'moderating' : verdict ? 'assessing' : source ? 'linking' : 'commenting';
}

/** Bodies of Attest's purposes with their new values; those of other programs after them, untouched. */
function writtenBodies(raw: JsonObject, annotation: Annotation): unknown[] {
  const { verdict, source, speaker, note, dismissal } = annotation;
  const values: readonly (readonly [purpose: string, value: string | null | undefined])[] = [
    ['moderating', dismissal?.reason],
    ['assessing', dismissal ? null : verdict],
    ['linking', source],
    ['identifying', speaker],
    ['commenting', note],
  ];
  const old = asList(raw.body);
  const rest = new Set(old);
  const bodies: unknown[] = [];
  for (const [purpose, value] of values) {
    const known = old.find((body) => isObject(body) && hasPurpose(body, purpose, raw));
    rest.delete(known);
    if (value) bodies.push({ ...(known as JsonObject | undefined), ...bodyOf(purpose, value, known) });
  }
  return [...bodies, ...rest];
}

function bodyOf(purpose: string, value: string, known: unknown): JsonObject {
  if (purpose !== 'linking') {
    const format = isObject(known) ? {} : { format: 'text/plain' };
    return { type: 'TextualBody', purpose, ...format, value };
  }
  const isId = !/[/\\.:#]/.test(value);
  return { type: 'SpecificResource', purpose, source: isId ? `attest:${value}` : value };
}

/** Whether a body is one that Attest reads for this purpose. */
function hasPurpose(body: JsonObject, purpose: string, raw: JsonObject): boolean {
  if (purpose === 'linking') return body.purpose === 'linking';
  const own = body.purpose ?? asList(raw.motivation)[0] ?? 'commenting';
  return own === purpose && isType(body.type, 'TextualBody') && typeof body.value === 'string';
}

function writtenTarget(target: unknown, { quote, position }: Annotation, article: string | null): JsonObject {
  const [first] = asList(target);
  const old = isObject(first) ? first : {};
  const selectors = asList(old.selector);
  const known = (type: string): JsonObject | undefined =>
    selectors.filter(isObject).find((selector) => isType(selector.type, type));
  const [oldQuote, oldPosition] = [known('TextQuoteSelector'), known('TextPositionSelector')];
  const others = selectors.filter((selector) => selector !== oldQuote && selector !== oldPosition);
  return {
    ...old,
    ...(article !== null && { source: article }),
    selector: [
      { ...without(oldQuote, 'prefix', 'suffix'), ...quoteSelector(quote) },
      ...(position
        ? [{ ...oldPosition, type: 'TextPositionSelector', start: position.start, end: position.end }]
        : []),
      ...others,
    ],
  };
}

function without(object: JsonObject | undefined, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object ?? {}).filter(([key]) => !keys.includes(key)));
}

function quoteSelector({ exact, prefix, suffix }: TextQuote): JsonObject {
  return { type: 'TextQuoteSelector', exact, ...(prefix && { prefix }), ...(suffix && { suffix }) };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : value === undefined || value === null ? [] : [value];
}

function isType(value: unknown, type: string): boolean {
  return asList(value).includes(type);
}

function isVerdict(value: string): value is AnnotationVerdict {
  return (VERDICTS as readonly string[]).includes(value);
}

function textAt(object: JsonObject, key: string): string {
  const value = object[key];
  return typeof value === 'string' ? value : '';
}

/** The value of a key; of several the last, as JSON has it. */
function memberOf(node: ObjectNode, key: string): ValueNode | undefined {
  return node.members.findLast(({ name }) => nameOf(name) === key)?.value;
}

/** The second of two names that are the same: one of the two values would be lost. */
/** The first thing anywhere in the file that reading and writing it would change: nothing of other programs is lost. */
function whatWritingLoses(text: string, root: ValueNode): MemberName | NumberNode | undefined {
  const open: ValueNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'Number' && !isExact(text.slice(...node.range!), node.value)) return node;
    if (node.type === 'Array') open.push(...node.elements.map(({ value }) => value).reverse());
    if (node.type !== 'Object') continue;
    const twice = repeatedMember(node);
    if (twice) return twice;
    open.push(...node.members.map(({ value }) => value).reverse());
  }
  return undefined;
}

/** A whole number is written again with other digits than it was read, where it has too many of them. */
function isExact(written: string, value: number): boolean {
  if (!Number.isFinite(value)) return false;
  if (!/^-?\d+$/.test(written)) return true;
  const [digits, exponent = '0'] = String(value).split('e+');
  const [whole, fraction = ''] = digits!.split('.');
  return BigInt(written) === BigInt(whole! + fraction) * 10n ** BigInt(Number(exponent) - fraction.length);
}

function repeatedMember(node: ObjectNode): MemberName | undefined {
  const seen = new Set<string>();
  return node.members.find(({ name }) => seen.size === seen.add(nameOf(name)).size)?.name;
}

type MemberName = ObjectNode['members'][number]['name'];

function nameOf(name: MemberName): string {
  return name.type === 'String' ? name.value : name.name;
}

function idSpan(node: ValueNode): Span {
  return rangeOf((node.type === 'Object' && memberOf(node, 'id')) || node);
}

function rangeOf(node: ValueNode | MemberName): Span {
  const [start, end] = node.range!;
  return { start, end };
}

/** A problem with a whole object is shown at its first character, not over pages. */
function firstUnit({ start, end }: Span): Span {
  return end - start > 200 ? { start, end: start + 1 } : { start, end };
}
