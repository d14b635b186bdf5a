/** Which words in a body's name let it be called by a noun: a bureau is an agency. */
import { ORGANISATION_KINDS } from '../../language/en/organisationWords.ts';

/** The noun itself and the words of names that it may stand for. */
export function kindsOfBody(noun: string): readonly string[] {
  return [...new Set([noun, ...(ORGANISATION_KINDS.get(noun) ?? [])])];
}
