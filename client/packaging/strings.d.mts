export function stringsOf(folder: string): {
  readonly messages: Readonly<Record<string, string>>;
  readonly unlocalised: readonly string[];
};
