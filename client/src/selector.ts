/** Which documents are Attest's: plain text and Markdown, saved or not, wherever VS Code reads them from. */
import * as vscode from 'vscode';

/** Project files are Attest's too: the server reports mistakes in them. */
const PROJECT_FILE_PATTERN = '**/.attest.{yaml,yml}';

/**
 * Not `output:`, `git:` or the sides of a comparison: nobody writes articles there. Folders may come from anywhere, as a
 * repository that is not checked out does.
 */
const SCHEMES = [
  ...new Set([
    ...['file', 'untitled', 'vscode-remote', 'vscode-vfs'],
    ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
  ]),
];
const LANGUAGES = ['plaintext', 'markdown'];

export const ARTICLE_SELECTOR = SCHEMES.flatMap((scheme) =>
  LANGUAGES.map((language) => ({ scheme, language })),
);

/** So are the files beside articles, whatever language their ending stands for. */
const ANNOTATION_FILE_PATTERN = '**/*.annotations.jsonld';

export const SIDE_FILE_SELECTOR = SCHEMES.filter((scheme) => scheme !== 'untitled').flatMap((scheme) =>
  [PROJECT_FILE_PATTERN, ANNOTATION_FILE_PATTERN].map((pattern) => ({ scheme, pattern })),
);

export function isArticle(document: vscode.TextDocument): boolean {
  return vscode.languages.match(ARTICLE_SELECTOR, document) > 0;
}

/** An article, or a file beside one. */
export function isAttests(document: vscode.TextDocument): boolean {
  return vscode.languages.match([...ARTICLE_SELECTOR, ...SIDE_FILE_SELECTOR], document) > 0;
}

/** The document in the active editor, when it is Attest's to look at. */
export function activeArticle(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && isArticle(document) ? document : undefined;
}
