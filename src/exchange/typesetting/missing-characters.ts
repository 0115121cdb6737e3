import { canSet, officeFonts } from './typeset.ts'

/** What is known of characters that were asked about; fonts do not change while the process runs. */
const known = new Map<string, boolean>()

/** What has no shape of its own: spaces, marks upon others, controls. */
const shapeless = /[\p{Z}\p{M}\p{Cc}\p{Cf}\p{Cs}]/u

/**
 * The characters of a text that no font has, in the order of their codes: a PDF shows an empty box for them. Characters of
 * private use mean something in the office's own fonts alone.
 * @example missingCharacters('王𫠠') // ['𫠠']
 */
export function missingCharacters(text: string): readonly string[] {
  const asked = [...new Set(text.toWellFormed())].filter((one) => !shapeless.test(one)).sort()
  learn(asked.filter((one) => !known.has(one)))
  return asked.filter((one) => known.get(one) === false)
}

/** Halves a set that cannot be set until it is clear which of them it is. */
function learn(characters: readonly string[]): void {
  const [only, second] = characters
  if (only === undefined) return
  if (canSet(characters)) for (const one of characters) known.set(one, isPublic(one))
  else if (second === undefined) known.set(only, false)
  else {
    const half = characters.length >> 1
    learn(characters.slice(0, half))
    learn(characters.slice(half))
  }
}

const isPublic = (character: string): boolean => officeFonts().length > 0 || !/\p{Co}/u.test(character)
