import type { Say } from '../../../language/language.tsx'
import { frameWords } from '../../../language/words/frame.ts'
import { wishWords } from '../../../language/words/slates.ts'

const proposed = [wishWords.defaultName, wishWords.analysisName].flatMap((words) =>
  Object.values(words).map((name) => ({
    words,
    pattern: new RegExp(`^${name.replace('{month}', '([\\d.]+)')}(?:（(\\d+)）)?$`),
  })),
)

/** A name that the form or the analysis gave is said in the reader's language; what somebody wrote stays as written. */
export function slateName(name: string, say: Say): string {
  for (const { words, pattern } of proposed) {
    const [, month, number] = pattern.exec(name) ?? []
    if (month) return say(words, { month }) + (number ? say(frameWords.bracketed, { words: number }) : '')
  }
  return name
}
