/** Imports as the page shows them: values in words, differences side by side. */
import type { ArrivingPerson, ArrivingRow, ArrivingUnit } from '#domain/arrivals.ts'
import type { Choices, FieldDifference, FileFinding, RowDifference } from '#domain/import.ts'
import { labelOfTable } from '#domain/lexicon/facts.ts'
import { labelOfField, labelOfTruth } from '#domain/lexicon/field-terms.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Problem } from '#domain/problem.ts'
import { type TableName, tableOf } from '#domain/tables.ts'
import type { Text } from '#domain/text.ts'
import type { Arrival, ImportRecord } from '#records/imports/index.ts'
import type { Account } from '../access/account.ts'
import type {
  ArrivalDetail,
  ArrivalRow,
  FieldShape,
  ImportProblem,
  ImportSummary,
  RowShape,
} from '../contract/index.ts'
import { chosenField, chosenRow } from '../imports/difference/difference.ts'
import { textOfTenure } from '../imports/difference/seats.ts'
import type { Ground } from '../imports/ground.ts'
import type { ReadingProgress } from '../imports/task.ts'
import type { Walked } from '../imports/walk.ts'
import { presentOfficer } from './named.ts'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

export function presentImport(
  found: ImportRecord,
  progress: ReadingProgress | undefined,
  accounts: readonly Account[],
): ImportSummary {
  const { importId, files, counts, standings, findings } = found
  const nameOf = (account: string) => presentOfficer(accounts, account).name
  return {
    importId,
    state: found.state === 'reading' && !progress ? 'interrupted' : found.state,
    files: files.map(({ name, size }) => ({ name, size })),
    madeBy: nameOf(found.madeBy),
    madeAt: found.madeAt.toISOString(),
    progress: progress ?? null,
    standings: { ...standings },
    problems: findings.filter(({ isNotice }) => !isNotice).length,
    counts: counts && { ...counts, rows: { ...counts.rows } as Record<string, never> },
    appliedBy: found.appliedBy === null ? null : nameOf(found.appliedBy),
    appliedAt: iso(found.appliedAt),
    undoneBy: found.undoneBy === null ? null : nameOf(found.undoneBy),
    undoneAt: iso(found.undoneAt),
  }
}

export const presentProblem = (problem: Problem | FileFinding): ImportProblem => ({
  code: problem.code,
  file: problem.file ?? null,
  sheet: problem.sheet ?? null,
  row: problem.row ?? null,
  column: problem.column ?? null,
  message: problem.message,
  mend: problem.mend,
  isNotice: 'isNotice' in problem && problem.isNotice,
})

export const presentArrival = (found: Arrival): ArrivalRow => ({
  number: found.number,
  subject: found.subject,
  name: found.name,
  told: told(found.arrival),
  file: found.file,
  row: found.arrival.place.row ?? null,
  standing: found.standing,
  tally: { ...found.tally },
  candidates: found.match.candidates.length,
  sole: soleCandidate(found) !== undefined,
})

/** The one recorded person or unit that somebody unchosen is like. */
export function soleCandidate({ decision, match }: Pick<Arrival, 'decision' | 'match'>): string | undefined {
  const [first, second] = match.candidates
  return decision === undefined && second === undefined ? first?.id : undefined
}

function told(arrival: ArrivingPerson | ArrivingUnit): string {
  if ('code' in arrival) return arrival.code
  const present = (arrival.rows.tenures ?? []).filter(({ to }) => to === undefined).map(textOfTenure)
  return [arrival.cadre.born_on?.replaceAll('-', '.'), present.at(-1) ?? arrival.unitName].filter(Boolean).join(' · ')
}

/** Who a candidate is, beyond the name: from what is recorded. */
export type About = ReadonlyMap<string, Text>

