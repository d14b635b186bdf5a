/** What a web page says about itself: schema.org data (JSON-LD) first, then Open Graph and plain `meta` elements. */
import type { SourceMetadata } from '../types.ts';

type Field = 'title' | 'author' | 'publisher' | 'date' | 'url';

/** The `name` or `property` of `meta` elements, the better ones first. */
const META_NAMES: Readonly<Record<Field, readonly string[]>> = {
  title: ['og:title', 'twitter:title'],
  author: ['author', 'article:author', 'byl', 'dc.creator'],
  publisher: ['og:site_name', 'publisher', 'dc.publisher'],
  date: ['article:published_time', 'date', 'dc.date', 'pubdate', 'publish-date'],
  url: ['og:url'],
};

const MAX_VALUE = 500;

export class MetadataReader {
  readonly #meta = new Map<string, string>();
  readonly #linked: Partial<Record<Field, string>> = {};
  #collecting: 'title' | 'json' | null = null;
  #collected = '';
  #title = '';
  #canonical = '';

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'meta') {
      const key = (attributes.property ?? attributes.name ?? '').toLowerCase();
      const value = attributes.content?.trim();
      if (key !== '' && value && !this.#meta.has(key)) this.#meta.set(key, value);
    } else if (name === 'link' && attributes.rel === 'canonical') this.#canonical = attributes.href ?? '';
    else if (name === 'title' && this.#title === '') this.#collecting = 'title';
    else if (name === 'script' && attributes.type === 'application/ld+json') this.#collecting = 'json';
  }

  text(text: string): void {
    if (this.#collecting) this.#collected += text;
  }

  close(name: string): void {
    if (this.#collecting === 'title' && name === 'title')
      this.#title = this.#collected.replace(/\s+/g, ' ').trim();
    else if (this.#collecting === 'json' && name === 'script') this.#readJson(this.#collected);
    else return;
    this.#collecting = null;
    this.#collected = '';
  }

  result(): SourceMetadata {
    const fromMeta = (field: Field) => META_NAMES[field].map((name) => this.#meta.get(name)).find(Boolean);
    const metadata: Partial<Record<Field, string>> = {};
    for (const field of Object.keys(META_NAMES) as Field[]) {
      let value = this.#linked[field] ?? fromMeta(field);
      if (field === 'title') value ??= this.#title;
      if (field === 'url') value ??= this.#canonical;
      if (field === 'date') value = /^\d{4}-\d{2}-\d{2}/.exec(value ?? '')?.[0];
      if (value) metadata[field] = value.slice(0, MAX_VALUE);
    }
    return metadata;
  }

  #readJson(json: string): void {
    let data: unknown;
    try {
      data = JSON.parse(json);
    } catch {
      return;
    }
    const article = articleIn(data);
    if (!article) return;
    const found: Partial<Record<Field, string | undefined>> = {
      title: textIn(article.headline),
      author: nameIn(article.author),
      publisher: nameIn(article.publisher),
      date: textIn(article.datePublished),
      url: textIn(article.url) ?? textIn(article.mainEntityOfPage),
    };
    for (const [field, value] of Object.entries(found)) if (value) this.#linked[field as Field] ??= value;
  }
}

type Json = Readonly<Record<string, unknown>>;

/** The first thing with a headline: the data itself, one of a list, or one of its `@graph`. */
function articleIn(data: unknown): Json | undefined {
  const candidates = Array.isArray(data) ? (data as unknown[]) : [data];
  for (const candidate of candidates) {
    if (!isObject(candidate)) continue;
    if (typeof candidate.headline === 'string') return candidate;
    const graph = candidate['@graph'];
    const inGraph = Array.isArray(graph)
      ? (graph as unknown[]).filter(isObject).find((item) => typeof item.headline === 'string')
      : undefined;
    if (inGraph) return inGraph;
  }
  return undefined;
}

/** `"Ada Veld"`, `{"name": "Ada Veld"}` or a list of either. */
function nameIn(value: unknown): string | undefined {
  const values = Array.isArray(value) ? (value as unknown[]) : [value];
  const names = values
    .map((item) => textIn(isObject(item) ? item.name : item))
    .filter((name) => name !== undefined);
  return names.length === 0 ? undefined : names.join(', ');
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
