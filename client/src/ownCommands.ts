/** Tells the server which commands of this client a code lens may run, as `experimental.commands` of the capabilities. */
import type { ClientCapabilities, StaticFeature } from 'vscode-languageclient';
import { COMPARE_COMMAND, FACTS_COMMAND } from '../../server/src/lsp/commands.ts';

export const ownCommands: StaticFeature = {
  getState: () => ({ kind: 'static' }),
  fillClientCapabilities: (capabilities: ClientCapabilities) => {
    const experimental = (capabilities.experimental ?? {}) as Record<string, unknown>;
    capabilities.experimental = { ...experimental, commands: { commands: [COMPARE_COMMAND, FACTS_COMMAND] } };
  },
  initialize: () => undefined,
  clear: () => undefined,
};
