/** The server's log: `window/logMessage`, which editors show in an output channel. Never given article text. */
import type { MessageConnection } from 'vscode-languageserver';
import { LogMessageNotification, MessageType } from 'vscode-languageserver';
import type { Log } from './ports.ts';

export function logTo(connection: MessageConnection): Log {
  const write = (type: MessageType, message: string): void => {
    connection.sendNotification(LogMessageNotification.type, { type, message }).catch(ignore);
  };
  return {
    error: (message) => {
      write(MessageType.Error, message);
    },
    warn: (message) => {
      write(MessageType.Warning, message);
    },
    info: (message) => {
      write(MessageType.Info, message);
    },
  };
}

/** A message that cannot be sent has lost its reader; there is nobody left to tell. */
export function ignore(): void {
  // Nothing to do.
}
