import { describe, expect, it } from 'vitest';
import type { NamedSpeaker, SpeakerRelation } from '../../server/src/workspace/speakers.ts';
import { areCompatible, compareSpeakers, speakerOf } from '../../server/src/workspace/speakers.ts';
import { analyzeArticle } from '../../server/src/analysis/analyze.ts';

const named = (name: string | null, speaksFor: string | null = null): NamedSpeaker => ({ name, speaksFor });

describe('two speakers', () => {
  it.each<[SpeakerRelation, NamedSpeaker, NamedSpeaker]>([
    ['same-name', named('Ministry of the Interior'), named('the Interior Ministry')],
    ['part-of-name', named('Dumont'), named('Mirela Dumont')],
    ['acronym', named('WMO'), named('World Meteorological Organization')],
    ['speaks-for', named('Carl Jansen', 'Velden Council'), named('the Velden Council')],
    ['speaks-for', named('Carl Jansen', 'Velden Council'), named('Ada Brandt', 'Velden Council')],
    ['unnamed', named(null), named('Mirela Dumont')],
    ['different', named('Carl Jansen'), named('Mirela Dumont')],
    [
      'different',
      named('Carl Jansen', 'Velden Council'),
      named('Mirela Dumont', 'Corran Council of Fishers'),
    ],
  ])('are %s', (relation, a, b) => {
    expect(compareSpeakers(a, b)).toBe(relation);
    expect(compareSpeakers(b, a)).toBe(relation);
    expect(areCompatible(relation)).toBe(relation !== 'different');
  });

  it('that are not there say nothing', () => {
    expect(compareSpeakers(undefined, named('Carl Jansen'))).toBe('unnamed');
  });
});

it('reads the speaker of a passage from its attribution', () => {
  const text =
    '“The old mill is beyond repair,” Mirela Dumont, the mayor, said on Monday.\n\nNobody else spoke.\n';
  const article = analyzeArticle(text, { format: 'plain' });
  expect(speakerOf(article, { start: 0, end: 32 })?.name).toBe('Mirela Dumont');
  expect(speakerOf(article, { start: text.indexOf('Nobody'), end: text.length })).toBe(undefined);
});
