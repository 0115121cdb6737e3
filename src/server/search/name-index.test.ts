import { describe, expect, it } from 'vitest'
import { nameReading } from '#records/queries/index.ts'
import { type Named, search, wordsOf } from './name-index.ts'

const person = (name: string, { beside = '', isPast = false, id = '' } = {}): Named => ({
  name,
  reading: nameReading(name),
  id,
  beside,
  isPast,
})
const people = [
  person('周承川', { id: 'c0001', beside: '河口镇镇长' }),
  person('陆承川南', { id: 'c0002', beside: '市工业和信息化局局长' }),
  person('陆承川', { id: 'c0003', isPast: true }),
  person('陆承川', { id: 'c0004', beside: '市财政局副局长' }),
  person('承川', { id: 'c0005' }),
]
const found = (query: string, limit = 9) => search(people, wordsOf(query), limit).first.map(({ id }) => id)

describe('names found', () => {
  it.each([
    ['whole names before starts of names, those serving before those who left', '陆承川', ['c0004', 'c0003', 'c0002']],
    ['the whole name before a part of one', '承川', ['c0005', 'c0001', 'c0002', 'c0004', 'c0003']],
    ['pinyin from a later syllable', 'chengchuannan', ['c0002']],
    ['whole pinyin before its start', 'luchengchuan', ['c0004', 'c0003', 'c0002']],
    ['initials, whole before started', 'lcc', ['c0004', 'c0003', 'c0002']],
    ['capitals and full width', 'ＬＣＣＮ', ['c0002']],
    ['an id', 'C0003', ['c0003']],
    ['a name and a unit', '陆 财政', ['c0004']],
    ['nobody by the unit alone', '财政局', []],
    ['nobody by no word', '  ', []],
  ])('%s', (_, query, expected) => {
    expect(found(query)).toEqual(expected)
  })

  it('counts all and gives the first', () => {
    expect(search(people, wordsOf('c'), 2)).toMatchObject({ total: 5, first: [{ id: 'c0005' }, { id: 'c0001' }] })
  })

  it('knows a unit by its short form', () => {
    const units = [person('市工业和信息化局'), person('市工商联')]
    expect(search(units, wordsOf('工信局'), 5).first).toEqual([units[0]])
  })
})
