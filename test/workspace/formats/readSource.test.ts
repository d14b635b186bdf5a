import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource, SOURCE_ENDINGS } from '../../../server/src/workspace/formats/readSource.ts';

const VTT = `WEBVTT - Council meeting

NOTE recorded on the second floor

1
00:00:01.000 --> 00:00:04.000 align:start
<v Abena Osei>We will <i>not</i> raise
the fees &amp; charges.

2
00:00:04.500 --> 00:00:06.000
<v Abena Osei>Not this year.

3
00:01:15.200 --> 00:01:18.000
<v Paul Hendry>And next year?
`;

const SRT = `1\r\n00:00:01,000 --> 00:00:03,000\r\nThe bridge is open.\r\n\r\n2\r\n01:02:03,500 --> 01:02:05,000\r\n- The bridge is {\\an8}closed.\r\n`;

describe('subtitles', () => {
  it('become paragraphs by speaker', () => {
    expect(readSource('meeting.vtt', VTT).text).toBe(
      'Abena Osei: We will not raise the fees & charges. Not this year.\n\nPaul Hendry: And next year?\n',
    );
  });

  it('know the time of every place', () => {
    const { text, locatorAt } = readSource('meeting.vtt', VTT);
    expect(locatorAt(text.indexOf('fees'))).toBe('00:00:01');
    expect(locatorAt(text.indexOf('Not this'))).toBe('00:00:04');
    expect(locatorAt(text.indexOf('next year'))).toBe('00:01:15');
  });

  it('are read in SubRip form, with a new paragraph after a pause', () => {
    const { text, locatorAt, isConverted } = readSource('a/b.SRT', SRT);
    expect(text).toBe('The bridge is open.\n\nThe bridge is closed.\n');
    expect(locatorAt(text.length)).toBe('01:02:03');
    expect(isConverted).toBe(true);
  });

  it('show rolling captions once', () => {
    const rolling =
      'WEBVTT\n\n00:01.000 --> 00:02.000\nthe harbour\n\n00:02.000 --> 00:03.000\nthe harbour\nis frozen\n\n00:03.000 --> 00:04.000\nis frozen\nsince May\n';
    expect(readSource('x.vtt', rolling).text).toBe('the harbour\nis frozen\nsince May\n');
  });

  it('without cues are an empty text', () => {
    expect(readSource('x.vtt', 'WEBVTT\n').text).toBe('');
    expect(readSource('x.vtt', '').locatorAt(0)).toBe(null);
  });
});

const PAGE = `<!doctype html><html><head>
<title>Harbour fees to stay | Velden Courier</title>
<meta property="og:site_name" content="Velden Courier">
<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"Harbour fees to stay","author":[{"name":"Ada Brandt"}],"datePublished":"2024-03-09T08:00:00Z"}]}</script>
<link rel="canonical" href="https://courier.example/harbour">
<style>p { color: red }</style></head>
<body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<div class="site"><div class="menu-wrapper menu"><p>Everything you want to know, in one long menu paragraph of text.</p></div>
<main><h1>Harbour fees to stay</h1>
<div class="body">
<p>The harbour board will not raise its fees, <a href="/osei">Abena Osei</a> said on Monday, after a long night of talks.</p>
<div class="related"><p>READ MORE: The long road to the new harbour, told by those who built it.</p></div>
<p>“We will pay what we&nbsp;owe,<br>and <b>nothing</b> more,” she told the gallery, which rose to its feet.</p>
<ul><li><a href="/a">Another story that is only a link to another page entirely</a></li></ul>
<p>The vote is expected in May, when the new council meets for the first time.</p>
</div></main></div>
<footer><p>All rights reserved by the Velden Courier and its many partners everywhere.</p></footer>
</body></html>`;

describe('web pages', () => {
  it('give the article without menus, teasers and footers', () => {
    expect(readSource('page.html', PAGE).text).toBe(
      [
        'Harbour fees to stay\n',
        'The harbour board will not raise its fees, Abena Osei said on Monday, after a long night of talks.\n',
        '“We will pay what we owe, and nothing more,” she told the gallery, which rose to its feet.\n',
        'The vote is expected in May, when the new council meets for the first time.\n',
      ].join('\n'),
    );
  });

  it('say who published what when', () => {
    expect(readSource('page.htm', PAGE).metadata).toEqual({
      title: 'Harbour fees to stay',
      author: 'Ada Brandt',
      publisher: 'Velden Courier',
      date: '2024-03-09',
      url: 'https://courier.example/harbour',
    });
  });

  it('survive broken structured data', () => {
    const page = '<title>A day</title><script type="application/ld+json">{"headline":</script><p>One line.';
    expect(readSource('x.html', page)).toMatchObject({ text: 'One line.\n', metadata: { title: 'A day' } });
  });

  it('nested without end are read as far as they make sense', () => {
    const deep = `<p>The words at the top are words.</p>${'<div>'.repeat(200_000)}`;
    expect(readSource('x.html', deep).text).toBe('The words at the top are words.\n');
  });
});

describe('text', () => {
  it('is taken as it is, with front matter as metadata', () => {
    const raw = '---\nspeaker: Abena Osei\ndate: 2024-03-09\n---\n\nWe will not.\n';
    const source = readSource('notes.md', raw);
    expect(source).toMatchObject({ text: raw, format: 'markdown', isConverted: false });
    expect(source.metadata).toEqual({ speaker: 'Abena Osei', date: '2024-03-09' });
  });

  it('of a transcript gives the last time before a place', () => {
    const raw = '[00:12:04] OSEI: We will not.\nNot this year.\n\n[00:13:00] HENDRY: I see.\n';
    const { locatorAt } = readSource('talk.txt', raw);
    expect(locatorAt(raw.indexOf('this year'))).toBe('00:12:04');
    expect(locatorAt(raw.indexOf('I see'))).toBe('00:13:00');
    expect(readSource('talk.txt', 'At 12:04 we met.\nThen we left.').locatorAt(20)).toBe(null);
  });
});

it('reads anything under any name', () => {
  const markup = fc.string({
    unit: fc.constantFrom(
      '<',
      '>',
      '/',
      '!--',
      'p',
      'div',
      'a ',
      'class="',
      '"',
      '&',
      '00:01',
      ':02.000',
      ' --> ',
      '\n',
      '\r',
      '﻿',
      'é',
      '\u{1F600}',
      'script',
    ),
    maxLength: 200,
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...SOURCE_ENDINGS, 'odd', ''),
      fc.oneof(markup, fc.string()),
      (ending, raw) => {
        const { text, locatorAt } = readSource(`file.${ending}`, raw);
        expect(typeof text).toBe('string');
        locatorAt(0);
        locatorAt(text.length);
      },
    ),
  );
});
