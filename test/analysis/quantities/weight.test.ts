import { describe, expect, it } from 'vitest';
import { quantitiesOf } from '../../support/quantityNotation.ts';

/** From this weight on a missing source is spoken of. */
const WORTH_A_SOURCE = 0.5;

function loudest(sentence: string): number {
  const weights = quantitiesOf(sentence).map(({ weight }) => weight);
  expect(weights).not.toEqual([]);
  return Math.max(...weights);
}

function quiet(title: string, sentences: readonly string[]): void {
  it.each(sentences)(`${title}: %s`, (sentence) => {
    expect(loudest(sentence)).toBeLessThan(WORTH_A_SOURCE);
  });
}

function loud(title: string, sentences: readonly string[]): void {
  it.each(sentences)(`${title}: %s`, (sentence) => {
    expect(loudest(sentence)).toBeGreaterThanOrEqual(WORTH_A_SOURCE);
  });
}

describe('what is traded in public', () => {
  quiet('anybody can see it', [
    'Shares fell 11 percent on Tuesday.',
    'Shares of Harrow & Pell fell 11 percent after the chain cut its forecast.',
    'Castwell’s shares closed 3.4 percent lower.',
    'Castwell jumped 8 percent in early trading.',
    'The stock has risen 14 percent since January.',
    'The Dow Jones Industrial Average dropped 214 points, or 0.6 percent, to 33,871.20.',
    'Tokyo’s Nikkei 225 rose 0.3 percent to 33,036.76, while the Hang Seng shed 2.1 percent.',
    'The benchmark index rose 3.1 percent.',
    'Brent crude, the international standard, added 2.2 percent to $91.12 a barrel.',
    'Oil prices rose 5 percent.',
    'The yen weakened 1.4 percent against the dollar.',
    'The two-year yield climbed 12 basis points to 5.02 percent.',
    'Stocks and bonds fell 3 percent.',
    'That gave the chain a market value of about $21 billion.',
    'About 9.8 billion shares changed hands.',
  ]);

  loud('somebody earned, sold, made or counted it', [
    'Revenue fell 11 percent.',
    'Sales of shares and bonds fell 11 percent.',
    'Oil output rose 5 percent.',
    'Gold exports fell 12 percent.',
    'House prices rose 5 percent.',
    'The consumer price index rose 3.1 percent.',
    'Its share of the market rose 3 percent.',
    'Stocks of grain fell 12 percent.',
    'Profit at the stock exchange rose 12 percent.',
    'The yield fell 3 percent and crime rose 4 percent.',
    'The fund holds shares worth $40 million.',
    'He sold 3 million shares.',
  ]);
});

describe('what was counted or decided in public', () => {
  quiet('it can be looked up or seen', [
    'Vale had 41,318 votes, or 50.7 percent, to 40,114 for Osei.',
    'With 87 percent of precincts reporting, Vale led.',
    'Measure D was failing 61 percent to 39 percent.',
    'It needs a two-thirds majority.',
    'The council approved a $9.2 million budget.',
    'She told about 200 supporters to wait.',
    'About 60 residents attended the hearing.',
  ]);

  loud('it is somebody’s figure', [
    'Vale leads Osei 51 percent to 39 percent.',
    'Two-thirds of the owners are men.',
    'The council has a $9.2 million budget.',
    'Some 12,000 people attended the rally.',
  ]);
});
