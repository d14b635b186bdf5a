/** A language client in a page of a browser, for the server that runs there as a worker. Its files are in memory. */
/* global Worker, window, atob, btoa, TextEncoder */

/**
 * Runs in the page. Puts `lsp` on its window.
 * @param {{ script: string, dataFolder: string, root: string, files: Record<string, string> }} given files by URI
 */
export function clientInPage({ script, dataFolder, root, files }) {
  const texts = new Map(Object.entries(files));
  const worker = new Worker(script);
  const pending = new Map();
  const published = new Map();
  let listeners = [];
  let nextId = 1;

  const send = (message) => worker.postMessage({ jsonrpc: '2.0', ...message });
  const answers = {
    'attest/listFolder': ({ uri }) => ({ value: childrenOf(uri) }),
    'attest/readFile': ({ uri }) =>
      texts.has(uri) ? { value: inBase64(texts.get(uri)) } : { problem: 'missing' },
    'attest/writeFile': ({ uri, text, expected }) => {
      if ((texts.get(uri) ?? null) !== expected) return { problem: 'changed' };
      if (text === null) texts.delete(uri);
      else texts.set(uri, text);
      return { value: null };
    },
    'workspace/configuration': ({ items }) => items.map(() => ({})),
  };

  worker.onmessage = ({ data }) => {
    if (data.method !== undefined && data.id !== undefined) {
      send({ id: data.id, result: answers[data.method]?.(data.params) ?? null });
    } else if (data.method !== undefined) {
      if (data.method === 'textDocument/publishDiagnostics')
        published.set(data.params.uri, data.params.diagnostics);
      for (const listener of listeners) listener();
    } else {
      const { resolve, reject } = pending.get(data.id);
      pending.delete(data.id);
      if (data.error) reject(new Error(data.error.message));
      else resolve(data.result);
    }
  };

  function childrenOf(folder) {
    const names = new Map();
    for (const uri of texts.keys()) {
      if (!uri.startsWith(`${folder}/`)) continue;
      const [name, ...below] = uri.slice(folder.length + 1).split('/');
      names.set(decodeURIComponent(name), below.length > 0 ? 'folder' : 'file');
    }
    return [...names].map(([name, kind]) => ({ name, kind }));
  }

  function inBase64(text) {
    return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  }

  function request(method, params) {
    return new Promise((resolve, reject) => {
      pending.set(nextId, { resolve, reject });
      send({ id: nextId++, method, params });
    });
  }

  /** The diagnostics of a document, once one has this code. */
  function diagnostics(uri, code) {
    return new Promise((resolve) => {
      const look = () => {
        const found = published.get(uri);
        if (!found?.some((one) => one.code === code)) return;
        listeners = listeners.filter((listener) => listener !== look);
        resolve(found);
      };
      listeners.push(look);
      look();
    });
  }

  async function start() {
    const answer = await request('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: root, name: 'newsroom' }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true, textDocumentContent: {} },
        textDocument: {
          publishDiagnostics: { relatedInformation: true },
          definition: { linkSupport: false },
        },
      },
      initializationOptions: { dataFolder },
    });
    send({ method: 'initialized', params: {} });
    return answer;
  }

  window.lsp = {
    start,
    request,
    diagnostics,
    open(uri, languageId) {
      const textDocument = { uri, languageId, version: 1, text: texts.get(uri) };
      send({ method: 'textDocument/didOpen', params: { textDocument } });
    },
    textOf: (uri) => texts.get(uri) ?? null,
    write: (uri, text) => texts.set(uri, text),
    decode: atob,
  };
}
