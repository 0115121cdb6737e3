/** Finds a word by its path, whichever list or fact it belongs to. */
import { invariant } from '#domain/problem.ts'
import { type List, lists } from './lists.ts'
import { type Word, words } from './vocabulary.ts'

const all = new Map<string, Word>(Object.entries(words))
for (const list of Object.values(lists)) for (const [path, word] of Object.entries(list.words)) all.set(path, word)

export const findWord = (path: string): Word | undefined => all.get(path)

/** A word that the loader has already checked. */
export function wordOf(path: string): Word {
  const word = all.get(path)
  invariant(word, `no word ${path}`)
  return word
}

export function listOf(name: string): List {
  const list = lists[name]
  invariant(list, `no list ${name}`)
  return list
}
