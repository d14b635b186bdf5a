/** The word somebody probably meant: for “did you mean”. */

/** The candidate nearest to `word` by edits of single letters, at most a third of them; null for none or a tie. */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const limit = Math.max(1, Math.floor(word.length / 3));
  let best: string | null = null;
  let least = limit + 1;
  let tied = false;
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), limit);
    if (distance > least || distance > limit) continue;
    tied = distance === least;
    least = distance;
    best = candidate;
  }
  return tied ? null : best;
}

/** Whether one letter was put in, left out, replaced, or swapped with its neighbour. */
export function isOneEditApart(a: string, b: string): boolean {
  return a !== b && editDistance(a, b, 1) === 1;
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment); above `limit`, `limit + 1`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let distance = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, beforeLast[j - 2]! + 1);
      }
      row.push(distance);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
