import type { Say } from '../../../language/language.tsx'
import { frameWords } from '../../../language/words/frame.ts'
import { wishWords } from '../../../language/words/slates.ts'

const proposed = Object.values(wishWords.defaultName).map(
  (name) => new RegExp(`^${name.replace('{month}', '([\\d.]+)')}(?:（(\\d+)）)?$`),
)

/** A name that the form proposed is said in the reader's language; what somebody wrote stays as it is written. */
export function slateName(name: string, say: Say): string {
  for (const one of proposed) {
    const [, month, number] = one.exec(name) ?? []
    if (month)
      return say(wishWords.defaultName, { month }) + (number ? say(frameWords.bracketed, { words: number }) : '')
  }
  return name
}
