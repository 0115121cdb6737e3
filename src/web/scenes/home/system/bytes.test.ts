import { expect, test } from 'vitest'
import { bytesSaid } from './bytes.ts'

test('bytes are said with three figures at most, in the unit that fits', () => {
  expect([0, 999, 1000, 48_234_496, 512_000_000, 2_400_000_000_000].map(bytesSaid)).toEqual([
    '0 B',
    '999 B',
    '1.0 KB',
    '48.2 MB',
    '512 MB',
    '2.4 TB',
  ])
})
