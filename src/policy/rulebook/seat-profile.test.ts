import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { ProblemError } from '#domain/problem.ts'
import { loadRuleBook } from './rule-book.ts'

const profile = loadRuleBook().seatProfile(20261122)

test('the head of a bureau of finance is asked for finance, and for what principals are asked', () => {
  const asked =
    profile?.({ level: 'section-chief', role: 'principal', sector: 'finance', unitKind: 'department' }) ?? []
  expect(asked.map(({ facet, element, level }) => [facet, element, level])).toEqual([
    ['party-spirit', '政治能力', 3],
    ['party-spirit', '组织纪律观念', 3],
    ['psychology', '抗压能力', 3],
    ['style', '担当作为', 3],
    ['practice', '组织协调', 4],
    ['practice', '统筹谋划', 4],
    ['practice', '带队伍', 4],
    ['experience', '班子任职经历', 2],
    ['experience', '基层工作经历', 2],
    ['knowledge', '财政金融', 3],
    ['style', '严谨细致', 3],
  ])
  // Each facet has its points, shared equally among its elements.
  const points = (facet: string) =>
    asked.filter((one) => one.facet === facet).map(({ weight }) => Math.round(weight * 100) / 100)
  expect(points('practice')).toEqual([11.67, 11.67, 11.67])
  expect(points('style')).toEqual([10, 10])
  expect(asked.find(({ element }) => element === '严谨细致')?.parameter).toBe('style')
})

test('a township asks for work with the public, once, whatever the field', () => {
  const asked =
    profile?.({ level: 'section-deputy', role: 'deputy', sector: 'agriculture', unitKind: 'township' }) ?? []
  expect(asked.filter(({ element }) => element === '群众工作')).toHaveLength(1)
  expect(asked.map(({ element }) => element)).toContain('乡镇工作经历')
  expect(asked.map(({ element }) => element)).not.toContain('统筹谋划')
})

test('every kind of seat asks for something of each facet, posts below the team for experience only by kind of unit', () => {
  for (const level of identifiersOf('postLevel')) {
    for (const role of identifiersOf('role')) {
      for (const sector of [undefined, ...identifiersOf('sector')]) {
        for (const unitKind of identifiersOf('unitKind')) {
          const asked = profile?.({ level, role, sector, unitKind }) ?? []
          expect(new Set(asked.map(({ facet }) => facet)).size).toBeGreaterThanOrEqual(role === 'staff' ? 5 : 6)
        }
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
