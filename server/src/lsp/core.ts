/** The part of the server that is loaded late; see `session.ts`. */
export { Session } from './session.ts';
export * as answers from './answers/index.ts';
