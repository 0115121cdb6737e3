import type { Problem } from '#domain/problem.ts'
import type { Language } from '#domain/text.ts'
import { type Cell, writeTable } from './csv/write.ts'

const headers: Record<Language, readonly string[]> = {
  zh: ['文件', '工作表', '行', '列', '问题', '改法', '代码'],
  en: ['file', 'sheet', 'row', 'column', 'problem', 'how to mend', 'code'],
}

/**
 * Writes problems as a sheet that a clerk opens beside the files; it begins with a byte order mark, without which
 * spreadsheets take Chinese for another encoding.
 * @example await writeProblemSheet('problems.csv', check.problems)
 */
export async function writeProblemSheet(
  file: string,
  problems: readonly Problem[],
  language: Language = 'zh',
): Promise<void> {
  const rows = problems.map((problem): Cell[] => [
    problem.file ?? null,
    problem.sheet ?? null,
    problem.row ?? null,
    problem.column ?? null,
    problem.message[language],
    problem.mend[language],
    problem.code,
  ])
  await writeTable(file, headers[language], rows, { byteOrderMark: true })
}
