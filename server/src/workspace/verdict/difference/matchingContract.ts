/**
 * The matching contract by example: what may differ between a quotation and its source, and what that is called. Every
 * row is a test, and the README's table is made of these rows.
 */
import type { Allowance, ChangeKind } from './wordDifference.ts';

export interface ContractRow {
  /** The words in the article, as they stand between quotation marks. */
  readonly passage: string;
  /** The words in the source. */
  readonly source: string;
  readonly verdict: 'verbatim' | 'cleaned' | 'trimmed' | 'altered';
  /** The allowance or the change that the row is an example of. */
  readonly because: Allowance | ChangeKind;
}

export const MATCHING_CONTRACT: readonly ContractRow[] = [
  row('verbatim', 'typography', 'We don’t give the harbour away', "We don't give the harbour away"),
  row(
    'verbatim',
    'first-letter-case',
    'The harbour stays in public hands',
    'Believe me, the harbour stays in public hands',
  ),
  row(
    'verbatim',
    'closing-punctuation',
    'The harbour stays in public hands,',
    'The harbour stays in public hands.',
  ),
  row('verbatim', 'hyphenation', 'Cooperation keeps the harbour open', 'Co-operation keeps the harbour open'),
  row(
    'verbatim',
    'spelling',
    'The labor of our fathers keeps the quarry alive',
    'The labour of our fathers keeps the quarry alive',
  ),
  row('verbatim', 'number-style', 'Five percent of the harbour is frozen', '5% of the harbour is frozen'),
  row(
    'verbatim',
    'number-style',
    'We sold 125 boats out of the harbour',
    'We sold one hundred and twenty-five boats out of the harbour',
  ),
  row(
    'verbatim',
    'spelling',
    'The ferry runs 12 km along the harbour at 40 mph',
    'The ferry runs 12 kilometres along the harbour at 40 miles per hour',
  ),
  row(
    'verbatim',
    'bracket',
    '[The mayor] will sell the harbour next spring',
    'He will sell the harbour next spring',
  ),
  row(
    'verbatim',
    'ellipsis',
    'We will sell … the harbour next spring',
    'We will sell, as I told the council, the harbour next spring',
  ),
  row('verbatim', 'sic', 'The harbour were [sic] frozen all winter', 'The harbour were frozen all winter'),
  row(
    'verbatim',
    'speaker-label',
    'The harbour stays open. The quay stays open.',
    'HALE: The harbour stays open.\nHALE: The quay stays open.',
  ),
  row(
    'verbatim',
    'reopened-mark',
    'The harbour stays open. The quay stays open.',
    '“The harbour stays open.\n\n“The quay stays open.”',
  ),
  row(
    'verbatim',
    'reopened-mark',
    'The harbour stays open, and nobody will close the quay',
    '“The harbour stays open,” the mayor said, “and nobody will close the quay.”',
  ),
  row(
    'cleaned',
    'filler',
    'The harbour is, frankly, finished',
    'The harbour is, um, frankly, you know, finished',
  ),
  row('cleaned', 'contraction', 'The harbour does not pay for itself', "The harbour doesn't pay for itself"),
  row(
    'trimmed',
    'removed',
    'The harbour will be sold next spring',
    'The harbour will be quietly sold next spring',
  ),
  row(
    'altered',
    'negation',
    'The harbour will be sold next spring',
    'The harbour will not be sold next spring',
  ),
  row(
    'altered',
    'negation',
    'We will … sell the harbour next spring',
    'We will not sell the harbour next spring',
  ),
  row('altered', 'negation', 'All of the ferries run in winter', 'Not all of the ferries run in winter'),
  row(
    'altered',
    'negation',
    'The harbour was sold to the bank last spring',
    'Nobody says that the harbour was sold to the bank last spring',
  ),
  row(
    'altered',
    'number',
    'The harbour lost 4.7 million last year',
    'The harbour lost 4.2 million last year',
  ),
  row(
    'altered',
    'number',
    'All of the ferries run in winter and in spring',
    'Almost all of the ferries run in winter and in spring',
  ),
  row(
    'altered',
    'replaced',
    'The ferry runs 12 km along the harbour',
    'The ferry runs 12 miles along the harbour',
  ),
  row(
    'altered',
    'magnitude',
    'The harbour lost 4.2 billion last year',
    'The harbour lost 4.2 million last year',
  ),
  row('altered', 'name', 'I gave the harbour to Paul Hendry', 'I gave the harbour to Paul Oduya'),
  row(
    'altered',
    'modal',
    'The harbour will close before the winter',
    'The harbour may close before the winter',
  ),
  row(
    'altered',
    'condition',
    'The council sells the harbour to the bank',
    'If the council sells the harbour to the bank, we all lose',
  ),
  row('altered', 'tense', 'The harbour was safe for every ferry', 'The harbour is safe for every ferry'),
  row(
    'altered',
    'person',
    'I think he sold the harbour too cheaply',
    'I think we sold the harbour too cheaply',
  ),
  row('altered', 'replaced', 'The harbour will be sold next autumn', 'The harbour will be sold next spring'),
  row(
    'altered',
    'added',
    'The harbour will be secretly sold next spring',
    'The harbour will be sold next spring',
  ),
  row('altered', 'moved', 'Next spring the harbour will be sold', 'The harbour will be sold next spring'),
];

function row(
  verdict: ContractRow['verdict'],
  because: ContractRow['because'],
  passage: string,
  source: string,
): ContractRow {
  return { passage, source, verdict, because };
}
