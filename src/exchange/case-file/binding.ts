import type { bindCaseFile as bind } from './bind.ts'

/** Binds the file of a case; see `bind.ts`. Its library takes long to load, so only whoever binds loads it. */
export const bindCaseFile: typeof bind = async (...given) => (await import('./bind.ts')).bindCaseFile(...given)
