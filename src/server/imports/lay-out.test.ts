import { expect, test } from 'vitest'
import { namesOnDisk } from './lay-out.ts'

test('a picture lies beside its form, and nothing people write becomes a path', () => {
  expect(namesOnDisk(['张三.lrm', '张三.JPG', '../../李四.lrmx', '..', '说明', 'a.lrmx', 'A.lrmx', 'a.lrmx?'])).toEqual(
    ['1.lrm', '1.jpg', '2.lrmx', '3', '4', '5.lrmx', '13.lrmx', '5'],
  )
})
