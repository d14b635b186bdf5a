/** The wording of the reasons that quantities carry; `{0}` is the first passage of evidence. */
import { phrases } from '../../text/say.ts';
import type { Exemption } from '../facts.ts';

export const QUANTITY_REASONS: Readonly<Record<`exempt-${Exemption}` | 'quantity' | 'quantity-of', string>> =
  phrases({
    quantity: 'the number {0}',
    'quantity-of': 'the number {0}, counting {1}',
    'exempt-date': 'a date: {0}',
    'exempt-year': 'a year: {0}',
    'exempt-time': 'a time of day: {0}',
    'exempt-duration': 'a stretch of time that only places the story: {0}',
    'exempt-age': 'an age: {0}',
    'exempt-ordinal': 'a place in an order: {0}',
    'exempt-identifier': 'part of a name or label: {0}',
    'exempt-name': 'part of a name: {0}',
    'exempt-score': 'a result of play: {0}',
    'exempt-address': 'part of an address or telephone number: {0}',
    'exempt-list-number': 'the number of a list item: {0}',
    'exempt-small-count': 'a small count written as a word: {0}',
    'exempt-idiom': 'a turn of phrase: {0}',
    'exempt-logistics': 'a practical detail of an event: {0}',
    'exempt-known-fact': 'common knowledge: {0}',
    'exempt-observed': 'counted or seen by the reporter: {0}',
    'exempt-arithmetic': 'follows from attributed figures of the same paragraph: {0}',
    'exempt-conversion': 'the figure before it in another unit: {0}',
    'exempt-quoted': 'inside quotation marks: {0}',
    'exempt-headline': 'the body gives the same figure with its source: {0}',
    'exempt-linked': 'a link or footnote on the passage names its source: {0}',
    'exempt-hypothetical': 'supposed or asked, not stated: {0}',
    'exempt-genre': 'the kind of text asks for no source: {0}',
  });
