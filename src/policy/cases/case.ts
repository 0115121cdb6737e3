/**
 * Cases that an officer can read: a sentence, the facts, a day, and what the rule must answer. They stand beside each
 * instrument in `cases/*.yaml`; what a case leaves out is filled with a plain county department and one deputy seat.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isMap, isScalar } from 'yaml'
import type { DateCode } from '#domain/calendar.ts'
import { type Finding, verdicts } from '#domain/finding.ts'
import type { MeetingFacts } from '#domain/meeting.ts'
import type { ProcessFacts } from '#domain/process.ts'
import { isTableName } from '#domain/snapshot.ts'
import { fieldNamesOf, type TableName } from '#domain/tables.ts'
import { bindRule } from '../evaluation/bound-rule.ts'
import { findingOf } from '../evaluation/finding.ts'
import { readFacts } from '../facts/facts.ts'
import { factTables } from '../facts/tables.ts'
import { standardFolders } from '../rulebook/read-instruments.ts'
import { isAboutPerson } from '../rulebook/rule.ts'
import type { RuleBook } from '../rulebook/rule-book.ts'
import {
  dateOf,
  type Field,
  fieldsOf,
  itemsOf,
  mapAt,
  oneOf,
  readSource,
  refuse,
  type Source,
  scalarOf,
  stringOf,
} from '../rulebook/source.ts'
import { meetingFrom, processFrom } from './process-from.ts'
import { type RowFacts, snapshotFrom } from './snapshot-from.ts'

export interface Case {
  readonly name: string
  readonly rule: string
  readonly asOf: DateCode
  readonly rows: readonly (readonly [TableName, RowFacts])[]
  /** The selection case, for gates of procedure. */
  readonly process: ProcessFacts | undefined
  /** An item of a meeting, for the rules of decision. */
  readonly meeting?: MeetingFacts | undefined
  /** `none`: the rule does not apply. */
  readonly verdict: (typeof verdicts)[number] | 'none'
  /** Each must be part of the Chinese reasons. */
  readonly reasons: readonly string[]
  readonly missing: readonly string[]
  readonly turnsOn: DateCode | undefined
  /** File, for the test that reports it. */
  readonly file: string
}

export const caseFields = ['name', 'rule', 'as_of', 'seat', 'unit', 'cadre', 'process', 'meeting', 'expect'] as const
const listFields: readonly string[] = factTables
const what = { zh: '用例', en: 'a case' }

/** All cases of the instruments under the folders, in file order. */
export function readCases(folders = standardFolders): Case[] {
  return folders.flatMap((folder) => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
    return files
      .filter((file) => /(^|\/)cases\/[^/]+\.yaml$/.test(file))
      .flatMap((file) => readCaseFile(join(folder, file), file))
  })
}

/** The cases of one file, which goes by the name `file`. */
export function readCaseFile(path: string, file = path): Case[] {
  const source = readSource(path, file)
  return itemsOf(source, source.document.contents, what).map((node) => readCase(source, node))
}

function readCase(source: Source, node: Field): Case {
  const fields = fieldsOf(source, node, what, [...caseFields, ...listFields])
  const expect = fieldsOf(source, fields.get('expect') ?? node, { zh: 'expect', en: 'expect' }, [
    'verdict',
    'reasons',
    'missing',
    'turns_on',
  ])
  const texts = (name: string): string[] =>
    expect.has(name) ? itemsOf(source, expect.get(name), what).map((item) => stringOf(source, item, what)) : []
  return {
    name: stringOf(source, fields.get('name') ?? node, { zh: '用例名 name', en: 'the name' }),
    rule: stringOf(source, fields.get('rule') ?? node, { zh: '规则 rule', en: 'the rule' }),
    asOf: dateOf(source, fields.get('as_of') ?? node, { zh: '比对日 as_of', en: 'the as-of date' }),
    rows: rowsOf(source, fields),
    process: fields.has('process') ? processFrom(source, fields.get('process')) : undefined,
    meeting: fields.has('meeting') ? meetingFrom(source, fields.get('meeting')) : undefined,
    verdict: oneOf(source, expect.get('verdict'), { zh: 'verdict', en: 'verdict' }, [...verdicts, 'none']),
    reasons: texts('reasons'),
    missing: texts('missing'),
    turnsOn: expect.has('turns_on')
      ? dateOf(source, expect.get('turns_on'), { zh: 'turns_on', en: 'turns_on' })
      : undefined,
    file: source.file,
  }
}

