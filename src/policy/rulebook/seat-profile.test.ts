import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { ProblemError } from '#domain/problem.ts'
import { loadRuleBook } from './rule-book.ts'

const profile = loadRuleBook().seatProfile(20261122)

test('a bureau chief of finance is asked for finance, and for what principals are asked', () => {
  expect(profile?.({ level: 'section-chief', role: 'principal', sector: 'finance' })).toEqual([
    { facet: 'psychology', element: '抗压能力', level: 3 },
    { facet: 'style', element: '担当作为', level: 3 },
    { facet: 'practice', element: '组织协调', level: 3 },
    { facet: 'practice', element: '统筹谋划', level: 3 },
    { facet: 'practice', element: '带队伍', level: 3 },
    { facet: 'knowledge', element: '财政金融', level: 3 },
  ])
})

test('every kind of seat asks for something', () => {
  for (const level of identifiersOf('postLevel')) {
    for (const role of identifiersOf('role')) {
      for (const sector of [undefined, ...identifiersOf('sector')]) {
        expect(profile?.({ level, role, sector })?.length).toBeGreaterThanOrEqual(4)
      }
    }
  }
})

test('a setting that names no facet is refused with what may stand there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiren-profile-'))
  writeFileSync(
    join(folder, 'instrument.yaml'),
    'id: local\nname: { zh: 本地设定, en: Local settings }\nin_force: { from: 2019-03-03 }\norder: 1\n',
  )
  writeFileSync(
    join(folder, 'profile.yaml'),
    [
      'rules:',
      '  - id: LOCAL-SEAT-PROFILE',
      '    article: 缺省',
      '    title: { zh: 缺省, en: Default }',
      '    status: VERIFIED',
      '    parameters: { elements: { 担当作为: courage }, levels: { none: 2 } }',
    ].join('\n'),
  )
  try {
    loadRuleBook({ folders: [folder] }).seatProfile(20261122)
    expect.unreachable()
  } catch (error) {
    expect(error instanceof ProblemError && error.problems[0]?.message.en).toBe(
      'elements of LOCAL-SEAT-PROFILE cannot be "courage"',
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})
