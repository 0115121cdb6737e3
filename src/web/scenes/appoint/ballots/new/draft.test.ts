import { expect, it } from 'vitest'
import { ballotOf, emptyDraft, emptyPerson, missingIn, partsOf } from './draft.ts'

const draft = { ...emptyDraft('2026-11-23', ''), title: '会议推荐' }

it('says what is still missing, kind by kind', () => {
  expect(missingIn(emptyDraft('', '')).map(({ zh }) => zh)).toEqual(['名称', '日期', '推荐职位'])
  expect(missingIn({ ...draft, kind: 'evaluation' }).map(({ zh }) => zh)).toEqual(['对象'])
  const people = [{ ...emptyPerson, name: '王明' }]
  expect(missingIn({ ...draft, kind: 'decision', people }).map(({ zh }) => zh)).toEqual(['拟任免'])
  expect(missingIn({ ...draft, kind: 'evaluation', people })).toEqual([])
})

it('becomes a ballot without its empty lines, its classes lettered', () => {
  const people = [{ ...emptyPerson, name: ' 王明 ', proposal: '拟任局长', cadreId: 'C1' }, emptyPerson]
  const classes = [
    { label: '常委', due: 9 },
    { label: '列席', due: 2 },
  ]
  expect(ballotOf({ ...draft, kind: 'decision', people, classes, caseId: 'case-1' })).toEqual({
    kind: 'decision',
    title: '会议推荐',
    heldOn: '2026-11-23',
    caseId: 'case-1',
    classes: [
      { id: 'A', label: '常委', due: 9 },
      { id: 'B', label: '列席', due: 2 },
    ],
    matters: [{ name: '王明', cadreId: 'C1', proposal: '拟任局长' }],
    third: 'abstain',
  })
})

it('names are parted by whatever people part them with', () => {
  expect(partsOf(' 孙甲、周乙，吴丙 郑丁;')).toEqual(['孙甲', '周乙', '吴丙', '郑丁'])
})
