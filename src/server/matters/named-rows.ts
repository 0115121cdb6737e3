/** People, accounts, seats and units that an act names must be on record. */
import type { MatterFacts, MatterField, MatterHindrance } from '#domain/matter.ts'
import { rowsIn } from '#domain/matter-course.ts'
import { fill } from '#domain/text.ts'
import type { Facts } from '#policy/index.ts'
import type { Account } from '../access/account.ts'
import { mayHandle } from '../access/permission.ts'

interface Known {
  readonly facts: Facts
  readonly accounts: readonly Account[]
}

/** The first field that names somebody, a seat or a unit that is not on record, or an account that is no officer's. */
export function strangerIn(
  fields: readonly MatterField[],
  facts: MatterFacts,
  known: Known,
): MatterHindrance | undefined {
  for (const field of fields) {
    const value = facts[field.name]
    if (typeof value === 'string' && value !== '' && !isOnRecord(field, value, known)) return unknown(field)
    for (const [at, row] of rowsIn(facts, field.name).entries()) {
      const found = strangerIn(field.columns ?? [], row, known)
      if (found) return { ...found, field: `${field.name}/${at}/${found.field ?? ''}` }
    }
  }
  return undefined
}

function isOnRecord({ kind }: MatterField, id: string, { facts, accounts }: Known): boolean {
  switch (kind) {
    case 'cadre':
      return facts.cadreIndex(id) !== undefined
    case 'seat':
      return facts.seatIndex(id) !== undefined
    case 'unit':
      return facts.unitIndex(id) !== undefined
    case 'account':
      return accounts.some((one) => one.account === id && mayHandle(one))
    default:
      return true
  }
}

const unknown = ({ name, label }: MatterField): MatterHindrance => ({
  code: 'matter-field-unlisted',
  says: fill({ zh: '“{field}”不在库里。', en: '“{field}” is not on record.' }, { field: label }),
  mend: fill({ zh: '从列表里选“{field}”。', en: 'Choose “{field}” from the list.' }, { field: label }),
  field: name,
})
