/**
 * Words before a colon at the start of a line that are no speakers; lower case. Left out: offices and roles
 * ("moderator", "chair", "reporter", "narrator"), which do speak.
 */
export const NOT_SPEAKERS: ReadonlySet<string> = new Set(
  (
    'update|updated|note|notes|correction|clarification|exclusive|breaking|breaking news|analysis|opinion|editorial|watch|' +
    'read|read more|related|see also|more|listen|video|photo|photos|image|credit|source|sources|caption|date|time|' +
    'location|place|where|when|what|who|why|how|title|author|byline|contact|contacts|media contact|phone|tel|fax|email|' +
    'e-mail|web|website|twitter|facebook|instagram|address|cost|price|tickets|info|information|for more information|' +
    'subject|re|to|from|cc|bcc|sent|published|posted|tags|topics|categories|category|keywords|filed under|section|' +
    'abstract|summary|conclusion|background|warning|tip|fact|fact check|myth|verdict|claim|ruling|bottom line|' +
    "editor’s note|editor's note|ps|p.s|nb|n.b|ed|eds|contributing|reporting|chapter|part|figure|table|step|" +
    'monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|yesterday|' +
    'january|february|march|april|may|june|july|august|september|october|november|december|' +
    'for immediate release|embargoed|attention|example|examples|pros|cons|http|https|url|link|links|transcript'
  ).split('|'),
);
