import { describe, expect, it } from 'vitest';
import type { BlockKind } from '../../../server/src/analysis/facts.ts';
import { readQuantities } from '../../support/quantityNotation.ts';

function exempts(title: string, lines: readonly string[], kind?: BlockKind): void {
  describe(title, () => {
    it.each(lines)('%s', (line) => {
      expect(readQuantities(line, kind).found).toBe(line);
    });
  });
}

exempts('dates, years, times', [
  'It closed on <x:date>5</x> May <x:year>2014</x> at <x:time>10:30</x> a.m.',
  'They met on Sept. <x:date>26</x> and June <x:date>3-5</x>.',
  'The <x:year>2012-13</x> budget and the <x:year>1990s</x>.',
  'It lost money in <x:year>2013-14</x>.',
  'The form is dated <x:date>1995-01</x>.',
  'It ran from <x:year>1921</x> until <x:year>1968</x>.',
  'The <x:year>1995</x> proposal was dropped at <x:time>6pm</x>.',
  'Shares fell at <x:time>0945</x> GMT.',
  'The note is dated <x:date>2016-07-24</x>.',
  'Polls closed at <x:time>22.58</x> GMT.',
  'They asked people between <x:date>3</x> and <x:date>17</x> May.',
]);

exempts('ages', [
  'Ruth Okafor, <x:age>34</x>, rows.',
  'The <x:age>34-year-old</x> rows.',
  'Her son, who was <x:age>10</x>, swims.',
  'The youngest, Tommy Sparrow, was <x:age>6</x>.',
  'He is over the age of <x:age>21</x>.',
  'It is for children <x:age>under 5</x> and women aged <x:age>18 to 34</x>.',
  'It is for those between the ages of <x:age>17 and 20</x>.',
  'She left school at <x:age>14</x> and died at <x:age>89</x>.',
  'Parry, now <x:age>84</x>, laughed.',
  'He is in his <x:age>60s</x>, a child of the <x:year>60s</x>.',
]);

exempts('ordinals, scores, idioms', [
  'The <x:ordinal>22nd</x> amendment passed.',
  'The nurse wore an <x:identifier>N95</x> and flew an <x:identifier>R44</x>.',
  'Northby won <x:score>3-2</x> at home.',
  'It is a <x:idiom>50-50</x> bet, <x:idiom>24/7</x>.',
  'It is <x:idiom>one of the oldest mills</x> here.',
  'No one knew.',
]);

exempts('names, labels and addresses', [
  'Read section <x:identifier>427</x> and Chapter <x:identifier>11</x>.',
  'Flight <x:identifier>370</x> is a Boeing <x:identifier>737</x>.',
  'The <x:identifier>G7</x> and the <x:identifier>F-16</x> met <x:identifier>Covid-19</x>.',
  'The Nasdaq <x:identifier>100</x> is an index.',
  'She lives at <x:address>10</x> Canal Street.',
  'Call <x:address>555-0142</x>.',
  'See <x:identifier>https://example.org/a1</x> there.',
]);

exempts('small counts, durations, known facts, hypotheticals', [
  'They held <x:small-count>three meetings</x>.',
  'The port has only <x:small-count>one option</x>.',
  'It closed <x:duration>20 years</x> ago.',
  'In the last <x:duration>three months</x> it rained.',
  'A <x:duration>five-year</x> plan failed.',
  'The line runs <x:known-fact>24 hours a day</x>.',
  'Are <x:hypothetical>500 boats</x> enough?',
  'Tickets are <x:logistics>$20</x> at the door.',
]);

exempts('conversions', [
  'It is <n:100 kilometre, over>more than 100 km</n> (<x:conversion>60 miles</x>) off.',
  'They lost <n:2000000 euro>€2m</n> (<x:conversion>$2.2m</x>).',
]);

exempts(
  'list numbers',
  ['<x:list-number>1</x>. Close the gate.', '<x:list-number>2</x>) Open it.'],
  'list-item',
);

describe('what looks exempt and is a claim', () => {
  it.each([
    'The yard has <n:2000 welders>2000 welders</n>.',
    'The firm employs <n:1950 people>1950 people</n>.',
    'The storm killed <n:30 people>30 people</n>.',
    '<n:3 deaths>Three deaths</n> were recorded.',
    '<n:2 people>Two people</n> were killed and <n:5 others>five others</n> hurt.',
    'The motion passed <n:52..48 ->52-48</n>.',
    'The ratio of debt to capital is <n:2.3..1 ->2.3 to 1</n>.',
    'The bone is <n:66000000 years old>66 million years old</n>.',
    'In Northby <n:300 people>300 people</n> left.',
  ])('%s', (line) => {
    expect(readQuantities(line).found).toBe(line);
  });
});
