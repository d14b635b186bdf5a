/** Sources whose text is made from a file: subtitles and saved web pages. */
import { describe, expect, it, vi } from 'vitest';
import type { DefinitionLink, Hover } from 'vscode-languageserver/node';
import { pathMatcher } from '../../server/src/config/globs.ts';
import { SOURCE_ENDINGS } from '../../server/src/workspace/formats/readSource.ts';
import { CAPABILITIES, type TestClient, type TestFolder } from '../support/lspClient.ts';
import { testClient, testFolder } from '../support/whileTesting.ts';

vi.setConfig({ testTimeout: 120_000 });

const VTT = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Chair>The meeting is open. Councillor Ruiz, please.

00:12:04.000 --> 00:12:09.000
<v Ana Ruiz>We will rebuild the old harbour wall before the first winter storms.
`;
const PAGE = `<!doctype html><html><head><title>Ferry to stop</title><meta name="author" content="Lena Berg"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Ferry to stop</h1>
<p>The council met on Monday and talked for three hours about the harbour and the roads around it.</p>
<p>“The ferry will not run in winter as long as nobody pays for its repair,” Omar Haddad said at the end of the meeting.</p>
</article><footer>All rights reserved</footer></body></html>
`;
const DRAFT =
  'Harbour wall\n\n“We will rebuild the old harbour wall before the first winter storms,” Ana Ruiz said.\n\n“The ferry will not run in winter as long as nobody pays for its repair,” Omar Haddad said.\n';
const SHOWING = { ...CAPABILITIES, workspace: { ...CAPABILITIES.workspace, textDocumentContent: {} } };

async function open(
  capabilities = CAPABILITIES,
): Promise<{ client: TestClient; folder: TestFolder; uri: string }> {
  const folder = testFolder({ 'hearing.vtt': VTT, 'page.html': PAGE });
  const client = await testClient({ folders: [folder], capabilities });
  await client.indexed();
  const uri = folder.uriOf('draft.txt');
  client.open(uri, DRAFT);
  await client.diagnostics(uri);
  return { client, folder, uri };
}

const definitionOf = async (client: TestClient, uri: string, words: string): Promise<DefinitionLink> => {
  const [link] = (await client.at('textDocument/definition', uri, words)) as DefinitionLink[];
  return link!;
};

describe('subtitles and web pages', () => {
  it('are shown as the text that was made from them, at the right place', async () => {
    const { client, folder, uri } = await open(SHOWING);
    const contents = { textDocumentContent: { schemes: ['attest-source'] } };
    expect(client.initializeResult.capabilities.workspace).toMatchObject(contents);
    for (const [name, words, said] of [
      [
        'hearing.vtt',
        'We will rebuild',
        'We will rebuild the old harbour wall before the first winter storms.',
      ],
      ['page.html', 'The ferry', '“The ferry will not run in winter as long as nobody pays for its repair,”'],
    ] as const) {
      const { targetUri, targetRange } = await definitionOf(client, uri, words);
      expect(targetUri).toBe(`${folder.uriOf(name).replace('file:', 'attest-source:')}.txt`);
      const { text } = (await client.request('workspace/textDocumentContent', { uri: targetUri })) as {
        text: string;
      };
      const { start, end } = targetRange;
      expect(text.split('\n')[start.line]!.slice(start.character, end.character)).toContain(said);
      // An editor may write the same URI without its empty host.
      const short = targetUri.replace('attest-source://', 'attest-source:');
      expect(await client.request('workspace/textDocumentContent', { uri: short })).toEqual({ text });
    }
    await expect(
      client.request('workspace/textDocumentContent', { uri: 'attest-source:///nothing.vtt.txt' }),
    ).rejects.toThrow('no such source');
  });

  it('lead to the file in an editor that cannot show their text', async () => {
    const { client, folder, uri } = await open();
    const { targetUri, targetRange } = await definitionOf(client, uri, 'We will rebuild');
    expect(targetUri).toBe(folder.uriOf('hearing.vtt'));
    expect(targetRange.start.line).toBe(6);
    const page = await definitionOf(client, uri, 'The ferry');
    expect([page.targetUri, page.targetRange.start.line]).toEqual([folder.uriOf('page.html'), 3]);
  });

  it('say in the hover when it was said', async () => {
    const { client, uri } = await open(SHOWING);
    const hover = (await client.at('textDocument/hover', uri, 'We will rebuild')) as Hover;
    expect((hover.contents as { value: string }).value).toMatch(
      /\[hearing\.vtt at 00:12:04\]\(attest-source:/,
    );
  });

  it('are read anew when an editor changes them', async () => {
    const { client, folder, uri } = await open(SHOWING);
    const source = folder.uriOf('hearing.vtt');
    client.open(source, VTT);
    const { targetUri } = await definitionOf(client, uri, 'We will rebuild');
    client.change(source, VTT.replace('Councillor', 'Doctor'));
    const { text } = (await client.request('workspace/textDocumentContent', { uri: targetUri })) as {
      text: string;
    };
    expect(text).toContain('Doctor Ruiz, please');
    expect(client.published.some((params) => params.uri === source)).toBe(false);
  });
});

it('of every kind are watched for, to appear and to change', async () => {
  const { client } = await open();
  const globs = client.watched.filter(({ kind }) => kind === undefined).map(({ globPattern }) => globPattern);
  const isWatched = pathMatcher(globs);
  for (const ending of SOURCE_ENDINGS) expect(isWatched(`sources/late.${ending}`), ending).toBe(true);
  expect(isWatched('sources/photo.jpg')).toBe(false);
});

describe('sources that are still being read', () => {
  it('are waited for by who asks for the source of a passage', async () => {
    const files: Record<string, string> = { 'sources/zoning.vtt': VTT };
    for (let k = 0; k < 150; k++) files[`notes/${k}.txt`] = `The council met on day ${k}.\n`;
    const folder = testFolder(files);
    const client = await testClient({ folders: [folder], capabilities: CAPABILITIES });
    const uri = folder.uriOf('draft.txt');
    client.open(uri, DRAFT);
    const [link] = (await client.at('textDocument/definition', uri, 'We will rebuild')) as DefinitionLink[];
    expect(link!.targetUri).toBe(folder.uriOf('sources/zoning.vtt'));
  });
});
