/**
 * Invented records for tests: every field of every table that the rules read, at random, with gaps. They make no sense as
 * careers, and that is the point: what holds for them holds for any record.
 */
import { type DateCode, formatDate } from '#domain/calendar.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { type Field, type TableName, tableOf } from '#domain/tables.ts'
import { factTables } from '../facts/tables.ts'
import type { RowFacts } from './snapshot-from.ts'

export interface Invention {
  readonly seed: number
  readonly people: number
  readonly seats: number
  /** How often a field that may be left out is left out. */
  readonly gaps: number
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Where any text would do, but some mean more. */
const telling: Readonly<Record<string, readonly string[]>> = {
  'units.name': ['甲县人民政府', '中共甲县委员会', '甲县公安局', '甲县人民法院', '中共甲县委组织部', '乙自治县财政局'],
  'units.region_code': ['990101', '990102', '990100'],
  'positions.title': ['县长', '县委书记', '局长', '副局长', '一级调研员', '三级调研员', '四级主任科员', '科员'],
  'positions.portfolio': ['人事', '财务', '审计', '宣传'],
  'cadres.growth_place_code': ['990101', '990102', '990100'],
  'cadres.party': ['中共党员', '中共预备党员', '群众', '民盟盟员'],
  'cadres.ethnicity': ['汉族', '回族'],
  'cadres.citizen_id': [],
  'relatives.relation': ['妻子', '父亲', '儿子', '哥哥', '岳父', '表弟', '同学', '家属'],
  'relatives.position_text': ['甲县公安局科员', '甲县人民政府办公室主任', '务农', '退休干部'],
  'sanctions.basis': ['停职检查', '责令辞职', '免职', '降职', '违反工作纪律'],
}
const unitKinds = ['government', 'party', 'court', 'department', 'county']
const levels = ['division-chief', 'division-deputy', 'section-chief', 'section-deputy', 'bureau-deputy', 'none']

interface Maker {
  readonly random: () => number
  readonly gaps: number
  readonly ids: Readonly<Partial<Record<string, number>>>
}

const pick = <T>(random: () => number, from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]

function valueOf(table: TableName, name: string, field: Field, maker: Maker): string {
  const { random, gaps, ids } = maker
  if (field.required !== true && random() < gaps) return ''
  if (field.references !== undefined)
    return `${field.references}-${Math.floor(random() * (ids[field.references] ?? 1))}`
  const pool = telling[`${table}.${name}`]
  if (pool) return pick(random, pool) ?? ''
  if (field.terms === 'unitKind') return pick(random, unitKinds) ?? ''
  if (field.terms === 'postLevel') return pick(random, levels) ?? ''
  if (field.terms === 'unitLevel' && random() < 0.6) return 'county'
  if (field.terms === 'tenureKind' && random() < 0.5) return 'appointed'
  if (field.terms !== undefined) return pick(random, identifiersOf(field.terms)) ?? ''
  if (name === 'year') return String(2022 + Math.floor(random() * 5))
  if (field.kind === 'date') return formatDate(dayOf(random, gaps))
  if (field.kind === 'number') return String(Math.floor(random() * (field.most ?? 200)))
  if (field.kind === 'boolean') return random() < 0.6 ? 'true' : 'false'
  return pick(random, ['子', '丑', '寅', '卯']) ?? ''
}

function dayOf(random: () => number, gaps: number): DateCode {
  const year = random() < 0.4 ? 2023 + Math.floor(random() * 5) : 1998 + Math.floor(random() * 29)
  const month = 1 + Math.floor(random() * 12)
  return year * 10000 + month * 100 + (random() < gaps ? 0 : 1 + Math.floor(random() * 28))
}

/**
 * The rows of an invented record, as of any day.
 * @example snapshotFrom(20261122, invented({ seed: 1, people: 50, seats: 20, gaps: 0.2 }))
 */
export function* invented({ seed, people, seats, gaps }: Invention): Generator<readonly [TableName, RowFacts]> {
  const random = chance(seed)
  const ids = { units: Math.max(3, seats >> 2), teams: Math.max(2, seats >> 3), positions: seats, cadres: people }
  const maker: Maker = { random, gaps, ids }
  const counts: Readonly<Partial<Record<TableName, number>>> = {
    ...ids,
    tenures: people * 4,
    grades: people,
    educations: people,
    relatives: people,
    evaluations: people * 3,
    trainings: people * 3,
    sanctions: people >> 1,
  }
  for (const table of factTables) {
    const { key, fields } = tableOf(table)
    const seen = new Set<string>()
    for (let row = 0; row < (counts[table] ?? people); row += 1) {
      const made = Object.entries(fields).map(([name, field]): [string, string] => {
        const isOwnId = name === key[0] && key.length === 1
        return [name, isOwnId ? `${table}-${row}` : valueOf(table, name, field, maker)]
      })
      const facts = Object.fromEntries(made.filter(([, value]) => value !== ''))
      const named = key.map((name) => facts[name]).join('|')
      if (seen.has(named)) continue
      seen.add(named)
      yield [table, facts]
    }
  }
}
