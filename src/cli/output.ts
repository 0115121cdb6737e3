import type { Problem } from '#domain/problem.ts'
import type { Progress } from '#domain/progress.ts'
import type { Language, Text } from '#domain/text.ts'

/** A message for the person at the shell; never on stdout, which carries results. */
export const say = (language: Language, message: Text): void => {
  process.stderr.write(`${message[language]}\n`)
}

export const printJson = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

function placeOf(language: Language, problem: Problem): string {
  const parts: string[] = []
  if (problem.file !== undefined) parts.push(problem.file)
  if (problem.sheet !== undefined)
    parts.push(language === 'zh' ? `工作表“${problem.sheet}”` : `sheet "${problem.sheet}"`)
  if (problem.row !== undefined) parts.push(language === 'zh' ? `第 ${problem.row} 行` : `row ${problem.row}`)
  if (problem.column !== undefined) parts.push(columnOf(language, problem.column))
  return parts.join(' ')
}

/** A column of a table has a name, one of a rule file a number. */
function columnOf(language: Language, column: string): string {
  if (/^\d+$/.test(column)) return language === 'zh' ? `第 ${column} 列` : `column ${column}`
  return language === 'zh' ? `「${column}」` : `"${column}"`
}

/** Each problem on two lines: where and what, then how to mend it. */
export function printProblems(language: Language, problems: readonly Problem[]): void {
  const heading = {
    zh: `有 ${problems.length} 处问题：`,
    en: `${problems.length} problem${problems.length === 1 ? '' : 's'}:`,
  }
  printList(language, heading, problems)
}

/** What was noticed and did not stand in the way, in the same form. */
export const printNotices = (language: Language, notices: readonly Problem[]): void =>
  printList(language, { zh: '另有说明：', en: 'Also noticed:' }, notices)

function printList(language: Language, heading: Text, problems: readonly Problem[]): void {
  if (problems.length === 0) return
  say(language, heading)
  const colon: Text = { zh: '：', en: ': ' }
  for (const problem of problems) {
    const place = placeOf(language, problem)
    process.stderr.write(`  ${place}${place === '' ? '' : colon[language]}${problem.message[language]}\n`)
    process.stderr.write(`    → ${problem.mend[language]}  [${problem.code}]\n`)
  }
}

/**
 * A progress bar on a terminal, one line a finished step elsewhere (a log stays readable).
 * @example const bar = progressBar('zh'); bar.show({ step: { zh: '导入', en: 'Import' }, fraction: 0.4 }); bar.finish()
 */
export function progressBar(language: Language): { show(progress: Progress): void; finish(): void } {
  const terminal = process.stderr.isTTY === true
  let step = ''
  let drawn = 0
  const started = Date.now()
  const seconds = (): string => `${((Date.now() - started) / 1000).toFixed(1)} s`
  return {
    show({ step: text, fraction }) {
      const label = text[language]
      if (!terminal) {
        if (label !== step) process.stderr.write(`${label} …  ${seconds()}\n`)
        step = label
        return
      }
      const now = Date.now()
      if (label === step && fraction < 1 && now - drawn < 100) return
      if (label !== step && step !== '') process.stderr.write('\n')
      step = label
      drawn = now
      const width = 24
      const filled = Math.round(Math.min(1, Math.max(0, fraction)) * width)
      process.stderr.write(`\r${'█'.repeat(filled)}${'░'.repeat(width - filled)}  ${label}  ${seconds()}\u001b[K`)
    },
    finish() {
      if (terminal && step !== '') process.stderr.write('\n')
    },
  }
}
