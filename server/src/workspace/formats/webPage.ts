/**
 * The article of a saved web page: its headline and paragraphs, without menus, teasers and footers.
 *
 * Prose is long and has few links; furniture is short and mostly links. So the page is read into blocks, each with its
 * length and the share of it that is links, and then the article's element is found by going down from the root: as long
 * as one child holds most of the prose, the article is inside that child. (Kohlschütter et al., 2010, found these shallow
 * features enough.)
 */
import { Parser } from 'htmlparser2';
import type { SourceMetadata } from '../types.ts';
import { MetadataReader } from './pageMetadata.ts';

export interface WebPage {
  /** Paragraphs, separated by blank lines, the headline first. */
  readonly text: string;
  readonly metadata: SourceMetadata;
}

/** Never throws, however broken the markup. */
export function readWebPage(html: string): WebPage {
  const reader = new BlockReader();
  const metadata = new MetadataReader();
  const parser = new Parser({
    onopentag(name, attributes) {
      metadata.open(name, attributes);
      reader.open(name, attributes);
    },
    ontext(text) {
      metadata.text(text);
      reader.text(text);
    },
    onclosetag(name) {
      metadata.close(name);
      reader.close(name);
    },
  });
  try {
    parser.write(html);
    parser.end();
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
  }
  const blocks = articleBlocks(reader.finish());
  return { text: blocks.map((text) => `${text}\n`).join('\n'), metadata: metadata.result() };
}

interface Block {
  readonly text: string;
  /** Characters of it inside links. */
  readonly linked: number;
  readonly tag: string;
  /** The element it stands in, by number. */
  readonly element: number;
}

interface Page {
  readonly blocks: readonly Block[];
  /** The parent of each element, by number; the root is 0 and its own parent. Parents come before children. */
  readonly parents: readonly number[];
}

const SKIPPED = new Set(
  'script style noscript template svg math nav footer aside form button select option iframe object canvas video audio dialog head title'.split(
    ' ',
  ),
);
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Names that pages give to what is not the article. Whole words of `class`, `id` and `role`. */
const FURNITURE =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|footer|share|sharing|social|related|recommended|promo|newsletter|subscribe|cookie|consent|comments?|advert|advertisement|ads?|sponsored|banner|popup|modal|tags?|pagination)(?:$|[\s_-])/i;
/** Browsers nest elements to a depth of 512. Deeper markup is no article, and the parser's time grows with the depth. */
const MAX_DEPTH = 2000;

/** Ends the reading of a page; what was read until then counts. */
class TooDeep extends Error {}

class BlockReader {
  readonly #blocks: Block[] = [];
  readonly #parents: number[] = [0];
  readonly #open: { name: string; element: number; skips: boolean }[] = [];
  #skipping = 0;
  #links = 0;
  #text = '';
  #linked = 0;
  #tag = '';

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'br' || name === 'hr') this.#text += '\n';
    if (VOID.has(name)) return;
    const isInline = INLINE.has(name);
    if (!isInline) this.#endBlock();
    const skips =
      SKIPPED.has(name) || (!isInline && name !== 'body' && name !== 'html' && isFurniture(attributes));
    const parent = this.#element();
    if (this.#open.length > MAX_DEPTH) throw new TooDeep();
    const element = isInline ? parent : this.#parents.push(parent) - 1;
    this.#open.push({ name, element, skips });
    if (skips) this.#skipping++;
    if (name === 'a') this.#links++;
    if (!isInline) this.#tag = name;
  }

  text(text: string): void {
    if (this.#skipping > 0) return;
    this.#text += text;
    if (this.#links > 0) this.#linked += text.trim().length;
  }

  close(name: string): void {
    if (VOID.has(name)) return;
    if (!INLINE.has(name)) this.#endBlock();
    const closed = this.#open.pop();
    if (closed?.skips) this.#skipping--;
    if (closed?.name === 'a') this.#links--;
    this.#tag = this.#open.findLast((open) => !INLINE.has(open.name))?.name ?? '';
  }

  finish(): Page {
    this.#endBlock();
    return { blocks: this.#blocks, parents: this.#parents };
  }

  #element(): number {
    return this.#open.at(-1)?.element ?? 0;
  }

  #endBlock(): void {
    const paragraphs = this.#text.split(/\n\s*\n/);
    for (const paragraph of paragraphs) {
      const text = paragraph.replace(/\s+/g, ' ').trim();
      if (text !== '')
        this.#blocks.push({ text, linked: this.#linked, tag: this.#tag, element: this.#element() });
    }
    this.#text = '';
    this.#linked = 0;
  }
}

function isFurniture({
  class: classes = '',
  id = '',
  role = '',
  hidden,
}: Readonly<Record<string, string>>): boolean {
  return hidden !== undefined || FURNITURE.test(classes) || FURNITURE.test(id) || FURNITURE.test(role);
}

/** A child with this share of an element's prose holds the article. */
const MOST = 0.6;

function articleBlocks({ blocks, parents }: Page): string[] {
  const prose = new Float64Array(parents.length);
  for (const block of blocks) if (isProse(block)) prose[block.element]! += block.text.length;
  for (let i = parents.length - 1; i > 0; i--) prose[parents[i]!]! += prose[i]!;

  const inside = new Uint8Array(parents.length);
  const article = articleElement(prose, parents);
  inside[article] = 1;
  for (let i = article + 1; i < parents.length; i++) inside[i] = inside[parents[i]!]!;

  const kept = blocks.filter((block) => inside[block.element] === 1 && !isLinks(block));
  const hasHeadline = kept.some(({ tag }) => tag === 'h1');
  const headline = hasHeadline ? undefined : blocks.find(({ tag }) => tag === 'h1');
  return (headline ? [headline, ...kept] : kept).map(({ text }) => text);
}

function articleElement(prose: Float64Array, parents: readonly number[]): number {
  const largestChild = new Int32Array(parents.length).fill(-1);
  for (let i = 1; i < parents.length; i++) {
    const best = largestChild[parents[i]!]!;
    if (best === -1 || prose[i]! > prose[best]!) largestChild[parents[i]!] = i;
  }
  let element = 0;
  for (
    let child = largestChild[0]!;
    child !== -1 && prose[child]! >= MOST * prose[element]!;
    child = largestChild[element]!
  ) {
    // A single paragraph that holds most of the prose is not the article's element, but the article.
    if (prose[child] === 0 || largestChild[child] === -1) break;
    element = child;
  }
  return element;
}

const LEAST_PROSE = 40;

function isProse({ text, linked }: Block): boolean {
  return text.length >= LEAST_PROSE && linked < text.length / 3;
}

function isLinks({ text, linked, tag }: Block): boolean {
  return !/^h\d$/.test(tag) && linked > text.length / 2;
}
