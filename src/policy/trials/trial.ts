/**
 * Acceptance trials labelled from the regulations alone, not from the rule files: people who are plainly eligible
 * (`bases.yaml`), one thing changed, a day, and what the comparison of cadre C1 with seat P1 must answer and cite.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type DateCode, formatDate, parseDate } from '#domain/calendar.ts'
import { countsAs, type Finding, overall } from '#domain/finding.ts'
import { isTableName } from '#domain/snapshot.ts'
import { fieldNamesOf, type TableName, tableOf } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '../cases/snapshot-from.ts'
import { explain, factsFor, type RuleBook } from '../index.ts'

type Cells = Readonly<Record<string, string | number | boolean | null>>
/** Table → row → cells; a null row is taken away, a null cell is unknown. */
type Rows = Readonly<Record<string, Readonly<Record<string, Cells | string | null>>>>

interface Base {
  readonly extends?: string
  readonly [table: string]: Rows[string] | string | undefined
}

/** What a day must answer. Citations read `任用条例 8(3)`, with ` | ` between alternatives and ` = verdict` at the end. */
interface Expected {
  readonly verdict: string
  readonly because?: readonly string[]
  /** Citations that must find no fault. */
  readonly silent?: readonly string[]
  readonly missing?: readonly string[]
  /** Citations under which people are asked, whatever the verdict. */
  readonly asked?: readonly string[]
  readonly turns_on?: string
}

interface Written {
  readonly name: string
  readonly base: string
  /** Why the label may be disputed. */
  readonly doubt?: string
  readonly change?: Rows
  readonly on: Readonly<Record<string, Expected>>
}

export interface Trial {
  readonly file: string
  readonly name: string
  readonly asOf: DateCode
  readonly rows: readonly (readonly [TableName, RowFacts])[]
  readonly expected: Expected
}

const instruments: Readonly<Record<string, string>> = {
  任用条例: '党政领导干部选拔任用工作条例',
  公务员法: '中华人民共和国公务员法',
  职级并行规定: '公务员职务与职级并行规定',
  政务处分法: '中华人民共和国公职人员政务处分法',
  党纪处分条例: '中国共产党纪律处分条例',
  任职回避规定: '党政领导干部任职回避暂行规定',
  任期规定: '党政领导干部职务任期暂行规定',
}

/** Every trial in the folder: a case on a day. */
export function readTrials(folder: string): Trial[] {
  const read = (file: string): unknown => parse(readFileSync(join(folder, file), 'utf8'), { logLevel: 'error' })
  const bases = read('bases.yaml') as Readonly<Record<string, Base>>
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml') && file !== 'bases.yaml')
  return files.sort().flatMap((file) =>
    (read(file) as readonly Written[]).flatMap((one) => {
      const rows = rowsOf(file, one.name, [...layersOf(bases, one.base), one.change ?? {}])
      return Object.entries(one.on).map(([day, expected]) => ({
        file,
        name: one.name,
        asOf: parseDate(day) ?? fail(file, one.name, day),
        rows,
        expected,
      }))
    }),
  )
}

function layersOf(bases: Readonly<Record<string, Base>>, name: string): Rows[] {
  const base = bases[name] ?? fail('bases.yaml', name, 'base')
  const { extends: parent, ...rows } = base
  return [...(parent === undefined ? [] : layersOf(bases, parent)), rows as Rows]
}

function rowsOf(file: string, name: string, layers: readonly Rows[]): [TableName, RowFacts][] {
  const tables = new Map<TableName, Map<string, Record<string, string>>>()
  for (const layer of layers)
    for (const [table, changes] of Object.entries(layer)) {
      if (!isTableName(table)) return fail(file, name, table)
      const rows = tables.get(table) ?? new Map<string, Record<string, string>>()
      tables.set(table, rows)
      for (const [key, change] of Object.entries(changes)) {
        if (change === null) rows.delete(key)
        else
          rows.set(
            key,
            merged(rows.get(key) ?? keyOf(table, key), cellsOf(change), (field) => {
              if (!fieldNamesOf(table).includes(field)) fail(file, name, `${table}.${field}`)
            }),
          )
      }
    }
  return [...tables].flatMap(([table, rows]) => [...rows.values()].map((row): [TableName, RowFacts] => [table, row]))
}

const cellsOf = (change: Cells | string): Cells => (typeof change === 'string' ? { result: change } : change)

/** The cells that the key of a row stands for: its id, or the year of an evaluation; rows belong to C1 unless they say otherwise. */
function keyOf(table: TableName, key: string): Record<string, string> {
  const [first = '', second = ''] = tableOf(table).key
  const owner = table !== 'cadres' && fieldNamesOf(table).includes('cadre_id') ? { cadre_id: 'C1' } : undefined
  if (first !== 'cadre_id' || table === 'cadres') return { ...owner, [first]: key }
  return second === 'year' ? { ...owner, year: key } : { ...owner }
}

