/**
 * Tells the server which commands of this client code lenses and code actions may run, as `experimental.commands` of the
 * capabilities, and that VS Code itself shows the warnings in a hover.
 */
import type { ClientCapabilities, StaticFeature } from 'vscode-languageclient';
import {
  COMPARE_COMMAND,
  DISMISS_COMMAND,
  FACTS_COMMAND,
  LINK_COMMAND,
  VERDICT_COMMANDS,
} from '../../server/src/lsp/commands.ts';

const COMMANDS = [
  COMPARE_COMMAND,
  FACTS_COMMAND,
  DISMISS_COMMAND,
  LINK_COMMAND,
  ...Object.values(VERDICT_COMMANDS),
];

export const ownCommands: StaticFeature = {
  getState: () => ({ kind: 'static' }),
  fillClientCapabilities: (capabilities: ClientCapabilities) => {
    const experimental = (capabilities.experimental ?? {}) as Record<string, unknown>;
    capabilities.experimental = {
      ...experimental,
      commands: { commands: COMMANDS },
      hoverShowsDiagnostics: true,
    };
  },
  initialize: () => undefined,
  clear: () => undefined,
};
