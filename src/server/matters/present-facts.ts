/** What acts of a matter say, in words. */
import { formatDate, parseDate } from '#domain/calendar.ts'
import type { MatterField, MatterRow, MatterValue } from '#domain/matter.ts'
import type { Text } from '#domain/text.ts'
import type { Facts } from '#policy/index.ts'
import type { Account } from '../access/account.ts'
import type { MatterFactShape } from '../contract/index.ts'
import { presentOfficer, presentPerson, presentSeatOf, unitNamed } from '../presenters/named.ts'
import type { OpenedMatter } from './matter-desk.ts'

/** Where names are found. */
interface Named {
  readonly facts: Facts
  readonly accounts: readonly Account[]
}

/** Every field that some act of the design has. */
export const allFields = ({ design }: OpenedMatter): readonly MatterField[] => {
  const byName = new Map(design.acts.flatMap(({ fields }) => fields.map((field) => [field.name, field] as const)))
  return [...byName.values()]
}

export function presentMatterFacts(
  shown: Named,
  fields: readonly MatterField[],
  facts: Readonly<Record<string, MatterValue>>,
): MatterFactShape[] {
  return fields.flatMap((field) => {
    const value = facts[field.name]
    return value === undefined || value === ''
      ? []
      : [{ name: field.name, label: field.label, value, shown: shownValue(shown, field, value) }]
  })
}

/** What is written alike in both languages. */
export const same = (text: string): Text => ({ zh: text, en: text })
const yes: Text = { zh: '是', en: 'yes' }
const no: Text = { zh: '否', en: 'no' }

function shownValue(shown: Named, field: MatterField, value: MatterValue): Text {
  const option = (id: string): Text => field.options?.find((each) => each.id === id)?.label ?? same(id)
  if (typeof value === 'boolean') return value ? yes : no
  if (typeof value === 'number') return same(String(value))
  if (typeof value === 'string') {
    switch (field.kind) {
      case 'date':
        return same(formatDate(parseDate(value) ?? 0, '.'))
      case 'choice':
        return option(value)
      case 'cadre':
        return same(presentPerson(shown, value).name)
      case 'account':
        return presentOfficer(shown.accounts, value).name
      case 'seat': {
        const { unitName, title } = presentSeatOf(shown, value)
        return same(`${unitName}${title}`)
      }
      case 'unit':
        return same(unitNamed(shown, value))
      default:
        return same(value)
    }
  }
  if (field.kind === 'rows') {
    const rows = value.filter((row): row is MatterRow => typeof row === 'object')
    return joined(
      rows.map((row) => shownRow(shown, field, row)),
      '\n',
      '\n',
    )
  }
  return joined(value.filter((each): each is string => typeof each === 'string').map(option), '、', ', ')
}

const shownRow = (shown: Named, { columns }: MatterField, row: MatterRow): Text =>
  joined(
    (columns ?? []).flatMap((column) => {
      const value = row[column.name]
      return value === undefined || value === '' ? [] : [shownValue(shown, column, value)]
    }),
    ' · ',
    ' · ',
  )

export const joined = (parts: readonly Text[], zh: string, en: string): Text => ({
  zh: parts.map((part) => part.zh).join(zh),
  en: parts.map((part) => part.en).join(en),
})
