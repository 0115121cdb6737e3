import type { Writable } from 'node:stream'
import type { Arrivals, ArrivingPerson, ArrivingRow, ArrivingUnit } from '#domain/arrivals.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { evaluationResults } from '../../form-values/evaluations.ts'
import { writeResume } from '../../resume/write-resume.ts'
import type { CellStyle, Sheet, WrittenRow } from '../../workbook/sheet.ts'
import { type WorkbookOptions, writeWorkbook } from '../../workbook/write-workbook.ts'
import { type CollectionSet, collectionSets, type SetColumn, unitSet } from './sets.ts'
import { postLevels, sanctionWord, schoolings, unitKinds, unitLevels, wordFor } from './words.ts'

/** Rows that a blank sheet prepares for filling in. */
const preparedRows = 2000

const titleStyle: CellStyle = { font: '黑体', size: 16, align: 'center' }
const headStyle: CellStyle = { font: '黑体', border: true, align: 'center', wrap: true, fill: 'F2F2F2' }
const requiredStyle: CellStyle = { ...headStyle, colour: 'FF0000' }
const bodyStyle: CellStyle = { border: true, wrap: true }

/** The blank collection workbook: the same sheets, titles and lists as an export has. */
export const writeCollectionTemplate = (target: string | Writable, options: WorkbookOptions = {}): Promise<void> =>
  writeCollection({ people: [], units: [] }, target, options)

/**
 * Writes people and units as a collection workbook that `readSheet` reads back. What has no column there (the kind of a
 * post, a degree's own date) is not written.
 * @example await writeCollection({ people, units }, '采集表.xlsx', { watermark })
 */
export async function writeCollection(
  arrivals: Arrivals,
  target: string | Writable,
  options: WorkbookOptions = {},
): Promise<void> {
  await writeWorkbook([notesSheet, ...collectionSets.map((set) => sheetOf(set, arrivals))], target, options)
}

function sheetOf(set: CollectionSet, arrivals: Arrivals): Sheet {
  const { columns } = set
  const rows = [...valuesOf(set, arrivals)]
  const lastRow = Math.max(preparedRows, rows.length) + 2
  return {
    name: `${set.code}${set.name}`,
    widths: columns.map(({ width = 12 }) => width),
    rows: [
      titleRow(set.title, columns.length),
      { cells: columns.map(headCell), height: 32, style: headStyle },
      ...rows.map((values): WrittenRow => ({ cells: columns.map(({ id }) => values[id] ?? null), style: bodyStyle })),
    ],
    frozen: { rows: 2, columns: set === unitSet ? 1 : 2 },
    page: { paper: 'A4', landscape: true, repeatRows: [1, 2], footer: '第 {page} 页，共 {pages} 页' },
    choices: columns.flatMap(({ choices = [], prompt }, column) =>
      choices.length === 0 && prompt === undefined
        ? []
        : [{ column, firstRow: 3, lastRow, options: choices, ...(prompt === undefined ? {} : { prompt }) }],
    ),
  }
}

const titleRow = (title: string, width: number): WrittenRow => ({
  cells: [{ value: title, across: width, style: titleStyle }, ...Array<null>(width - 1).fill(null)],
  height: 28,
})

const headCell = ({ title, required }: SetColumn) => (required ? { value: title, style: requiredStyle } : title)

const notesSheet: Sheet = {
  name: '填写说明',
  widths: [90],
  rows: [
    { cells: [{ value: '干部信息采集表填写说明', style: titleStyle }], height: 28 },
    ...[
      '1. 红色标题必填；有下拉框的列从中选择，也可写其代码。',
      '2. 日期写 6 位或 8 位数字，如 197503 或 19750308；所有单元格都是文本格式，不要改成数字或日期。',
      '3. 各表的姓名和身份证号与 A01 一致，同一人的行靠它们对应。',
      '4. 机构编码三位一级，用点分开，如 001.001.008；A02 的任职机构可写名称或编码。',
      '5. 没有内容的表留空，不要删除；不要改动标题行。',
    ].map((note) => ({ cells: [note], style: { wrap: true } })),
  ],
}

type Values = Readonly<Record<string, string | undefined>>

function* valuesOf({ code }: CollectionSet, { people, units }: Arrivals): Generator<Values> {
  if (code === 'B01') for (const unit of units) yield unitValues(unit)
  for (const person of people) {
    const whose = { A0101: person.cadre.name, A0184: person.cadre.citizen_id }
    for (const values of personValues(code, person)) yield { ...whose, ...values }
  }
}

/** `1975-03` is `197503`. */
const digits = (date: string | undefined): string | undefined => date?.replaceAll('-', '')

