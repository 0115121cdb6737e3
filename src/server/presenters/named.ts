/** What people, seats, units and officers are called on screens; an id that is not on record stands for itself. */
import { textAt } from '#domain/columns.ts'
import type { Text } from '#domain/text.ts'
import type { Facts } from '#policy/index.ts'
import type { Account } from '../access/account.ts'
import type { CaseSummary } from '../contract/index.ts'

interface Known {
  readonly facts: Facts
}

export function presentPerson({ facts }: Known, cadreId: string): CaseSummary['candidates'][number] {
  const row = facts.cadreIndex(cadreId)
  if (row === undefined) return { cadreId, name: cadreId, post: '' }
  const { name } = facts.snapshot.tables.cadres.columns
  return { cadreId, name: textAt(name, row) ?? '', post: facts.cadre(row).post?.label.zh ?? '' }
}

export function presentSeatOf({ facts }: Known, positionId: string): NonNullable<CaseSummary['seat']> {
  const row = facts.seatIndex(positionId)
  if (row === undefined) return { positionId, unitId: '', unitName: '', title: positionId, postLevel: 'none' }
  const { unit, unitName, title, level } = facts.seat(row)
  return { positionId, unitId: unit, unitName, title, postLevel: level }
}

export function unitNamed({ facts }: Known, unitId: string): string {
  const row = facts.unitIndex(unitId)
  return (row === undefined ? undefined : textAt(facts.snapshot.tables.units.columns.name, row)) ?? unitId
}

/** What nobody in particular has done. */
export const theSystem: Text = { zh: '系统', en: 'the system' }

export function presentOfficer(accounts: readonly Account[], account: string): CaseSummary['handlers'][number] {
  if (account === 'system') return { account, name: theSystem }
  return { account, name: accounts.find((one) => one.account === account)?.name ?? { zh: account, en: account } }
}
