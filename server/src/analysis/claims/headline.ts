/** Figures that the body gives: a headline that repeats one needs no source of its own. */
import type { Block, Quantity } from '../facts.ts';
import type { Site } from './claims.ts';

/** Two quantities with the same key state the same figure, whatever their nouns: headlines shorten those. */
export function sameFigureKey({ value, upper, kind }: Quantity): string {
  return `${kind} ${value} ${upper ?? ''}`;
}

/** The first quantity of the body for each figure, attributed ones first. */
export function bodyFigures(
  blocks: readonly Block[],
  quantities: readonly Quantity[],
  sites: readonly Site[],
): ReadonlyMap<string, Quantity> {
  const figures = new Map<string, Quantity>();
  quantities.forEach((quantity, i) => {
    const kind = blocks[sites[i]!.block]?.kind;
    if (kind === 'headline' || kind === 'heading') return;
    const key = sameFigureKey(quantity);
    const known = figures.get(key);
    if (known === undefined || (known.attribution === null && quantity.attribution !== null)) {
      figures.set(key, quantity);
    }
  });
  return figures;
}
