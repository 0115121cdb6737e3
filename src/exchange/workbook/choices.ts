/** Drop-down lists: short ones stand in the rule itself, long ones in a hidden sheet that it points to. */
import type { Choices, Sheet } from './sheet.ts'
import { columnLetters, xmlText } from './xml.ts'

export const choicesSheetName = '选项'

/** A list in the rule itself may have 255 characters and no comma within an option. */
const fitsInRule = (options: readonly string[]): boolean =>
  options.join(',').length <= 255 && options.every((option) => !/[,"]/.test(option))

/** The hidden sheet of all long lists, and where each stands; none where all are short. */
export function choicesSheet(sheets: readonly Sheet[]): {
  readonly sheet: Sheet | undefined
  readonly lists: ReadonlyMap<readonly string[], string>
} {
  const long = [...new Set(sheets.flatMap(({ choices = [] }) => choices.map(({ options }) => options)))].filter(
    (options) => !fitsInRule(options),
  )
  const lists = new Map(
    long.map((options, column) => {
      const letters = columnLetters(column)
      return [options, `'${choicesSheetName}'!$${letters}$1:$${letters}$${options.length}`]
    }),
  )
  if (long.length === 0) return { sheet: undefined, lists }
  const height = Math.max(...long.map(({ length }) => length))
  const rows = Array.from({ length: height }, (_, row) => ({ cells: long.map((options) => options[row] ?? null) }))
  return { sheet: { name: choicesSheetName, widths: long.map(() => 24), rows, hidden: true }, lists }
}

export function choicesXml(choices: readonly Choices[], lists: ReadonlyMap<readonly string[], string>): string {
  if (choices.length === 0) return ''
  const rules = choices.map(({ column, firstRow, lastRow, options, prompt, strict }) => {
    const letters = columnLetters(column)
    const range = `${letters}${firstRow}:${letters}${lastRow}`
    const asks = prompt === undefined ? '' : ` showInputMessage="1" prompt="${xmlText(prompt.slice(0, 255))}"`
    if (options.length === 0) return `<dataValidation allowBlank="1"${asks} sqref="${range}"/>`
    const formula = lists.get(options) ?? `"${options.join(',')}"`
    const style = strict ? 'stop' : 'warning'
    return `<dataValidation type="list" errorStyle="${style}" allowBlank="1" showErrorMessage="1"${asks} sqref="${range}"><formula1>${xmlText(formula)}</formula1></dataValidation>`
  })
  return `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
}
