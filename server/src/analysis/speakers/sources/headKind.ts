/** What kind of source the head noun of a description makes of it. */
import {
  DOCUMENT_NOUNS,
  GROUP_NOUNS,
  isOfPeople,
  ORGANISATION_NOUNS,
  UTTERANCE_NOUNS,
} from '../../../language/en/organisationWords.ts';
import { singularRole } from '../../../language/en/roles.ts';
import type { SourceKind } from './sourcePhrase.ts';

/** `the coast guard`, `the national guard`: nobody's role. */
const FORCES = new Set(['coast', 'national', 'border', 'republican', 'revolutionary', 'civil']);

/** `the 43-year-old`, also where its last word is read alone. */
const AGED = /^(?:.*-year-)?old$/;

/**
 * The kind, and the noun in the singular where it is a role.
 * @param noun lower case, without stops
 * @param before the word before it, lower case
 * @param quantified the phrase counts its people
 */
export function headKind(
  noun: string,
  before: string | undefined,
  quantified: boolean,
): { readonly kind: SourceKind; readonly head: string } {
  if (noun === 'guard' && FORCES.has(before ?? '')) return { kind: 'organisation', head: noun };
  if ((isOfPeople(noun) || AGED.test(noun)) && !quantified) return { kind: 'role', head: noun };
  const role = singularRole(noun);
  if (!role && !quantified && noun.endsWith('maker')) return { kind: 'organisation', head: noun };
  if (role) return { kind: role.plural || quantified ? 'group' : 'role', head: role.noun };
  return { kind: kindOfNoun(noun, quantified), head: noun };
}

function kindOfNoun(noun: string, quantified: boolean): SourceKind {
  if (quantified && !ORGANISATION_NOUNS.has(noun) && !DOCUMENT_NOUNS.has(noun)) return 'group';
  if (noun === 'police') return 'organisation';
  if (GROUP_NOUNS.has(noun)) return 'group';
  if (ORGANISATION_NOUNS.has(noun)) return 'organisation';
  if (DOCUMENT_NOUNS.has(noun) || (noun.endsWith('s') && DOCUMENT_NOUNS.has(noun.slice(0, -1))))
    return 'document';
  if (/(?:[^s]s|%|ese)$/.test(noun) && noun.length > 3) return 'group';
  return 'unnamed';
}

/** Whether a document of this kind is its owner speaking: `the ministry’s statement`. */
export function isUtterance(noun: string): boolean {
  return UTTERANCE_NOUNS.has(noun);
}