export function presentLook(
  walked: Walked,
  found: ImportRecord,
  ground: Ground,
  about: About,
): Omit<ArrivalDetail, 'previous' | 'next'> {
  const { arrival, difference, targetId, isNew, authority, fault, standing } = walked
  const { match } = arrival
  const choices = { own: arrival.choices, all: found.choices }
  const table: TableName = arrival.subject === 'unit' ? 'units' : 'cadres'
  const byTable = Map.groupBy(difference.rows, (row) => row.table)
  return {
    number: arrival.number,
    subject: arrival.subject,
    name: arrival.name,
    file: arrival.file,
    row: arrival.arrival.place.row ?? null,
    standing,
    decision: arrival.decision ?? null,
    target: targetId === undefined ? null : { id: targetId, isNew },
    match: {
      outcome: match.outcome,
      candidates: match.candidates.map(({ id, number, name, probability, reasons }) => ({
        id: id ?? null,
        number: number ?? null,
        name,
        about: about.get(id ?? `#${number}`) ?? { zh: '', en: '' },
        probability: probability ?? null,
        reasons: [...reasons],
      })),
      notes: [...match.notes],
    },
    authority: authority ? { name: ground.unitName(authority.unitId), reason: authority.reason } : null,
    fault: fault ?? null,
    hasForm: 'form' in arrival.arrival && arrival.arrival.form !== undefined,
    fields: difference.fields.map((field) => presentField(table, field, choices, ground)),
    tables: [...byTable].map(([name, rows]) => ({
      table: name,
      label: labelOfTable(name),
      rows: rows.map((row) => presentRow(row, choices, ground)),
    })),
  }
}

interface Chosen {
  readonly own: Choices
  readonly all: Choices
}

function presentField(table: TableName, field: FieldDifference, { own, all }: Chosen, ground: Ground): FieldShape {
  const say = (value: string | undefined): Text | null =>
    value === undefined ? null : presentValue(table, field.field, value, ground)
  const everybody = field.path.replace(/^(\w+)\/\d+/, '$1/each')
  return {
    path: field.path,
    field: field.field,
    label: labelOfField(table, field.field),
    record: say(field.record),
    file: say(field.file),
    outcome: field.outcome,
    reason: field.reason ?? null,
    chosen: chosenField(field, own, all),
    forAll: all[everybody] ?? null,
  }
}

function presentRow(row: RowDifference, choices: Chosen, ground: Ground): RowShape {
  const isWhole = row.outcome === 'new' || row.outcome === 'absent'
  return {
    path: row.path,
    outcome: row.outcome,
    title: titleOf(row, ground),
    reason: row.reason ?? null,
    chosen: isWhole ? chosenRow(row, choices.own, choices.all) : null,
    fields: row.fields.map((field) => presentField(row.table, field, choices, ground)),
  }
}

/** A row as one line: its values in the order of the table. */
function titleOf({ table, record, file }: RowDifference, ground: Ground): Text {
  const row: ArrivingRow = file ?? record ?? {}
  const shown = titles[table] ?? Object.keys(tableOf(table).fields)
  const say = (language: 'zh' | 'en'): string =>
    shown
      .flatMap((field) => {
        const value = row[field]
        return value === undefined ? [] : [presentValue(table, field, value, ground)[language]]
      })
      .join(' ')
  return { zh: say('zh'), en: say('en') }
}

const titles: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  tenures: ['from', 'to', 'position_id', 'unit_text', 'title_text'],
  grades: ['grade', 'from', 'to'],
  educations: ['mode', 'level', 'degree', 'school', 'major', 'to'],
  relatives: ['relation', 'name'],
  evaluations: ['year', 'result'],
  honours: ['on', 'title'],
  sanctions: ['decided_on', 'kind'],
}

const plainly = (value: string): Text => ({ zh: value, en: value })

/** A canonical value in the words of the office. */
export function presentValue(table: TableName, name: string, value: string, ground: Ground): Text {
  const field = tableOf(table).fields[name]
  if (name === 'position_id') {
    const seat = ground.book.seat(value)
    return plainly(seat ? seat.unitName + seat.title : value)
  }
  if (field?.references === 'units') return plainly(ground.unitName(value))
  if (field?.terms && field.kind === 'term') return labelOf(field.terms, value)
  if (field?.kind === 'boolean') return labelOfTruth(table, name, value === 'true')
  return plainly(field?.kind === 'date' ? value.replaceAll('-', '.') : value)
}