function rowsOf(source: Source, fields: ReadonlyMap<string, Field>): [TableName, RowFacts][] {
  const given = (name: string, table: TableName): RowFacts =>
    fields.has(name) ? factsAt(source, fields.get(name), table) : {}
  const rows: [TableName, RowFacts][] = [
    ['units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county', ...given('unit', 'units') }],
    [
      'positions',
      {
        position_id: 'P1',
        unit_id: 'U1',
        title: '拟任职务',
        post_level: 'division-deputy',
        role: 'deputy',
        ...given('seat', 'positions'),
      },
    ],
    ['cadres', { cadre_id: 'C1', name: '张某', authority_unit_id: 'U1', ...given('cadre', 'cadres') }],
  ]
  for (const name of listFields) {
    if (!fields.has(name) || !isTableName(name)) continue
    itemsOf(source, fields.get(name), what).forEach((item, index) => {
      rows.push([name, { ...defaultsFor(name, index), ...factsAt(source, item, name) }])
    })
  }
  return rows
}

function defaultsFor(table: TableName, index: number): RowFacts {
  const owner = { cadre_id: 'C1' }
  if (table === 'tenures') return { ...owner, tenure_id: `T${index + 1}`, kind: 'appointed', role: 'deputy' }
  if (table === 'educations') return { ...owner, mode: 'full-time' }
  if (table === 'trainings') return { ...owner, course: `课程${index + 1}` }
  if (table === 'units') return { kind: 'department', level: 'county' }
  if (table === 'teams') return { unit_id: 'U1', name: '领导班子' }
  if (table === 'supervision') return { ...owner, event_id: `E${index + 1}` }
  if (table === 'cadres') return { authority_unit_id: 'U1' }
  return table === 'positions' ? {} : owner
}

function factsAt(source: Source, node: Field, table: TableName): RowFacts {
  const map = mapAt(source, node, what)
  const names = fieldNamesOf(table)
  const facts: Record<string, string> = {}
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : ''
    if (!names.includes(name)) {
      refuse(
        source,
        isMap(node) ? node : map,
        { zh: `${table} 没有“${name}”列`, en: `${table} has no column "${name}"` },
        { zh: `可用：${names.join('、')}`, en: `one of: ${names.join(', ')}` },
      )
    }
    facts[name] = String(scalarOf(source, value as Field, what))
  }
  return facts
}

/** What the rule answers in a case; undefined where it does not apply. */
export function answerOf(one: Case, book: RuleBook): Finding | undefined {
  const rule = book.rules.get(one.rule)
  if (!rule) return undefined
  const facts = readFacts(snapshotFrom(one.asOf, one.rows), book.gradeLevels(one.asOf), book.frontLine(one.asOf))
  const seat = isAboutPerson(rule) ? undefined : facts.seat(facts.seatIndex('P1') ?? 0)
  const cadre = facts.cadre(facts.cadreIndex('C1') ?? 0)
  return findingOf(bindRule(rule, book.rules, one.asOf), {
    cadre,
    seat,
    process: one.process,
    meeting: one.meeting,
    today: one.asOf,
    row: undefined,
  })
}

/** How an answer differs from what a case expects; empty where it does not. */
export function differences(one: Case, found: Finding | undefined): string[] {
  const verdict = found?.verdict ?? 'none'
  const told = found?.reasons.map((reason) => reason.zh).join('；') ?? ''
  const differs: string[] = []
  if (verdict !== one.verdict) differs.push(`结论 ${verdict}，应为 ${one.verdict}（${told}）`)
  for (const reason of one.reasons) if (!told.includes(reason)) differs.push(`理由“${told}”没有“${reason}”`)
  const missing = found?.missing ?? []
  if (one.verdict === 'unknown' && missing.join() !== one.missing.join())
    differs.push(`缺 ${missing.join()}，应为 ${one.missing.join()}`)
  if (one.turnsOn !== undefined && found?.turnsOn !== one.turnsOn)
    differs.push(`转变日 ${found?.turnsOn}，应为 ${one.turnsOn}`)
  return differs
}
