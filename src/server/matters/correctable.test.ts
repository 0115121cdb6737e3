import { expect, it } from 'vitest'
import type { MatterDesign, MatterEvent } from '#domain/matter.ts'
import { replayMatter } from '#domain/matter-course.ts'
import type { Account } from '../access/account.ts'
import { correctableFields } from './correctable.ts'

const label = { zh: '答复', en: 'Reply' }
const design: MatterDesign = {
  kind: 'clearing',
  stages: [{ id: 'open', label }],
  acts: [{ id: 'reply', label, from: ['open'], by: ['person'], fields: [{ name: 'words', label, kind: 'text' }] }],
  privacy: 'handlers',
  about: 'cadre',
  deadlines: () => [],
}
const accounts = (['officer', 'cadre'] as const).map(
  (role): Account => ({ account: role, name: label, office: label, role, passwordHash: '' }),
)

function fieldsOf(by: string): readonly string[] {
  const stamp = { by, byName: by, recordedAt: '2026-11-23T00:00:00Z', on: 20261123 }
  const opening = {
    kind: 'clearing',
    title: '澄清',
    subject: { cadreId: 'C1' },
    handlers: ['officer'],
    reason: '查实',
  } as const
  const events: MatterEvent[] = [
    { ...stamp, seq: 1, kind: 'opened', opening },
    { ...stamp, seq: 2, kind: 'acted', act: 'reply', facts: { words: '同意' }, asPerson: true },
  ]
  const opened = { matterId: 'M1', design, events, matter: replayMatter(design, events) }
  return correctableFields(opened, events[1], accounts).map(({ name }) => name)
}

it('lets an officer mend what was taken from a paper, and never what the cadre wrote', () => {
  expect(fieldsOf('officer')).toEqual(['words'])
  expect(fieldsOf('cadre')).toEqual([])
})
