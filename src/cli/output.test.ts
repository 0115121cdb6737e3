import { expect, test, vi } from 'vitest'
import { printProblems } from './output.ts'

test('a problem of a workbook names file, sheet, row and column', () => {
  const written: string[] = []
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  const problem = {
    ...{ code: 'date-form', file: '名册.xlsx', sheet: '任职', row: 8, column: '任职时间' },
    message: { zh: '“2020/13”不是日期。', en: '"2020/13" is no date.' },
    mend: { zh: '改为“2020.12”。', en: 'Write 2020.12.' },
  }
  printProblems('zh', [problem])
  printProblems('en', [problem])
  stderr.mockRestore()
  expect(written.join('')).toBe(
    '有 1 处问题：\n  名册.xlsx 工作表“任职” 第 8 行 「任职时间」：“2020/13”不是日期。\n    → 改为“2020.12”。  [date-form]\n' +
      '1 problem:\n  名册.xlsx sheet "任职" row 8 "任职时间": "2020/13" is no date.\n    → Write 2020.12.  [date-form]\n',
  )
})
