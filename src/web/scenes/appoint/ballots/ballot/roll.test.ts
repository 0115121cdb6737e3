import { expect, it } from 'vitest'
import { linesOf, votersOf } from './roll.ts'

const classes = [
  { id: 'A', label: '班子成员', due: 5 },
  { id: 'B', label: '职工代表', due: 20 },
]

it('reads lines as people paste them, and writes them so that they are read again', () => {
  const voters = votersOf('赵一 A 票条\n\n钱二，职工代表，纸质\n  孙三\t B\n李四', classes)
  expect(voters).toEqual([
    { name: '赵一', classId: 'A', received: 'code' },
    { name: '钱二', classId: 'B', received: 'paper' },
    { name: '孙三', classId: 'B', received: null },
    { name: '李四', classId: 'A', received: null },
  ])
  expect(votersOf(linesOf(voters), classes)).toEqual(voters)
})