const unitValues = ({ code, unit }: ArrivingUnit): Values => ({
  B0101: unit.name,
  B0111: code,
  B0117: unit.region_code,
  B0127: wordFor(unitLevels, unit.level),
  B0131: wordFor(unitKinds, unit.kind),
  B0227: unit.staff_quota,
})

function personValues(code: string, person: ArrivingPerson): readonly Values[] {
  const { rows } = person
  const titled = (values: Values): Values => ({ ...extraValues(code, person), ...values })
  switch (code) {
    case 'A01':
      return [titled(ownValues(person))]
    case 'A02':
      return (rows.tenures ?? []).map(postValues)
    case 'A05':
      return [...(rows.tenures ?? []).flatMap(levelValues), ...(rows.grades ?? []).map(gradeValues)]
    case 'A08':
      return (rows.educations ?? []).map(schoolingValues)
    case 'A14':
      return [...(rows.honours ?? []).map(honourValues), ...(rows.sanctions ?? []).map(sanctionValues)]
    case 'A15':
      return (rows.evaluations ?? []).map(({ year, result }) => ({
        A1517: wordFor(evaluationResults, result),
        A1521: year,
      }))
    case 'A36':
      return (rows.relatives ?? []).map(familyValues)
    case 'A06':
    case 'A99Z1': {
      const values = extraValues(code, person)
      return Object.keys(values).length > 0 ? [values] : []
    }
  }
  return []
}

/** What was kept beside the fields goes back to the column that it came from. */
function extraValues(code: string, { extras = {} }: ArrivingPerson): Values {
  const columns = collectionSets.find((set) => set.code === code)?.columns ?? []
  return Object.fromEntries(
    columns.flatMap(({ id, title }) => (extras[title] === undefined ? [] : [[id, extras[title]]])),
  )
}

function ownValues({ cadre, resume, unitName }: ArrivingPerson): Values {
  const [party, second, third] = (cadre.party ?? '').split('、')
  return {
    A0104: cadre.sex === undefined ? undefined : labelOf('sex', cadre.sex).zh,
    A0107: digits(cadre.born_on),
    A0111: cadre.native_place,
    A0114: cadre.birth_place,
    A0115: cadre.growth_place_code,
    A0117: cadre.ethnicity,
    A0128: cadre.health_ok === 'true' ? '健康' : undefined,
    A0134: digits(cadre.work_started_on),
    A0141: party === '' ? undefined : party,
    A0144: digits(cadre.party_joined_on),
    A3921: second,
    A3927: third,
    A0195: unitName,
    A1701: resume === undefined ? undefined : writeResume(resume),
  }
}

const postValues = (row: ArrivingRow): Values => ({
  A0201: row.unit_text,
  A0201D: row.role === undefined ? undefined : row.role === 'staff' ? '否' : '是',
  A0201E: row.role === 'principal' ? '正职' : row.role === 'deputy' ? '副职' : row.role && '其他',
  A0215: row.title_text,
  A0243: digits(row.from),
  A0255: row.to === undefined ? '在任' : '已免',
  A0265: digits(row.to),
})

const levelValues = ({ post_level: level, from }: ArrivingRow): readonly Values[] =>
  level === undefined ? [] : [{ A0531: '职务层次', A0501: wordFor(postLevels, level), A0504: digits(from) }]

const gradeValues = ({ grade = '', from, to }: ArrivingRow): Values => ({
  A0531: '职级',
  A0501: labelOf('grade', grade).zh,
  A0504: digits(from),
  A0517: digits(to),
})

const schoolingValues = (row: ArrivingRow): Values => ({
  A0801A: row.level === 'doctorate' ? '博士研究生' : undefined,
  A0801B: row.level === 'doctorate' ? '研究生' : wordFor(schoolings, row.level),
  A0901A: row.degree === undefined ? undefined : labelOf('degree', row.degree).zh,
  A0804: digits(row.from),
  A0807: digits(row.to),
  A0814: row.school,
  A0824: row.major,
  A0837: row.mode === 'in-service' ? '在职' : '全日制',
})

const honourValues = (row: ArrivingRow): Values => ({
  A1404A: row.title,
  A1404B: '授予荣誉称号',
  A1407: digits(row.on),
  A1411: row.authority,
})

const sanctionValues = (row: ArrivingRow): Values => ({
  A1404B: sanctionWord(row.kind),
  A1407: digits(row.decided_on),
  A1411: row.authority,
  A1423: digits(row.until),
})

const familyValues = (row: ArrivingRow): Values => ({
  A3601: row.name,
  A3604A: row.relation,
  A3607: digits(row.born_on),
  A3627: row.party,
  A3611: row.position_text,
})
