/** What a case writes into the facts, and how it is undone: by a compensating change, the earlier versions staying known. */
import { type Kysely, sql } from 'kysely'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import { ProblemError } from '#domain/problem.ts'
import type { CaseChange, CaseEffect, CaseRow, CaseVacancy } from '#domain/selection-case.ts'
import type { Database } from '../database.ts'

type Transaction = Kysely<Database>

/** Writes the change; rows that begin take the id given. @throws ProblemError `case-effect-changed` */
export async function writeEffect(tx: Transaction, change: CaseChange, id: string): Promise<CaseEffect> {
  const { from, tenure, grade, ends, fills, opens, before } = change
  for (const row of ends) await endRow(tx, row, formatDate(row.on))
  const written: CaseRow[] = []
  if (tenure) {
    await insertTenure(tx, tenure, from, id)
    written.push({ table: 'tenures', id })
  }
  if (grade) {
    const { cadreId, grade: name } = grade
    const day = formatDate(from)
    await sql`insert into grades (cadre_id, grade, "from") values (${cadreId}, ${name}, ${day})`.execute(tx)
    written.push({ table: 'grades', id: `${cadreId}/${name}/${day}` })
  }
  for (const vacancy of fills) await removeVacancy(tx, vacancy)
  for (const vacancy of opens) await addVacancy(tx, vacancy)
  return {
    from,
    written: [...(before?.written ?? []), ...written],
    ended: [...(before?.ended ?? []), ...ends],
    filled: [...(before?.filled ?? []), ...fills],
    opened: [...(before?.opened ?? []), ...opens],
  }
}

/** Takes back what a case wrote, as far as it still stands as written. @throws ProblemError `case-effect-changed` */
export async function undoEffect(tx: Transaction, effect: CaseEffect): Promise<void> {
  const { written, ended, filled, opened } = effect
  // What began goes first: a seat has one holder at a time.
  for (const row of written) await removeRow(tx, row)
  const isOurs = (row: CaseRow): boolean => written.some(({ table, id }) => table === row.table && id === row.id)
  for (const row of ended) if (!isOurs(row)) await reopenRow(tx, row, formatDate(row.on))
  for (const vacancy of opened) await removeVacancy(tx, vacancy)
  for (const vacancy of filled) await addVacancy(tx, vacancy)
}

async function insertTenure(
  tx: Transaction,
  tenure: NonNullable<CaseChange['tenure']>,
  from: DateCode,
  id: string,
): Promise<void> {
  const { cadreId, positionId, unitText, titleText, level, role, kind, change, to } = tenure
  await sql`insert into tenures (tenure_id, cadre_id, position_id, unit_text, title_text, post_level, role, "from", "to", kind, change)
    values (${id}, ${cadreId}, ${positionId}, ${unitText}, ${titleText}, ${level}, ${role}, ${formatDate(from)},
      ${to === undefined ? null : formatDate(to)}, ${kind}, ${change ?? null})`.execute(tx)
}

/** The row of a fact table, by what names it. */
const rowIs = ({ table, id }: CaseRow) => {
  if (table === 'tenures') return sql`tenure_id = ${id}`
  const [cadreId = '', grade = '', from = ''] = id.split('/')
  return sql`cadre_id = ${cadreId} and grade::text = ${grade} and "from" = ${from}`
}

async function endRow(tx: Transaction, row: CaseRow, on: string): Promise<void> {
  const ended = await sql`update ${sql.table(row.table)} set "to" = ${on} where ${rowIs(row)} and "to" is null`.execute(
    tx,
  )
  if (ended.numAffectedRows !== 1n) throw effectChanged(row)
}

async function reopenRow(tx: Transaction, row: CaseRow, on: string): Promise<void> {
  const opened = await sql`update ${sql.table(row.table)} set "to" = null where ${rowIs(row)} and "to" = ${on}`.execute(
    tx,
  )
  if (opened.numAffectedRows !== 1n) throw effectChanged(row)
}

async function removeRow(tx: Transaction, row: CaseRow): Promise<void> {
  const removed = await sql`delete from ${sql.table(row.table)} where ${rowIs(row)}`.execute(tx)
  if (removed.numAffectedRows !== 1n) throw effectChanged(row)
}

async function removeVacancy(tx: Transaction, { positionId, from }: CaseVacancy): Promise<void> {
  await sql`delete from vacancies where position_id = ${positionId} and "from" = ${from}`.execute(tx)
}

async function addVacancy(tx: Transaction, { positionId, from, theme, note }: CaseVacancy): Promise<void> {
  await sql`insert into vacancies (position_id, "from", theme, note)
    values (${positionId}, ${from}, ${theme ?? null}, ${note ?? null}) on conflict do nothing`.execute(tx)
}

const effectChanged = ({ id }: CaseRow): ProblemError =>
  new ProblemError({
    code: 'case-effect-changed',
    message: {
      zh: `任职记录 ${id} 已被改动，与办理时不同，没有写入。`,
      en: `The record ${id} is no longer as it was; nothing was written.`,
    },
    mend: {
      zh: '核对这名干部的任职记录，再办理或者在记录里更正。',
      en: 'Check the career of this person, then go on, or correct the record itself.',
    },
  })
