import { describe, expect, it } from 'vitest';
import { analyzeBlock } from '../../server/src/analysis/blockFacts.ts';
import type { BlockKind, Quotation } from '../../server/src/analysis/facts.ts';
import { QUOTATION_REASONS } from '../../server/src/analysis/quotations/reasons.ts';
import { readMarked, writeMarked } from '../support/marked.ts';

/**
 * Quotations are written as tags: `<direct>“We stay,”</direct>`, `partial`, `block`; with a label for what is told apart
 * besides: `<partial:title>`, `<direct:unclosed>`.
 */
function check(marked: string, kind: BlockKind = 'paragraph'): readonly Quotation[] {
  const { text } = readMarked(marked, ['direct', 'partial', 'block']);
  const { quotations } = analyzeBlock(text, kind);
  const written = quotations.map((quotation) => ({
    ...quotation.span,
    tag: quotation.kind,
    label: labelOf(quotation),
  }));
  expect(writeMarked(text, written)).toBe(marked);
  for (const { span, inner, reason } of quotations) {
    expect(inner.start).toBeGreaterThanOrEqual(span.start);
    expect(inner.end).toBeLessThanOrEqual(span.end);
    expect(QUOTATION_REASONS).toHaveProperty(reason.code);
  }
  return quotations;
}

function labelOf({ role, unclosed }: Quotation): string {
  return [unclosed ? 'unclosed' : '', role === 'speech' ? '' : role].filter(Boolean).join(',');
}

const silent = (text: string): void => void check(text);

describe('marks of every kind', () => {
  it.each([
    '<direct>“We will stay,”</direct> she said.',
    '<direct>“I said, <partial>‘Stop,’</partial>”</direct> said Kim.',
    '<direct>“<partial>‘Stop right there.’</partial>”</direct>',
    '<direct>"We will stay,"</direct> she said.',
    '<direct>‘We will stay,’</direct> she said.',
    "<direct>'We will stay,'</direct> she said.",
    "<direct>''We will stay,''</direct> she said.",
    "<direct>``We will stay,''</direct> she said.",
    '<direct>«We will stay,»</direct> she said.',
    '<direct>« We will stay, »</direct> she said.',
    '<direct>»We will stay,«</direct> she said.',
    '<direct>„We will stay,“</direct> she said.',
    '<direct>„We will stay,”</direct> she said.',
    '<direct>‚We will stay,‘</direct> she said.',
    '<direct>”We will stay,”</direct> she said.',
    '<direct>‹We will stay,›</direct> she said.',
  ])('enclose quotations: %s', (text) => void check(text));

  it('give the span with and the inner span without them', () => {
    const text = "He said ''no way'' twice.";
    const [quotation] = analyzeBlock(text, 'paragraph').quotations;
    expect(text.slice(quotation!.span.start, quotation!.span.end)).toBe("''no way''");
    expect(text.slice(quotation!.inner.start, quotation!.inner.end)).toBe('no way');
  });

  it.each([
    '<direct>“We will stay,"</direct> she said.',
    '<direct>"We will stay,”</direct> she said.',
    'He called it <partial>“abhorrent“</partial> and left.',
    'The mayor, she said, was <partial>"tired”</partial> of it.',
    'He called it <partial>”abhorrent”</partial> and left.',
    'He said,<direct>"We will stay here for good."</direct>',
    '<direct>"We will stay here,"</direct>he said.',
    '<direct>" We will stay here, "</direct> she said.',
  ])('pair even where one is mistyped: %s', (text) => void check(text));

  it.each([
    'Orr said: <direct>“<partial>‘No’</partial> is not an answer.”</direct>',
    '<direct>“She told me, <direct>‘Go home now.’</direct> I did,”</direct> Orr said.',
    "<direct>''She told me, <direct>'Go home now.'</direct>''</direct>",
    '<direct>"She told me, <direct>"Go home now,"</direct> and I did,"</direct> Orr said.',
    '<direct>“He called it a <partial>“mess”</partial> before the vote,”</direct> she said.',
  ])('nest: %s', (text) => void check(text));

  it('name the quotation they stand in', () => {
    const quotations = check(
      '<direct>“No.”</direct> Orr said: <direct>“<partial>‘No’</partial> is not an answer.”</direct>',
    );
    expect(quotations.map(({ parent }) => parent)).toEqual([null, null, 1]);
  });
});

describe('no quotation marks', () => {
  it.each([
    "The workers' contract wasn't James' idea; it was the '80s all over, rock 'n' roll till the mornin'.",
    'The workers’ contract wasn’t James’ idea; it was the ’80s all over, rock ’n’ roll ’til dawn.',
    'Back in the ‘80s, the Smiths’ house and ‘em.',
    "O'Neill and D’Arcy waited at Hallowe’en.",
    'He is 6\' 2" tall and she is 5\'10"; the board is 12" by 14" wide.',
    'He is 6’2” tall, and the plank measures 8" across.',
    'The span is 5′ 11″ wide.',
    '5 o’clock; the class of ’98; y’all; ’tis the season; li’l; th’ end.',
    'A lone " in the middle of nowhere',
    'An empty "" or “ ” says nothing.',
    'See <a href="https://tarn.example">the report</a> and `say "hello"` there.',
    'See [the report](https://tarn.example "The title of it") for more.',
  ])('are apostrophes, measures or markup: %s', silent);

  it.each([
    '<direct>“James’ idea wasn’t the workers’,”</direct> she said.',
    "<direct>'We don't want the workers' contract,'</direct> he said. <direct>'Not since the '80s.'</direct>",
    '<direct>‘The boys’ club isn’t ours,’</direct> he said.',
    '<direct>"He is 6\'2","</direct> she said. <direct>"I am not."</direct>',
    '<direct>"I want a 12" pizza,"</direct> he said.',
    '<partial>"I want 20"</partial> and <partial>"I got 12,"</partial> they said.',
    "<direct>'Tis the season,'</direct> he said.",
    "Mayor calls plan <partial>'reckless'</partial> and the council's vote <partial>'a farce'</partial>",
  ])('stand beside those that are: %s', (text) => void check(text));
});

