import { expect, test } from 'vitest'
import type { UnitVersion } from '#records/queries/index.ts'
import { historyOf } from './history.ts'

const version = (
  table: UnitVersion['table'],
  id: string,
  body: UnitVersion['body'],
  from: string,
  to: string | null = null,
): UnitVersion => ({ table, id, body, known_from: new Date(from), known_to: to === null ? null : new Date(to) })

const said = (versions: readonly UnitVersion[]) =>
  historyOf(versions, (id) => `名${id}`).map(({ what, on, knownAt, about, was, is }) => [
    what,
    on,
    knownAt.slice(0, 10),
    about,
    was?.zh,
    is?.zh,
  ])

test('a day that is a fact stands with the day on which it was recorded; a name only with the latter', () => {
  const before = { name: '县经济委员会', parent_id: 'U1', founded_on: '1984-05', level: 'county' }
  const after = { ...before, name: '县工业和信息化局', parent_id: 'U9' }
  expect(
    said([version('units', 'U2', before, '2026-01-05', '2026-03-01'), version('units', 'U2', after, '2026-03-01')]),
  ).toEqual([
    ['renamed', null, '2026-03-01', null, '县经济委员会', '县工业和信息化局'],
    ['moved', null, '2026-03-01', null, '名U1', '名U9'],
    ['founded', '1984-05', '2026-01-05', null, undefined, undefined],
  ])
})

test('seats that opened, closed, changed or were struck off, and quotas', () => {
  const seat = { title: '副局长', unit_id: 'U2', post_level: 'section-deputy', role: 'deputy', open_from: '2020-02' }
  expect(
    said([
      version('positions', 'P1', seat, '2026-01-05', '2026-02-01'),
      version('positions', 'P1', { ...seat, open_to: '2026-01-31' }, '2026-02-01'),
      version('positions', 'P2', { title: '总师', unit_id: 'U2' }, '2026-01-05', '2026-02-03'),
      version('teams', 'T1', { name: '班子', quota_deputy: 2 }, '2026-01-05', '2026-02-02'),
      version('teams', 'T1', { name: '班子', quota_deputy: 3 }, '2026-02-02'),
    ]),
  ).toEqual([
    ['struck', null, '2026-02-03', '总师', undefined, undefined],
    ['quota', null, '2026-02-02', '班子', '2', '3'],
    ['seat-closed', '2026-01-31', '2026-02-01', '副局长', undefined, undefined],
    ['seat-opened', '2020-02', '2026-01-05', '副局长', undefined, undefined],
  ])
})
