/** Workbooks of every kind, and the sheets of the office in them. */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MadeSheet, type MadeType, workbookOf } from '../../../src/exchange/fixtures/made-workbooks.ts'
import { lrmxOf } from '../../../src/exchange/fixtures/sample-form.ts'
import {
  personOf,
  readBallotSheet,
  readForm,
  readSheet,
  readWorkbook,
  unpackPackage,
  writeCollection,
} from '../../../src/exchange/index.ts'
import { archiveOf, folder, partsOf } from './archives.ts'
import type { Input } from './mutation.ts'
import { bytesOf, checkProblems, hold, isRefusal, onePart, type Target } from './target.ts'

const roster: MadeSheet = {
  name: '干部名册',
  rows: [
    ['云溪县干部名册', null, null, null, null, null, null, null],
    ['序号', '姓名', '性别', '出生年月', '民族', '入党时间', '参加工作时间', '学历学位'],
    [1, '林望舒', '女', '1974.03', '汉族', '1995.06', '1996.08', '大学\n法学学士'],
    [2, '陆知远', '男', 29526, '回族', '中共党员', '2003年8月', '研究生 工学硕士'],
    [3, '周 明', '男', '1980年11月', '汉', null, '2003.08', '大专'],
  ],
  merges: ['A1:H1'],
  formats: { D4: 'yyyy"年"m"月"' },
  formulas: { A5: 'A4+1' },
}
const evaluations: MadeSheet = {
  name: '2024年度考核',
  rows: [
    ['单位', '姓名', '考核等次'],
    ['财政局', '林望舒', '优秀'],
    [null, '陆知远', '称职'],
  ],
  hiddenRows: [3],
}
const ballots: MadeSheet = {
  name: '推荐票',
  rows: [
    ['发出 32 票，收回 31 票，有效 30 票，无效 1 票'],
    ['姓名', '拟任职务', '同意', '不同意', '弃权'],
    ['林望舒', '副县长', 28, 1, 1],
    ['陆知远', '局长', '√', null, null],
  ],
}
const units: MadeSheet = {
  name: 'units',
  rows: [
    ['unit_id', 'parent_id', 'name', 'kind', 'level'],
    ['U1', null, '云川市', 'government', 'prefecture'],
  ],
}
const madeTypes: readonly MadeType[] = ['biff8', 'xlml', 'html', 'csv', 'ods', 'xlsb']

async function collection(): Promise<Input> {
  const { form } = readForm(Buffer.from(lrmxOf()), '林望舒.lrmx')
  hold(form, 'the sample form is read')
  const file = join(folder, 'collection.xlsx')
  await writeCollection({ people: [personOf(form, { file: '林望舒.lrmx' }).person], units: [] }, file)
  return partsOf('collection-seed.xlsx', readFileSync(file))
}

async function packedSeeds(): Promise<readonly Input[]> {
  const books = [[roster], [evaluations], [ballots], [roster, evaluations, { ...ballots, hidden: true }]]
  const made = await Promise.all(books.map((sheets, index) => partsOf(`seed-${index}.xlsx`, workbookOf(sheets))))
  return [...made, await collection()]
}

/** Every row of every sheet, and then as what the office sends. */
async function readAll(source: string | Uint8Array, name: string): Promise<void> {
  const book = await readWorkbook(source, name)
  try {
    for (const sheet of book.sheets) {
      await sheet.merges()
      for await (const row of sheet.rows()) hold(row !== undefined, 'a row')
    }
  } finally {
    book.close()
  }
  const { problems, notices } = await readSheet(source, name)
  checkProblems([...problems, ...notices])
  const counted = await readBallotSheet(source, name).catch((cause: unknown) => {
    if (isRefusal(cause)) return undefined
    throw cause
  })
  if (counted) checkProblems([...counted.problems, ...counted.notices])
}

export const sheetTargets: readonly Target[] = [
  {
    name: 'workbook: parts of .xlsx',
    weight: 1,
    seeds: packedSeeds,
    read: async (input) => readAll(await archiveOf('book.xlsx', input), 'book.xlsx'),
  },
  {
    name: 'workbook: bytes of .xlsx',
    weight: 2,
    seeds: () => [onePart('book.xlsx', workbookOf([roster]))],
    read: (input) => readAll(bytesOf(input), 'book.xlsx'),
  },
  {
    name: 'workbook: .xls and others',
    weight: 2,
    seeds: () =>
      madeTypes.flatMap((type) => [roster, ballots].map((sheet) => onePart(`book.${type}`, workbookOf([sheet], type)))),
    read: (input) => readAll(bytesOf(input), input[0]?.name ?? ''),
  },
  {
    name: 'workbook: a data package',
    weight: 1,
    seeds: async () => [await partsOf('package-seed.xlsx', workbookOf([units, roster]))],
    read: async (input) => {
      mkdirSync(join(folder, 'unpacked'), { recursive: true })
      await unpackPackage(await archiveOf('package.xlsx', input), join(folder, 'unpacked'), 'package.xlsx')
    },
  },
]