describe('what is left open', () => {
  it.each([
    '<direct:unclosed>“We will stay. And we will fight on.</direct>',
    '<direct:unclosed>"We will stay, the mayor said.</direct> <direct>"We have no choice."</direct>',
    '<direct>“We will stay,”</direct> she said. <direct:unclosed>“We have no choice.</direct>',
    '<direct:unclosed>“He told us <direct>‘Go home.’</direct> And we went.</direct>',
    "Ida Tamm, 78, said: <direct:unclosed>'I was cross. I've lived here for years and nobody asked me.</direct>",
    '<direct:unclosed>"The report called it <partial>“a mess”</partial> and nobody disagreed.</direct>',
  ])('is unclosed to the end, or to where the next one opens: %s', (text) => void check(text));

  it('does not turn the rest of the paragraph inside out', () => {
    check(
      '<direct:unclosed>"We will stay, she said.</direct> <direct>"We have no choice,"</direct> he said. <direct>"None at all."</direct>',
    );
    check('<direct>"We will stay,"</direct> she said." Then she left.');
  });

  it('is found without its opening mark', () => {
    check('<direct>We have no choice, and we never had one,”</direct> the mayor said.');
    silent('The mayor of Tarn”');
  });
});

describe('direct and partial quotations', () => {
  it.each([
    '<direct>“Yes,”</direct> she said.',
    '<direct>“Never!”</direct> he shouted.',
    'Asked why, he said: <direct>“No comment.”</direct>',
    'She said <direct>“we will not leave the valley before the spring”</direct> and left.',
    'The ministry objected, saying that <direct>"the towns are left with one road to take their harvest to the market."</direct>',
    '<direct>“We will stay,”</direct> she said, <direct>“for as long as it takes.”</direct>',
    '<direct>“I [and the board] will … stay here [sic] for good,”</direct> he said.',
    '<direct>“… and then we left,”</direct> he said.',
    '<direct>‘We will stay’</direct>, he said.',
  ])('direct: %s', (text) => void check(text));

  it.each([
    'He spoke of a <partial>“lost decade”</partial> for the town.',
    'They are banned from <partial>"farm-to-farm sales"</partial> of seed.',
    'She stayed because of its <partial>"long friendship with the valley."</partial>',
    'The plan was <partial>“the single best thing this town can do for the lungs of its children,”</partial> he said.',
    'The mayor said he was <partial>“not about to give in”</partial> to anyone.',
  ])('partial: %s', (text) => void check(text));

  it.each([
    'Robert <partial:nickname>“Bobby”</partial> Pell won the seat.',
    'He wrote the novel <partial:title>“Low Water”</partial> in Tarn.',
    'In her 1974 study <partial:title>“A River in Flames”</partial>, Ada Orr argued that drink was to blame.',
    'She appeared on <partial:title>“Meet the Council”</partial> on Sunday.',
    'The so-called <partial:term>“smart”</partial> meters failed.',
    'They use the term <partial:term>“net metering”</partial> for it.',
    'It is known as <partial:term>“the Cut”</partial> in Tarn.',
    'The sign reads <partial:writing>“closed for repair”</partial> in red.',
    '<direct:writing>“We are closed for good,”</direct> the owner wrote on the door.',
  ])('with a role: %s', (text) => void check(text));

  it.each([
    'He called the plan <partial>“a disgrace”</partial> to the town.',
    '<direct>“Never Again,”</direct> she said.',
    'They told Robert <partial>“bluntly”</partial> to leave.',
  ])('without one: %s', (text) => void check(text));
});

describe('block quotations', () => {
  it('are quotations even without marks', () => {
    check('<block>We have waited long enough.\n> We will not wait.</block>', 'block-quote');
    check('<block>“We have waited long enough.”</block>', 'block-quote');
    check('<block>We have heard <partial>“no”</partial> for years.</block>', 'block-quote');
  });

  it('end before the line that names their source', () => {
    check('<block>We have waited long enough.</block>\n> — Ada Orr, mayor', 'block-quote');
  });
});

describe('in passing', () => {
  it('finds nothing in nothing', () => {
    silent('');
    silent('The council met on Monday.');
  });

  it('reads hard-wrapped lines', () => {
    check('<direct>“We will\r\nstay,”</direct> she\r\nsaid.');
  });

  it('reads quotations in emphasis and around emoji', () => {
    check('*<direct>“We will stay,”</direct>* she said.');
    check('**<direct>"We will stay 👍,"</direct>** she said.');
  });
});
