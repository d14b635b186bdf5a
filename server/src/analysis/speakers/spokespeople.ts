/** For whom somebody speaks: the ministry of a `ministry spokesman`. */
import type { Context } from './context.ts';
import type { Who } from './who.ts';

const SPOKESPERSON = new Set(['spokesman', 'spokeswoman', 'spokesperson']);

/** The body in whose name the person speaks, as a role says that the article gives them; null when none does. */
export function employerOf(context: Context, { entity }: Who): Who | null {
  for (const { head, words, span } of entity?.roles ?? []) {
    if (!SPOKESPERSON.has(head) && !(words.includes('press') && words.includes('secretary'))) continue;
    const body = context
      .namesIn([span])
      .find((name) => name.entity.kind === 'organisation' && name.entity !== entity);
    if (body) return context.whoIs(body.entity);
  }
  return null;
}
