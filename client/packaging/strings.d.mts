export interface Strings {
  readonly messages: readonly string[];
  readonly unlocalised: readonly string[];
}
export function stringsOf(folder: string): Strings;
export function bundleOf(
  ...parts: readonly (Strings | readonly string[])[]
): Readonly<Record<string, string>>;
