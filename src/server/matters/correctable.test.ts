import { expect, it } from 'vitest'
import type { MatterDesign, MatterEvent } from '#domain/matter.ts'
import { replayMatter } from '#domain/matter-course.ts'
import type { Account } from '../access/account.ts'
import { correctableFields, mayWithdraw } from './correctable.ts'

const label = { zh: '答复', en: 'Reply' }
const design: MatterDesign = {
  kind: 'clearing',
  stages: [{ id: 'open', label }],
  acts: [
    { id: 'reply', label, from: ['open'], by: ['person'], fields: [{ name: 'words', label, kind: 'text' }] },
    { id: 'rule', label, from: ['open'], by: ['head'], fields: [{ name: 'words', label, kind: 'text' }] },
  ],
  privacy: 'handlers',
  about: 'cadre',
  deadlines: () => [],
}
const accounts = (['officer', 'head', 'cadre'] as const).map(
  (role): Account => ({ account: role, name: label, office: label, role, isOpen: true, isDemo: true }),
)

const accountOf = (name: string): Account => accounts.find(({ account }) => account === name) as Account

/** A matter in which an account recorded one act. */
function opened(act: string, by: string) {
  const stamp = { by, byName: by, recordedAt: '2026-11-23T00:00:00Z', on: 20261123 }
  const opening = {
    kind: 'clearing',
    title: '澄清',
    subject: { cadreId: 'C1' },
    handlers: ['officer'],
    reason: '查实',
  } as const
  const asPerson = act === 'reply'
  const events: MatterEvent[] = [
    { ...stamp, by: 'officer', seq: 1, kind: 'opened', opening },
    { ...stamp, seq: 2, kind: 'acted', act, facts: { words: '同意' }, ...(asPerson ? { asPerson } : {}) },
  ]
  return { matterId: 'M1', design, events, matter: replayMatter(design, events) }
}

function fieldsOf(act: string, by: string, account: string): readonly string[] {
  const matter = opened(act, by)
  return correctableFields(matter, matter.events[1], accounts, accountOf(account)).map(({ name }) => name)
}

it('lets an officer mend what was taken from a paper, and never what the cadre wrote', () => {
  expect(fieldsOf('reply', 'officer', 'officer')).toEqual(['words'])
  expect(fieldsOf('reply', 'cadre', 'officer')).toEqual([])
  expect(fieldsOf('reply', 'an account that is gone', 'officer')).toEqual([])
})

it('lets the head alone mend and take back what the head decided', () => {
  expect(fieldsOf('rule', 'head', 'officer')).toEqual([])
  expect(fieldsOf('rule', 'head', 'head')).toEqual(['words'])
  const mayGo = (act: string, by: string, actor: 'handler' | 'head') => mayWithdraw(opened(act, by), [actor], accounts)
  expect([mayGo('rule', 'head', 'handler'), mayGo('rule', 'head', 'head')]).toEqual([false, true])
  expect([mayGo('reply', 'officer', 'handler'), mayGo('reply', 'cadre', 'head')]).toEqual([false, true])
})
