import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { writeProblemSheet } from '../problem-sheet.ts'
import { writeJsonLines, writeTable } from './write.ts'

test('a result table holds numbers as numbers and text that no spreadsheet runs as a formula', async () => {
  const file = join(temporaryFolder(), 'rotation.csv')
  const rows = [
    ['C1', -0.25, true, null],
    ['=HYPERLINK("http://x")', 1e-7, false, '两\n行'],
    ['-5', 0, null, '@某人'],
  ]
  expect(await writeTable(file, ['cadre_id', 'fit', 'separable', 'evidence'], rows)).toBe(3)
  expect(await readFile(file, 'utf8')).toBe(
    `cadre_id,fit,separable,evidence\nC1,-0.25,true,\n"'=HYPERLINK(""http://x"")",1e-7,false,"两\n行"\n-5,0,,'@某人\n`,
  )
})

test('a table whose rows fail is not there at all', async () => {
  const folder = temporaryFolder()
  async function* broken(): AsyncGenerator<string[]> {
    yield ['C1']
    throw new Error('interrupted')
  }
  await expect(writeTable(join(folder, 'x.csv'), ['cadre_id'], broken())).rejects.toThrow('interrupted')
  await expect(writeTable(join(folder, 'none', 'x.csv'), ['cadre_id'], [])).rejects.toThrow('ENOENT')
  expect(await readdir(folder)).toEqual([])
})

test('JSON lines', async () => {
  const file = join(temporaryFolder(), 'findings.jsonl')
  expect(await writeJsonLines(file, [{ 依据: '第八条' }, { n: 1 }])).toBe(2)
  expect(await readFile(file, 'utf8')).toBe('{"依据":"第八条"}\n{"n":1}\n')
})

test('the problem sheet opens in a spreadsheet as Chinese', async () => {
  const file = join(temporaryFolder(), '问题.csv')
  const problem = {
    code: 'date-form',
    file: 'tenures.csv',
    row: 8,
    column: 'from',
    message: { zh: '“from”的值“2020/3/5”不是规定的日期写法。', en: '…' },
    mend: { zh: '改为“2020-03-05”。', en: '…' },
  }
  const ofSheet = { ...problem, file: '名册.xlsx', sheet: '任职', code: 'x', message: { zh: '=1+1', en: '' } }
  await writeProblemSheet(file, [problem, ofSheet])
  expect(await readFile(file, 'utf8')).toBe(
    '\uFEFF文件,工作表,行,列,问题,改法,代码\n' +
      'tenures.csv,,8,from,“from”的值“2020/3/5”不是规定的日期写法。,改为“2020-03-05”。,date-form\n' +
      "名册.xlsx,任职,8,from,'=1+1,改为“2020-03-05”。,x\n",
  )
})
