/** The fact sheet is a page for any browser, light or dark as the system is; in an editor it has the editor's colours. */

const COLORS =
  'body { color: var(--vscode-editor-foreground); background: var(--vscode-editor-background); }';

/** @param sheet the page of the fact sheet, whose style this goes after */
export function inEditorColors(sheet: string): string {
  return sheet.replace('</style>', `${COLORS}\n</style>`);
}
