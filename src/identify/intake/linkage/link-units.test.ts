import { expect, test } from 'vitest'
import { abbreviates, linkUnits, plainUnitName, type UnitListing } from './link-units.ts'

const unit = (id: string, name: string, more: Partial<UnitListing> = {}): UnitListing => ({
  id,
  name,
  parentName: '云川市人民政府',
  kind: 'department',
  level: 'county',
  ...more,
})

const bureaus = [
  '财政局',
  '教育局',
  '民政局',
  '司法局',
  '水利局',
  '商务局',
  '审计局',
  '统计局',
  '交通运输局',
  '应急管理局',
]
const ours = [
  unit('U1', '云川市人力资源和社会保障局'),
  unit('U2', '云川市卫生健康委员会', { formerNames: ['云川市卫生和计划生育委员会'] }),
  unit('U3', '中共云川市委员会组织部', { kind: 'party', parentName: '中共云川市委员会' }),
  ...bureaus.map((name, at) => unit(`B${at}`, `云川市${name}`)),
]

test('forms of one name, abbreviations and former names are linked', () => {
  const { sure, review } = linkUnits(ours, [
    unit('R1', '云川市人社局'),
    unit('R2', '云川市卫生和计划生育委员会'),
    unit('R3', '云川市委组织部', { kind: 'party', parentName: '云川市委' }),
    unit('R4', '云川市财政局'),
    unit('R5', '云川市海洋渔业局'),
  ])
  const linked = [...sure, ...review].map(({ left, right }) => `${left} ${right}`)
  expect(linked).toContain('U1 R1')
  expect(linked).toContain('U2 R2')
  expect(linked).toContain('U3 R3')
  expect(linked).toContain('B0 R4')
  expect(linked.filter((link) => link.endsWith('R5'))).toEqual([])
})

test('an abbreviation keeps the order and the last character', () => {
  expect(abbreviates('人社局', '人力资源和社会保障局')).toBe(true)
  expect(abbreviates('社人局', '人力资源和社会保障局')).toBe(false)
  expect(abbreviates('人社', '人力资源和社会保障局')).toBe(false)
  expect(plainUnitName('中共云川市委员会组织部')).toBe('云川市委组织部')
})
