/**
 * Every assertion about a fact of a person, with who made it and when: statements that name a field and a value, what the
 * record itself holds, and what the citizen number says of birth and sex.
 */
import { formatDate } from '#domain/calendar.ts'
import { readCitizenNumber } from '#domain/citizen-number.ts'
import { type Column, dateAt, textAt } from '#domain/columns.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { byCadre, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import { canonicalField, educationField, normalised } from './fact-fields.ts'

/** A channel of statements, the record (`cadres`, `educations`), or the citizen number. */
export type ClaimSource = string
export const recordSource = 'record'
export const cardSource = 'citizen-id'

export interface Claim {
  /** `statements/D0000034`, `cadres/C000072.born_on` */
  readonly id: string
  readonly source: ClaimSource
  readonly sourceUnit: string | undefined
  /** In one form; see `normalised`. */
  readonly value: string
  readonly observedOn: string | undefined
  readonly recordedOn: string | undefined
  /** The statement it says it repeats. */
  readonly copies: string | undefined
  readonly text: string | undefined
}

/** Claims about one fact of one person. */
export interface FactClaims {
  readonly cadre: number
  readonly field: string
  readonly claims: readonly Claim[]
}

/** Claims that cannot be read as a value of their field. */
export interface UnreadableClaim {
  readonly cadre: number
  readonly field: string
  readonly id: string
  readonly value: string
}

export interface Claims {
  /** By person, then field. */
  readonly facts: readonly FactClaims[]
  readonly unreadable: readonly UnreadableClaim[]
}

/** @example gatherClaims(snapshot).facts[0]?.claims.map(({ source, value }) => `${source} ${value}`) */
export function gatherClaims(snapshot: Snapshot): Claims {
  const statements = statedClaims(snapshot)
  const facts: FactClaims[] = []
  const unreadable: UnreadableClaim[] = []
  const levels = levelsOnRecord(snapshot)
  for (let cadre = 0; cadre < snapshot.tables.cadres.length; cadre += 1) {
    const stated = [...(statements[cadre] ?? []), ...cardClaims(snapshot, cadre)]
    const byField = Map.groupBy(stated, ([field]) => field)
    for (const [field, entries] of byField) {
      const claims: Claim[] = []
      const add = (claim: Claim): void => {
        const value = normalised(field, claim.value)
        if (value === undefined) unreadable.push({ cadre, field, id: claim.id, value: claim.value })
        else claims.push({ ...claim, value })
      }
      for (const [, claim] of entries) add(claim)
      const held =
        field === educationField
          ? levelClaim(snapshot, cadre, levels[cadre] ?? [], claims)
          : columnClaim(snapshot, cadre, field)
      if (held) add(held)
      facts.push({ cadre, field, claims })
    }
  }
  return { facts, unreadable }
}

type Stated = readonly [field: string, claim: Claim]

function statedClaims(snapshot: Snapshot): Stated[][] {
  const { columns } = snapshot.tables.statements
  const rows = byCadre(snapshot, 'statements')
  return Array.from({ length: snapshot.tables.cadres.length }, (_, cadre) => {
    const stated: Stated[] = []
    for (const row of rowsOf(rows, cadre)) {
      const field = textAt(columns.field, row)
      const value = textAt(columns.value, row)
      if (field === undefined || value === undefined) continue
      const copies = textAt(columns.copies, row)
      stated.push([
        canonicalField(field),
        {
          id: `statements/${textAt(columns.statement_id, row) ?? ''}`,
          source: textAt(columns.channel, row) ?? '',
          sourceUnit: textAt(columns.source_unit_id, row),
          value,
          observedOn: written(dateAt(columns.observed_on, row)),
          recordedOn: written(dateAt(columns.recorded_on, row)),
          copies: copies === undefined ? undefined : `statements/${copies}`,
          text: textAt(columns.text, row),
        },
      ])
    }
    return stated
  })
}

const written = (date: number | undefined): string | undefined => (date === undefined ? undefined : formatDate(date))

const byItself = (id: string, source: ClaimSource, value: string): Claim => ({
  id,
  source,
  sourceUnit: undefined,
  value,
  observedOn: undefined,
  recordedOn: undefined,
  copies: undefined,
  text: undefined,
})

const isColumn = (columns: object, field: string): field is keyof typeof columns => Object.hasOwn(columns, field)

/**
 * What the record says of the level of education. Several levels on record are all true at once: where a source names one
 * of them the record speaks for none against the others, else the highest stands against what was said.
 */
function levelClaim(
  snapshot: Snapshot,
  cadre: number,
  levels: readonly string[],
  stated: readonly Claim[],
): Claim | undefined {
  const [highest] = levels
  if (highest === undefined) return undefined
  if (levels.length > 1 && stated.some(({ value }) => levels.includes(value))) return undefined
  return byItself(`educations/${textAt(snapshot.tables.cadres.columns.cadre_id, cadre) ?? ''}`, recordSource, highest)
}

function columnClaim(snapshot: Snapshot, cadre: number, field: string): Claim | undefined {
  const { columns } = snapshot.tables.cadres
  if (!isColumn(columns, field)) return undefined
  const value = cellText(columns[field], cadre)
  const id = textAt(columns.cadre_id, cadre) ?? ''
  return value === undefined ? undefined : byItself(`cadres/${id}.${field}`, recordSource, value)
}

function cellText(column: Column, row: number): string | undefined {
  if (column.kind === 'date') return written(dateAt(column, row))
  if (column.kind === 'text') return textAt(column, row)
  if (column.kind === 'number') return String(column.values[row])
  const flag = column.values[row]
  return flag === 1 ? 'true' : flag === 0 ? 'false' : undefined
}

/** Only a number that is sound by itself bears witness; an unsound one is a check of its own. */
function cardClaims(snapshot: Snapshot, cadre: number): Stated[] {
  const { columns } = snapshot.tables.cadres
  const number = normalised('citizen_id', textAt(columns.citizen_id, cadre) ?? '')
  const read = number === undefined ? undefined : readCitizenNumber(number)
  if (read === undefined || 'fault' in read) return []
  const id = `cadres/${textAt(columns.cadre_id, cadre) ?? ''}.citizen_id`
  return [
    ['born_on', byItself(id, cardSource, formatDate(read.bornOn))],
    ['sex', byItself(id, cardSource, read.sex)],
  ]
}

/** The levels of education on record, of each person, each once, the highest first. */
export function levelsOnRecord(snapshot: Snapshot): string[][] {
  const { columns } = snapshot.tables.educations
  const rows = byCadre(snapshot, 'educations')
  const ladder: readonly string[] = identifiersOf('educationLevel')
  return Array.from({ length: snapshot.tables.cadres.length }, (_, cadre) => {
    const levels = new Set<string>()
    for (const row of rowsOf(rows, cadre)) {
      const level = textAt(columns.level, row)
      if (level !== undefined) levels.add(level)
    }
    return ladder.filter((level) => levels.has(level))
  })
}
