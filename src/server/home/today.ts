/** What the first page says of today: where vacancies stand, signs counted, what arrived, what the office can move. */
import { titleOfStage } from '#appoint/procedure/index.ts'
import { formatDate } from '#domain/calendar.ts'
import { readDeliveries } from '#records/index.ts'
import { type Edition, readMovesPerHalf, readSigns } from '#records/queries/index.ts'
import type { Account } from '../access/account.ts'
import { signSight } from '../care/sign-sight.ts'
import type { CaseDesk } from '../cases/case-desk.ts'
import type { Today } from '../contract/index.ts'
import type { Desk } from '../http/desk.ts'
import type { MatterDesk } from '../matters/matter-desk.ts'
import { headDayOf } from './head-day.ts'

export interface HomeDesks {
  readonly desk: Desk
  readonly matters: MatterDesk
  readonly cases: CaseDesk
}

/** Half-years that what the office can move is the median of: five years. */
const halves = 10

export async function todayOf(desks: HomeDesks, edition: Edition, account: Account): Promise<Today> {
  const { desk, matters } = desks
  const { database } = desk.records
  const [steps, signs, arrived, moves, head] = await Promise.all([
    stepsOf(desks.cases),
    signsFor(desks, edition, account),
    readDeliveries(database, { waiting: true }),
    readMovesPerHalf(database, edition.asOf, halves),
    account.role === 'head' ? headDayOf(desks, edition, account) : null,
  ])
  return {
    today: formatDate(matters.today()),
    steps,
    signs,
    arrived: arrived.length,
    capacity: moves ? { perHalf: Math.round(moves.median), halves } : null,
    head,
  }
}

async function stepsOf(cases: CaseDesk): Promise<Today['steps']> {
  const open = await cases.all({ openOnly: true })
  return Object.fromEntries(
    open.flatMap(({ caseId, selection: { opening, stage } }) =>
      opening.target.kind === 'seat'
        ? [[opening.target.positionId, { caseId, stage, title: titleOfStage(opening.kind, stage) }]]
        : [],
    ),
  )
}

async function signsFor({ desk, matters }: HomeDesks, { runId }: Edition, account: Account): Promise<Today['signs']> {
  const sight = await signSight(desk.records, matters, account)
  if (!sight.onDuty) return null
  const seen = await sight.visible(await readSigns(desk.records.database, runId))
  const taken = seen.filter(({ matter }) => matter !== undefined).length
  return { waiting: seen.length - taken, taken }
}
