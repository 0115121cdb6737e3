import type { ImportSummary } from '#server/contract/index.ts'
import type { Say } from '../../../language/language.tsx'
import { importWords as words } from '../../../language/words/imports.ts'

/** What an import is called: its file, or the first of several. */
export function fileNames(files: ImportSummary['files'], say: Say): string {
  const [first] = files
  if (!first) return say(words.noFiles)
  return files.length === 1 ? first.name : say(words.moreFiles, { name: first.name, count: files.length })
}
