/**
 * What `http://www.w3.org/ns/anno.jsonld` says every term means, after the Web Annotation Vocabulary (W3C
 * Recommendation, 23 February 2017, appendix A), written down here because tests do not go online.
 *
 * The context was published with the motivation `reviewing` in place of `assessing`, which the Recommendation has; the
 * W3C added `assessing` in July 2021 (w3c/web-annotation#444). Readers carry either, so both are here.
 */
type Term = string | Readonly<Record<string, string>>;

const PREFIXES = {
  as: 'http://www.w3.org/ns/activitystreams#',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  dctypes: 'http://purl.org/dc/dcmitype/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  iana: 'http://www.iana.org/assignments/relation/',
  oa: 'http://www.w3.org/ns/oa#',
  owl: 'http://www.w3.org/2002/07/owl#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'http://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** Terms that are called as in `oa`. */
const OF_OA =
  'Annotation Choice CssSelector DataPositionSelector FragmentSelector HttpRequestState Motivation RangeSelector ' +
  'ResourceSelection SpecificResource SvgSelector TextPositionSelector TextQuoteSelector TextualBody TimeState ' +
  'XPathSelector bookmarking classifying commenting describing editing highlighting identifying linking moderating ' +
  'questioning replying reviewing tagging bodyValue exact prefix processingLanguage styleClass suffix';

const OTHERS = {
  AnnotationCollection: 'as:OrderedCollection',
  AnnotationPage: 'as:OrderedCollectionPage',
  Audience: 'schema:Audience',
  Audio: 'dctypes:Sound',
  CssStylesheet: 'oa:CssStyle',
  Dataset: 'dctypes:Dataset',
  Image: 'dctypes:StillImage',
  Organization: 'foaf:Organization',
  Person: 'foaf:Person',
  Software: 'as:Application',
  Text: 'dctypes:Text',
  Video: 'dctypes:MovingImage',
  accessibility: 'schema:accessibilityFeature',
  auto: 'oa:autoDirection',
  email: 'foaf:mbox',
  email_sha1: 'foaf:mbox_sha1sum',
  format: 'dc:format',
  label: 'rdfs:label',
  language: 'dc:language',
  ltr: 'oa:ltrDirection',
  name: 'foaf:name',
  nickname: 'foaf:nick',
  rtl: 'oa:rtlDirection',
  value: 'rdf:value',
};

/** Terms whose values are addresses. */
const LINKS = {
  audience: 'schema:audience',
  body: 'oa:hasBody',
  cached: 'oa:cachedSource',
  canonical: 'oa:canonical',
  conformsTo: 'dcterms:conformsTo',
  creator: 'dcterms:creator',
  endSelector: 'oa:hasEndSelector',
  first: 'as:first',
  generator: 'as:generator',
  homepage: 'foaf:homepage',
  last: 'as:last',
  next: 'as:next',
  partOf: 'as:partOf',
  prev: 'as:prev',
  refinedBy: 'oa:refinedBy',
  renderedVia: 'oa:renderedVia',
  rights: 'dcterms:rights',
  scope: 'oa:hasScope',
  selector: 'oa:hasSelector',
  source: 'oa:hasSource',
  startSelector: 'oa:hasStartSelector',
  state: 'oa:hasState',
  stylesheet: 'oa:styledBy',
  target: 'oa:hasTarget',
  via: 'oa:via',
};

/** Terms whose values are terms. */
const CHOICES = {
  motivation: 'oa:motivatedBy',
  purpose: 'oa:hasPurpose',
  textDirection: 'oa:textDirection',
};

const TIMES = {
  created: 'dcterms:created',
  generated: 'dcterms:issued',
  modified: 'dcterms:modified',
  sourceDate: 'oa:sourceDate',
  sourceDateEnd: 'oa:sourceDateEnd',
  sourceDateStart: 'oa:sourceDateStart',
};

const COUNTS = { end: 'oa:end', start: 'oa:start', startIndex: 'as:startIndex', total: 'as:totalItems' };

function typed(terms: Readonly<Record<string, string>>, type: string): Record<string, Term> {
  return Object.fromEntries(Object.entries(terms).map(([term, id]) => [term, { '@id': id, '@type': type }]));
}

const AS_PUBLISHED_IN_2017: Readonly<Record<string, Term>> = {
  ...PREFIXES,
  ...Object.fromEntries(OF_OA.split(' ').map((term) => [term, `oa:${term}`])),
  ...OTHERS,
  ...typed(LINKS, '@id'),
  ...typed(CHOICES, '@vocab'),
  ...typed(TIMES, 'xsd:dateTime'),
  ...typed(COUNTS, 'xsd:nonNegativeInteger'),
  id: { '@id': '@id', '@type': '@id' },
  type: { '@id': '@type', '@type': '@id' },
  items: { '@id': 'as:items', '@type': '@id', '@container': '@list' },
};

/** The context that readers may have, by the year since when. */
export const CONTEXTS: Readonly<Record<'2017' | '2021', { readonly '@context': object }>> = {
  2017: { '@context': AS_PUBLISHED_IN_2017 },
  2021: { '@context': { ...AS_PUBLISHED_IN_2017, assessing: 'oa:assessing' } },
};

export const OA = PREFIXES.oa;
