/** A plan is opened for a cadre, with what the listed needs propose already written into its draft. */
import { draftFacts, proposedSteps } from '#develop/index.ts'
import { textAt } from '#domain/columns.ts'
import { fill, type Text } from '#domain/text.ts'
import { type Records, recordMatterEvent } from '#records/index.ts'
import { readNeedsOf } from '#records/queries/index.ts'
import type { Account } from '../access/account.ts'
import { Refusal } from '../http/refusal.ts'
import { openNewMatter } from '../matters/act.ts'
import type { MatterDesk } from '../matters/matter-desk.ts'
import { presentPerson } from '../presenters/named.ts'

/** Opens it and returns its id. @throws Refusal 403 for kin, 409 where one is under way, 422 where nobody is like that */
export async function openPlan(
  records: Records,
  desk: MatterDesk,
  { runId, cadreId }: { readonly runId: string; readonly cadreId: string },
  account: Account,
): Promise<string> {
  const [facts, book, plans, needs] = await Promise.all([
    desk.facts(),
    desk.book(),
    desk.all({ kinds: ['development-plan'], cadreId }),
    readNeedsOf(records.database, runId, [cadreId]),
  ])
  if (plans.some(({ matter }) => matter.standing === 'open')) throw planUnderWay()
  const today = desk.today()
  const steps = proposedSteps(needs, book, today)
  const rules = [...new Set(steps.map(({ rule }) => rule))]
  const opening = {
    kind: 'development-plan' as const,
    title: `${presentPerson({ facts }, cadreId).name}的个人培养计划`,
    cadreId,
    reason: '按培养需求制定',
    day: today,
    on: '',
    origin: { source: `needs/${rules.join(',') || 'none'}`, says: fill(fromNeeds, { count: steps.length }) },
  }
  const matterId = await openNewMatter(records, desk, opening, account)
  const row = facts.cadreIndex(cadreId)
  const track = row === undefined ? undefined : textAt(facts.snapshot.tables.cadres.columns.track, row)
  const act = { kind: 'acted', act: 'prefill', facts: draftFacts(steps, track) } as const
  await recordMatterEvent(
    records,
    { matterId, version: 1, act },
    { by: account.account, byName: account.name.zh, on: today },
  )
  return matterId
}

const fromNeeds: Text = { zh: '列出的培养需求{count}项', en: '{count} development needs listed' }

const planUnderWay = (): Refusal =>
  new Refusal(
    409,
    'plan-under-way',
    { zh: '这名干部已有在办的培养计划。', en: 'A plan of this cadre is under way already.' },
    { zh: '打开已有的计划，在其中修订。', en: 'Open that plan and revise it.' },
  )
