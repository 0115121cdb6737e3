import { describe, expect, test } from 'vitest'
import type { UnitNode } from '#server/contract/index.ts'
import { treeRows, treeStep, unitsAbove } from './tree.ts'

const node = (unitId: string, parentId: string | null, depth: number): UnitNode => ({
  unitId,
  parentId,
  depth,
  name: unitId,
  kind: 'department',
  level: 'county',
  seats: 0,
  vacant: 0,
  over: 0,
  vacantBelow: 0,
  overBelow: 0,
  found: true,
})

/** 市 ▸ 县 ▸ 局 ▸ 所, 镇; 区 */
const nodes = [
  node('市', null, 0),
  node('县', '市', 1),
  node('局', '县', 2),
  node('所', '局', 3),
  node('镇', '县', 2),
  node('区', '市', 1),
]
const rows = (...open: string[]) => treeRows(nodes, (unitId) => open.includes(unitId))
const seen = (...open: string[]) => rows(...open).map(({ unitId }) => unitId)

describe('the rows of a tree', () => {
  test('are those above which everything is open', () => {
    expect(seen()).toEqual(['市'])
    expect(seen('市')).toEqual(['市', '县', '区'])
    expect(seen('市', '局')).toEqual(['市', '县', '区'])
    expect(seen('市', '县', '局')).toEqual(['市', '县', '局', '所', '镇', '区'])
  })

  test('say their place among their like, whether or not what is between is seen', () => {
    expect(rows('市').map(({ place, of }) => [place, of])).toEqual([
      [1, 1],
      [1, 2],
      [2, 2],
    ])
  })

  test('keep ten thousand units in a moment', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => node(`U${at}`, at === 0 ? null : 'U0', at === 0 ? 0 : 1))
    expect(treeRows(many, () => true)).toHaveLength(10_000)
  })
})

describe('keys', () => {
  test('right opens, then goes in; left closes, then goes out', () => {
    expect(treeStep(rows('市'), 1, 'ArrowRight')).toEqual({ open: '县' })
    expect(treeStep(rows('市', '县'), 1, 'ArrowRight')).toEqual({ to: 2 })
    expect(treeStep(rows('市', '县'), 1, 'ArrowLeft')).toEqual({ close: '县' })
    expect(treeStep(rows('市', '县'), 3, 'ArrowLeft')).toEqual({ to: 1 })
    expect(treeStep(rows(), 0, 'ArrowLeft')).toBeUndefined()
  })

  test('up, down, first and last stay within the tree', () => {
    expect(treeStep(rows('市'), 2, 'ArrowDown')).toEqual({ to: 2 })
    expect(treeStep(rows('市'), 0, 'ArrowUp')).toEqual({ to: 0 })
    expect(treeStep(rows('市'), 0, 'End')).toEqual({ to: 2 })
    expect(treeStep(rows('市'), 2, 'Home')).toEqual({ to: 0 })
    expect(treeStep(rows('市'), 2, 'x')).toBeUndefined()
  })
})

test('what is above a unit is read from the top', () => {
  expect(unitsAbove(nodes, '所')).toEqual(['市', '县', '局'])
  expect(unitsAbove(nodes, '市')).toEqual([])
})
