/** What a dossier must hold for a reader: each field of it from the facts, and whether the words of the grants allow it. */
import type { FactRow, Held, Model } from './model.ts'

/** The field of an answer, what the fact says, and what stands there where it may not be read. */
export interface ExpectedField {
  readonly field: string
  readonly held: Held
  readonly fact: unknown
}

const plain: Readonly<Record<string, string>> = {
  name: 'name',
  sex: 'sex',
  bornOn: 'born_on',
  ethnicity: 'ethnicity',
  nativePlace: 'native_place',
  birthPlace: 'birth_place',
  party: 'party',
  partyJoinedOn: 'party_joined_on',
  workStartedOn: 'work_started_on',
  healthOk: 'health_ok',
}

/** Lists of a dossier: from which table, held how, and the field of the answer for each column. */
const lists = {
  career: [
    'tenures',
    'personnel',
    {
      tenureId: 'tenure_id',
      positionId: 'position_id',
      from: 'from',
      to: 'to',
      kind: 'kind',
      change: 'change',
      grassroots: 'grassroots',
    },
  ],
  grades: ['grades', 'personnel', { grade: 'grade', from: 'from', to: 'to' }],
  educations: [
    'educations',
    'personnel',
    { mode: 'mode', level: 'level', degree: 'degree', school: 'school', major: 'major', from: 'from', to: 'to' },
  ],
  evaluations: ['evaluations', 'personnel', { year: 'year', result: 'result' }],
  honours: ['honours', 'personnel', { title: 'title', on: 'on', authority: 'authority' }],
  duties: ['duties', 'personnel', { indicator: 'indicator', share: 'share', from: 'from', to: 'to' }],
  sanctions: [
    'sanctions',
    'supervision',
    { kind: 'kind', decidedOn: 'decided_on', until: 'until', authority: 'authority', basis: 'basis' },
  ],
  relatives: [
    'relatives',
    'sensitive',
    {
      relation: 'relation',
      name: 'name',
      bornOn: 'born_on',
      party: 'party',
      post: 'position_text',
      cadreId: 'relative_cadre_id',
    },
  ],
} as const
type List = keyof typeof lists
const latestShown = 20

export interface Answered {
  readonly facts: Readonly<Record<string, unknown>>
  readonly trainings: { readonly courses: number; readonly latest: readonly FactRow[] }
  readonly statements: { readonly total: number }
  readonly [list: string]: unknown
}

export interface Compared {
  /** Fields that the words allow and that are there with the true value. */
  allowed: number
  /** Fields that the words do not allow and that are not there. */
  denied: number
  readonly leaks: string[]
  readonly falseDenials: string[]
}

export const nothingCompared = (): Compared => ({ allowed: 0, denied: 0, leaks: [], falseDenials: [] })

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

function compareField(into: Compared, where: string, may: boolean, fact: unknown, given: unknown): void {
  if (may && same(fact, given)) into.allowed += 1
  else if (!may && same(null, given)) into.denied += 1
  else if (may && same(null, given)) into.falseDenials.push(`${where}: ${JSON.stringify(fact)} is missing`)
  else into.leaks.push(`${where}: ${JSON.stringify(given)} instead of ${may ? JSON.stringify(fact) : 'nothing'}`)
}

/** Rows without an order: what is there and should not be is a leak, what is not and should be a denial. */
function compareRows(
  into: Compared,
  where: string,
  fields: number,
  right: readonly string[],
  given: readonly string[],
) {
  const left = new Map<string, number>()
  for (const row of given) left.set(row, (left.get(row) ?? 0) + 1)
  for (const row of right) {
    const count = left.get(row) ?? 0
    if (count > 0) {
      into.allowed += fields
      left.set(row, count - 1)
    } else into.falseDenials.push(`${where}: ${row} is missing`)
  }
  for (const [row, count] of left) if (count > 0) into.leaks.push(`${where}: ${row}`)
}

const projected = (row: FactRow, columns: Readonly<Record<string, string>>, byAnswer: boolean): string =>
  JSON.stringify(
    Object.entries(columns).map(([field, column]) => {
      const value = row[byAnswer ? field : column] ?? null
      return value !== null && /share|year|hours/.test(field) ? Number(value) : value
    }),
  )

function compareList(model: Model, cadreId: string, list: List, answer: Answered, into: Compared): void {
  const [table, held, columns] = lists[list]
  const fields = Object.keys(columns).length
  // A relative who is on record himself is told of where he may be seen himself.
  const rows = model.facts
    .of(table, cadreId)
    .filter(({ relative_cadre_id: kin }) => !kin || model.sees(String(kin)) || list !== 'relatives')
  const may = model.sees(cadreId, held)
  if (!may) into.denied += fields * model.facts.of(table, cadreId).length
  compareRows(
    into,
    `${cadreId} ${list}`,
    fields,
    may ? rows.map((row) => projected(row, columns, false)) : [],
    (answer[list] as readonly FactRow[]).map((row) => projected(row, columns, true)),
  )
}

/** A dossier against the facts, field by field. The person is one the reader sees. */
export function compareDossier(model: Model, cadreId: string, answer: Answered, into: Compared): void {
  const [person = {}] = model.facts.of('cadres', cadreId)
  for (const [field, column] of Object.entries(plain)) {
    const held = field === 'healthOk' ? 'sensitive' : 'personnel'
    compareField(into, `${cadreId} ${field}`, model.sees(cadreId, held), person[column], answer.facts[field])
  }
  for (const [field, column] of Object.entries({
    track: 'track',
    reserve: 'reserve',
    growthPlaceCode: 'growth_place_code',
  }))
    compareField(into, `${cadreId} ${field}`, true, person[column], answer[field])
  const authority = answer['authorityUnit'] as { unitId?: string } | null
  compareField(into, `${cadreId} authorityUnit`, true, person['authority_unit_id'], authority?.unitId)
  for (const list of Object.keys(lists) as List[]) compareList(model, cadreId, list, answer, into)
  const { trainings, statements } = answer
  const held = model.facts.of('trainings', cadreId)
  compareField(into, `${cadreId} courses`, true, held.length, trainings.courses)
  const columns = { course: 'course', topic: 'topic', from: 'from', to: 'to', hours: 'hours', organiser: 'organiser' }
  if (held.length <= latestShown)
    compareRows(
      into,
      `${cadreId} trainings`,
      6,
      held.map((row) => projected(row, columns, false)),
      trainings.latest.map((row) => projected(row, columns, true)),
    )
  compareField(into, `${cadreId} statements`, true, model.facts.of('statements', cadreId).length, statements.total)
}

/** How many fields of a dossier are refused with the whole of it. */
export function fieldsOf(model: Model, cadreId: string): number {
  const ofLists = (Object.keys(lists) as List[]).map(
    (list) => Object.keys(lists[list][2]).length * model.facts.of(lists[list][0], cadreId).length,
  )
  return Object.keys(plain).length + 6 + ofLists.reduce((sum, fields) => sum + fields, 0)
}
