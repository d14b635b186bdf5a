/** How the switches of the status item change the lists of included and excluded files. */

export interface Lists {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** A pattern that matches the path itself. Marks that mean something in a glob become `?`, which matches them too. */
export function globOf(path: string): string {
  return path.replace(/[*?[\](){}!+@\\]/g, '?');
}

/** Includes what matches the pattern and takes back its exclusion. */
export function including({ include, exclude }: Lists, glob: string): Lists {
  return { include: withEntry(include, glob), exclude: without(exclude, glob) };
}

export function excluding({ include, exclude }: Lists, glob: string): Lists {
  return { include: without(include, glob), exclude: withEntry(exclude, glob) };
}

function withEntry(list: readonly string[], entry: string): readonly string[] {
  return list.includes(entry) ? list : [...list, entry];
}

function without(list: readonly string[], entry: string): readonly string[] {
  return list.filter((other) => other !== entry);
}
