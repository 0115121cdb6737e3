import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyOverlay, type Overlay } from '#domain/overlay.ts'
import { ProblemError } from '#domain/problem.ts'
import { asOwner, emptyRecords } from './fixtures.ts'
import type { Adoption, Records } from './index.ts'

let records: Records
beforeAll(async () => {
  records = await emptyRecords()
})
afterAll(() => records?.close())

const grounds = { by: '甲县委组织部', on: 20251220, document: '甲组发〔2025〕12号', reason: '从严' }
const parameter: Adoption = {
  kind: 'parameter',
  rule: 'T-1',
  name: 'months',
  value: { admonition: 12 },
  from: 20260101,
  ...grounds,
}
const confirmation: Adoption = { kind: 'confirmation', rule: 'T-2', ...grounds }
const own: Adoption = { kind: 'rules', text: 'rules: []', ...grounds }
const accept = (): void => undefined

async function now(): Promise<Date> {
  await new Promise((resume) => setTimeout(resume, 5))
  const moment = new Date()
  await new Promise((resume) => setTimeout(resume, 5))
  return moment
}

const lastEntry = async () =>
  (await records.database.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(1).execute())[0]

test('what was adopted is read back as an overlay, as it was known at a moment', async () => {
  const before = await now()
  const id = await records.adoptLocalRule(parameter, 'wang', accept)
  expect(await lastEntry()).toMatchObject({
    actor: 'wang',
    action: 'local-rule.adopt',
    subject: 'T-1',
    detail: { id, kind: 'parameter', name: 'months', value: { admonition: 12 }, document: grounds.document },
  })
  const adopted = await now()
  await records.adoptLocalRule(confirmation, 'wang', accept)
  await records.adoptLocalRule(own, 'wang', accept)
  await records.withdrawLocalRule(id, { on: 20260701, reason: '上级另有规定' }, 'li')
  expect(await lastEntry()).toMatchObject({
    actor: 'li',
    action: 'local-rule.withdraw',
    subject: id,
    detail: { on: '2026-07-01', reason: '上级另有规定', kind: 'parameter', rule: 'T-1' },
  })

  expect(await records.readLocalRules(before)).toEqual(emptyOverlay)
  expect(await records.readLocalRules(adopted)).toMatchObject({ parameters: [parameter], confirmations: [], rules: [] })
  expect((await records.readLocalRules(adopted)).parameters[0]).not.toHaveProperty('to')
  const today = await records.readLocalRules()
  expect(today).toMatchObject({
    parameters: [{ ...parameter, to: 20260701 }],
    confirmations: [confirmation],
    rules: [{ text: 'rules: []', file: expect.stringMatching(/^local-rules\//) }],
  })
  expect(await records.listLocalRules()).toMatchObject([
    { ...parameter, id, recordedBy: 'wang', withdrawal: { on: 20260701, recordedBy: 'li' } },
    { ...confirmation, withdrawal: undefined },
    { ...own, withdrawal: undefined },
  ])
})

test('what the rule book refuses is not recorded, and no audit entry says it was', async () => {
  const [before, audit] = [await records.listLocalRules(), await records.verifyAudit()]
  const refusal = new ProblemError({ code: 'overlay', message: { zh: '不', en: 'no' }, mend: { zh: '改', en: 'mend' } })
  const seen: Overlay[] = []
  const attempt = records.adoptLocalRule(confirmation, 'wang', (overlay) => {
    seen.push(overlay)
    throw refusal
  })
  await expect(attempt).rejects.toBe(refusal)
  expect(seen[0]?.confirmations).toHaveLength(2)
  expect(await records.listLocalRules()).toEqual(before)
  expect(await records.verifyAudit()).toEqual(audit)
})

test('a withdrawal is made once, of something there is', async () => {
  const [first] = await records.listLocalRules()
  const withdrawal = { on: 20260801, reason: '再撤' }
  const code = (work: Promise<unknown>) => expect(work).rejects.toMatchObject
  await code(records.withdrawLocalRule(first?.id ?? '', withdrawal, 'li'))({
    problems: [{ code: 'local-rule-withdrawn' }],
  })
  await code(records.withdrawLocalRule('none', withdrawal, 'li'))({ problems: [{ code: 'local-rule-unknown' }] })
})

test('a decision can be neither changed nor removed', async () => {
  const attempt = (statement: string) => asOwner(records, statement)
  for (const table of ['local_rule', 'local_rule_withdrawal']) {
    for (const statement of [
      `update ${table} set recorded_by = 'nobody'`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ])
      await expect(attempt(statement)).rejects.toThrow('local rules are append-only')
  }
})
