import { expect, test } from 'vitest'
import { type MadeSheet, workbookOf } from '../fixtures/made-workbooks.ts'
import type { BallotReading } from './ballots.ts'
import { readBallotSheet, readSheet } from './read-sheet.ts'

const read = (...sheets: MadeSheet[]): Promise<BallotReading> => readBallotSheet(workbookOf(sheets), '票.xlsx')
const countsOf = ({ tallies }: BallotReading) =>
  tallies.map(({ name, counts, spoiled }) => ({ name, ...counts, spoiled }))
const noticed = ({ notices, problems }: BallotReading) => [...notices, ...problems].map(({ message }) => message.zh)

const counted: MadeSheet = {
  rows: [
    ['干部任免表决票计票'],
    ['发出 12 票，收回 12 票，有效 11 票，无效 1 票'],
    ['姓  名', '现任职务', '拟任免职务', '表决意见'],
    [null, null, null, '同意', '不同意', '弃权'],
    ['张　三', '副局长', '局长', 10, '1', null],
    ['李四', '科长', '副局长', '8票', 2, 1],
    ['王五', '科长', '副局长', 8, 2, 2],
    ['监票人：'],
  ],
  merges: ['A1:F1', 'A2:F2', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:F3'],
}

test('counts for each person, the slips, and a sum that differs', async () => {
  const reading = await read(counted)
  expect(reading).toMatchObject({ form: 'counts', slips: { issued: 12, returned: 12, valid: 11, invalid: 1 } })
  expect(countsOf(reading)).toEqual([
    { name: '张三', agree: 10, disagree: 1, spoiled: 0 },
    { name: '李四', agree: 8, disagree: 2, abstain: 1, spoiled: 0 },
    { name: '王五', agree: 8, disagree: 2, abstain: 2, spoiled: 0 },
  ])
  expect(reading.tallies[0]).toMatchObject({ post: '副局长', proposal: '局长', place: { sheet: 'Sheet1', row: 5 } })
  expect(noticed(reading)).toEqual(['第 7 行“王五”各项票数合计 12，与其他人的 11 不同。'])
})

const ballot = (...rows: (string | null)[][]): MadeSheet => ({
  rows: [['姓名', '拟任免职务', '同意', '不同意', '缓议'], ...rows],
})

test('filled ballots, a sheet each, are added up; two marks spoil one', async () => {
  const reading = await read(
    ballot(['张三', '局长', '√', null, null], ['李四', '副局长', null, '○', null]),
    ballot(['张三', '局长', '✓', null, null], ['李四', '副局长', '√', '√', null]),
    ballot(['张三', '局长', null, null, '√'], ['李四', '副局长', '不清楚', null, null]),
  )
  expect(reading.form).toBe('marks')
  expect(countsOf(reading)).toEqual([
    { name: '张三', agree: 2, defer: 1, spoiled: 0 },
    { name: '李四', disagree: 1, spoiled: 1 },
  ])
  expect(noticed(reading)).toEqual(['C3 “同意”的值“不清楚”既不是票数，也不是画票的记号。'])
})

test('a ballot in each row, a person in each column', async () => {
  const reading = await read({
    rows: [
      ['民主推荐', null, null],
      ['票号', '张三', '李四'],
      [1, '同意', '反对'],
      [2, '√', null],
      [3, '弃权', '同意'],
    ],
  })
  expect(countsOf(reading)).toEqual([
    { name: '张三', agree: 2, abstain: 1, spoiled: 0 },
    { name: '李四', disagree: 1, agree: 1, spoiled: 0 },
  ])
})

test('votes of a recommendation are numbers by name', async () => {
  const reading = await read({
    rows: [
      ['序号', '姓名', '推荐票数'],
      [1, '张三', 25],
      [2, '李四', '0'],
    ],
  })
  expect(countsOf(reading)).toEqual([
    { name: '张三', recommend: 25, spoiled: 0 },
    { name: '李四', recommend: 0, spoiled: 0 },
  ])
})

test('ballots are no facts of people, and other sheets are no ballots', async () => {
  expect(await readSheet(workbookOf([counted]), '票.xlsx')).toMatchObject({
    ...{ kind: 'ballots', arrivals: { people: [], units: [] } },
  })
  await expect(
    read({
      rows: [
        ['姓名', '性别'],
        ['张三', '男'],
      ],
    }),
  ).rejects.toMatchObject({
    problems: [{ code: 'sheet-unknown' }],
  })
})
