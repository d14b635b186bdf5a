/** Folders and clients of one test: gone when it is over, the last one first. */
import { onTestFinished } from 'vitest';
import { type StartOptions, TestClient, TestFolder } from './lspClient.ts';

/** A folder with these files, by their path in it. */
export function testFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): TestFolder {
  const folder = new TestFolder(files);
  onTestFinished(() => {
    folder.remove();
  });
  return folder;
}

/** An editor with its server, in the middle of a session. */
export async function testClient(options: StartOptions = {}): Promise<TestClient> {
  return killedAfterwards(await TestClient.start(options));
}

/** The same before its first message. */
export async function spawnedClient(): Promise<TestClient> {
  return killedAfterwards(await TestClient.spawn());
}

function killedAfterwards(client: TestClient): TestClient {
  onTestFinished(() => {
    client.kill();
  });
  return client;
}