function merged(
  row: Readonly<Record<string, string>>,
  cells: Cells,
  known: (field: string) => void,
): Record<string, string> {
  const next: Record<string, string> = { ...row }
  for (const [field, value] of Object.entries(cells)) {
    known(field)
    if (value === null) delete next[field]
    else next[field] = String(value)
  }
  return next
}

function fail(file: string, name: string, what: string): never {
  throw new Error(`${file}: ${name}: ${what}`)
}

/** What the rules answer about C1 and P1; undefined where there is no such seat on that day. */
export function answerOf(trial: Trial, book: RuleBook): readonly Finding[] | undefined {
  const snapshot = snapshotFrom(trial.asOf, trial.rows)
  const facts = factsFor(snapshot, book)
  const cadre = facts.cadreIndex('C1')
  const seat = facts.seatIndex('P1')
  if (cadre === undefined || seat === undefined) return undefined
  return explain(book.inForce('appointment', trial.asOf), facts, facts.cadre(cadre), facts.seat(seat))
}

/** How the answer differs from the label, in lines that a reader can act on; empty where it does not. */
export function differencesOf({ expected }: Trial, findings: readonly Finding[] | undefined): string[] {
  const allowed = expected.verdict.split('|').map((verdict) => verdict.trim())
  if (!findings) return allowed.includes('absent') ? [] : [`no such seat or cadre, not ${expected.verdict}`]
  const verdict = overall(findings)
  const faults = findings.filter((finding) => countsAs(finding) !== 'met')
  const said = faults.map((finding) => `  ${sentenceOf(finding)}`)
  const wrong = allowed.includes(verdict) ? [] : [`overall ${verdict}, not ${expected.verdict}`, ...said]
  const because = expected.because ?? []
  const absent = because.filter((choice) => !choice.split(' | ').some((one) => citedBy(one, findings, verdict)))
  const loud = (expected.silent ?? []).flatMap((citation) => faults.filter((finding) => isCited(citation, finding)))
  const reasons = findings.filter((finding) => because.some((choice) => isAnyCited(choice, finding)))
  const missing = new Set(reasons.flatMap((finding) => finding.missing))
  const days = reasons.map((finding) => (finding.turnsOn === undefined ? 'never' : formatDate(finding.turnsOn)))
  return [
    ...wrong,
    ...absent.map((choice) => `${choice} is not among the reasons for ${verdict}`),
    ...(absent.length > 0 ? reasons.map((finding) => `  ${sentenceOf(finding)}`) : []),
    ...loud.map((finding) => `must be silent: ${sentenceOf(finding)}`),
    ...(expected.missing ?? [])
      .filter((field) => !missing.has(field))
      .map((field) => `${field} is not named as missing`),
    ...(expected.asked ?? [])
      .filter((one) => !findings.some((it) => isCited(one, it) && asks(it)))
      .map((one) => `${one} asks nothing`),
    ...(expected.turns_on === undefined || days.includes(expected.turns_on)
      ? []
      : [`turns on ${days.join(', ')}, not ${expected.turns_on}`]),
  ]
}

function isAnyCited(choice: string, finding: Finding): boolean {
  return choice.split(' | ').some((one) => isCited(one.split(' = ')[0] ?? one, finding))
}

function citedBy(choice: string, findings: readonly Finding[], verdict: string): boolean {
  const [citation = '', wanted = verdict] = choice.split(' = ')
  return findings.some(
    (finding) =>
      isCited(citation, finding) &&
      (finding.verdict === wanted || countsAs(finding) === wanted || (wanted === 'any' && finding.verdict !== 'met')),
  )
}

const asks = ({ verdict, questions }: Finding): boolean => verdict === 'discretion' || (questions ?? []).length > 0

/** Is the finding that of this article, or of one of its items? */
function isCited(citation: string, { basis }: Finding): boolean {
  const [short = '', article = ''] = citation.split(' ')
  const instrument = instruments[short]
  if (instrument === undefined) throw new Error(`${citation}: no such instrument`)
  const plain = instrument.replace('中华人民共和国', '')
  return basis.instrument.includes(plain) && (basis.article === article || basis.article.startsWith(`${article}(`))
}

const sentenceOf = (finding: Finding): string =>
  [
    `${finding.rule} ${finding.basis.article} ${finding.verdict}`,
    finding.weight === 'decides' ? '' : `(${finding.weight})`,
    finding.reasons.map((reason) => reason.zh).join('；'),
    finding.missing.length > 0 ? `missing ${finding.missing.join(', ')}` : '',
  ].join(' ')
