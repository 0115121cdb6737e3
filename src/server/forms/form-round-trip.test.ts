import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AppointmentForm } from '#domain/appointment-form.ts'
import { fieldNamesOf } from '#domain/tables.ts'
import { personOf, readForm, writeLrmx } from '#exchange/index.ts'
import { loadRuleBook } from '#policy/index.ts'
import { emptyRecords } from '#records/fixtures.ts'
import type { Records } from '#records/index.ts'
import { applyImport, importOf } from '../imports/apply.ts'
import { draftOf } from '../imports/fixtures.ts'
import { formOf } from './form-of.ts'

let records: Records
const book = loadRuleBook()
const asOf = 20261122

const born = { native_place: '东澜云川', ethnicity: '汉族', work_started_on: '1996-08' }

beforeAll(async () => {
  records = await emptyRecords()
  const facts: Record<string, Record<string, string>[]> = {
    units: [{ unit_id: 'U1', name: '云川市委员会', kind: 'party', level: 'county' }],
    positions: [],
    cadres: [{ cadre_id: 'C1', name: '陆承川', sex: 'male', born_on: '1975-03', ...born, authority_unit_id: 'U1' }],
    tenures: [],
  }
  const source = {
    tables: ['units', 'positions', 'cadres', 'tenures'] as const,
    async *rows(table: keyof typeof facts & 'units') {
      yield (facts[table] ?? []).map((row) => fieldNamesOf(table).map((field) => row[field] ?? null))
    },
  }
  await records.importTables(source as never, { actor: 'test', source: 'county' })
})
afterAll(() => records.close())

/** A 1 × 1 PNG. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)

const formOfName = (name: string): AppointmentForm => ({
  texts: {
    name,
    sex: '男',
    bornOn: '1975.03',
    ethnicity: '汉族',
    nativePlace: '东澜云川',
    birthPlace: '东澜云川',
    partyJoined: '199506；民建',
    workStartedOn: '199608',
    health: '一般',
    professionalTitle: '高级经济师',
    expertise: '基层党建',
    fullTimeLevel: '大学本科',
    fullTimeDegree: '法学学士',
    fullTimeLevelSchool: '云川大学政治系行政管理专业',
    inServiceLevel: '省委党校研究生',
    inServiceDegree: '公共管理硕士',
    inServiceLevelSchool: '东澜省委党校经济管理专业',
    inServiceDegreeSchool: '云川大学公共管理专业',
    presentPost: '云川市财政局局长（正科级）、三级调研员',
    resume: [
      '1992.09--1996.08  云川大学政治系行政管理专业学习',
      '1996.08—2011.05  云川市财政局科员（期间：2001.09-2004.06在东澜省委党校学习；2003.05参加援藏）',
      '（2009.09--2012.12在云川大学公共管理硕士专业学习）',
      '2011.05--         云川市财政局局长',
      '',
      '第十届云川市政协委员',
    ].join('\n'),
    awards: '2019年07月，经云川市委批准，授予优秀共产党员；多次受到嘉奖。',
    evaluations: '2023年年度考核优秀；2024年年度考核称职；2025年年度考核优秀',
    reason: '工作需要',
    submittedBy: '中共云川市委组织部',
    ageAsOf: '202002',
    filledOn: '20200222',
    filledBy: '赵六',
  },
  relatives: [
    { relation: '父亲', name: '陆大山', bornOn: '194801', politics: '群众', post: '云川市某村村民（已去世）' },
    { relation: '妻子', name: '李　四', bornOn: '1975.11', politics: '中共党员', post: '云川市第一中学教师' },
  ],
  photo: { type: 'image/png', bytes: new Uint8Array(pixel), width: 1, height: 1 },
  others: [
    { element: 'BeiZhu', content: '他处写入' },
    { element: 'Version', content: '3.2.1.16' },
  ],
})

test.each(['欧阳雪', '陆承川'])('a form that comes in and leaves again loses nothing: %s', async (name) => {
  const file = writeLrmx(formOfName(name))
  const { form } = readForm(file, '来表.lrmx')
  if (!form) throw new Error('the form cannot be read')
  const { person } = personOf(form, { file: '来表.lrmx' })
  const importId = await draftOf(records, [{ ...person, unitName: '云川市委员会' }])
  await applyImport(records, importId, (await importOf(records.database, importId)).version, 'officer')
  const rows = await records.database.selectFrom('cadres').select('cadre_id').where('name', '=', name).execute()
  const made = await formOf(records, book, rows[0]?.cadre_id ?? '', { asOf })
  expect(made).toEqual(form)
  expect(Buffer.from(writeLrmx(made ?? form)).toString()).toBe(Buffer.from(file).toString())
})
