/** Every request the server answers, by the name `server.ts` calls it. */
export * from './aboutDocument.ts';
export * from './aboutPlace.ts';
export * from './acting.ts';
export * from './completion.ts';
export * from './handingOver.ts';
export * from './renamedFiles.ts';
