/** What the first page says to the head of the department: what waits for a decision, teams, seats of principals, plans. */
import { titleOfStage } from '#appoint/procedure/index.ts'
import { yearOf } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { actsOpen } from '#domain/matter-course.ts'
import type { Text } from '#domain/text.ts'
import {
  type Edition,
  readSinceVisit,
  readSlates,
  readTeams,
  readTrainingPlan,
  readVacancies,
  type SinceVisit,
} from '#records/queries/index.ts'
import type { Account } from '../access/account.ts'
import type { OpenedCase } from '../cases/case-desk.ts'
import type { HeadDay } from '../contract/index.ts'
import type { MatterDesk } from '../matters/matter-desk.ts'
import { awaitsConfirmation } from '../presenters/rule-list.ts'
import { presentVacancySummary } from '../presenters/vacancy-list.ts'
import type { HomeDesks } from './today.ts'

/** What the page has room for. */
const most = { decisions: 8, teams: 6, seats: 6, slates: 3 }
const allTeams = 100_000

type Decision = HeadDay['decisions'][number]

export async function headDayOf(desks: HomeDesks, edition: Edition, account: Account): Promise<HeadDay> {
  const { desk, matters, cases } = desks
  const { database } = desk.records
  const open = await cases.all({ openOnly: true })
  const [toDecide, teams, vacancies, plans, slates, since, { book }] = await Promise.all([
    mattersToDecide(matters, account),
    readTeams(database, edition.runId, { offset: 0, limit: allTeams }),
    readVacancies(database),
    plansOf(desks),
    readSlates(database),
    readSinceVisit(database, account.account),
    desk.law.rules(),
  ])
  const decisions = [...toDecide, ...casesToDecide(open)]
  return {
    decisions: decisions.slice(0, most.decisions),
    waiting: decisions.length,
    unconfirmedRules: [...book.rules.values()].filter((rule) => awaitsConfirmation(rule, edition.asOf)).length,
    teams: teamsOf(teams.rows),
    principalSeats: vacancies
      .filter(({ role }) => role === 'principal')
      .slice(0, most.seats)
      .map((row) => presentVacancySummary(row, edition.asOf))
      .map(({ positionId, unitName, title, daysOpen }) => ({ positionId, unitName, title, daysOpen })),
    plans,
    meetings: meetingsOf(open, slates.filter(({ state }) => state === 'found').slice(0, most.slates)),
    since: since ? { at: since.at.toISOString(), changes: changesOf(since) } : null,
  }
}

/** Matters in which there is an act for the head and nobody else. */
async function mattersToDecide(matters: MatterDesk, account: Account): Promise<Decision[]> {
  const seen = await matters.seenBy(account)
  const today = matters.today()
  return seen.toReversed().flatMap(({ matterId, design, matter }): Decision[] => {
    const [act] = actsOpen(design, matter, ['head'], today)
      .filter(({ act, hindrance }) => hindrance === undefined && act.by.every((actor) => actor === 'head'))
      .map(({ act }) => act)
    const { kind, title } = matter.opening
    if (!act || matter.standing !== 'open') return []
    return [
      {
        key: matterId,
        kind: labelOf('matterKind', kind),
        title,
        step: act.label,
        link: `/matters/${matterId}`,
      },
    ]
  })
}

/** Cases that stand before or at the meeting that decides. */
const casesToDecide = (open: readonly OpenedCase[]): Decision[] =>
  open
    .filter(({ selection }) => selection.stage === 'deliberation' || selection.stage === 'decision')
    .toReversed()
    .map(({ caseId, selection: { opening, stage } }) => ({
      key: caseId,
      kind: labelOf('caseKind', opening.kind),
      title: opening.title,
      step: titleOfStage(opening.kind, stage),
      link: `/cases/${caseId}`,
    }))

type TeamRows = Awaited<ReturnType<typeof readTeams>>['rows']

function teamsOf(rows: TeamRows): HeadDay['teams'] {
  const seatsEmpty = ({ filled, quota }: TeamRows[number]): number => Math.max(0, (quota ?? filled) - filled)
  const asking = rows.filter((team) => team.overdue_findings > 0 || seatsEmpty(team) > 0)
  return {
    total: rows.length,
    overdue: rows.filter(({ overdue_findings }) => overdue_findings > 0).length,
    short: rows.filter((team) => seatsEmpty(team) > 0).length,
    rows: asking
      .toSorted((a, b) => b.overdue_findings - a.overdue_findings || seatsEmpty(b) - seatsEmpty(a))
      .slice(0, most.teams)
      .map(({ unit_id, unit_name, filled, quota, overdue_findings }) => ({
        unitId: unit_id,
        unitName: unit_name,
        filled,
        quota,
        overdueFindings: overdue_findings,
      })),
  }
}

const planStandings = {
  none: { zh: '尚未编制', en: 'not made yet' },
  made: { zh: '已编制，待审定', en: 'made, not adopted' },
  edited: { zh: '修改中，待审定', en: 'being changed, not adopted' },
  adopted: { zh: '已审定', en: 'adopted' },
} as const satisfies Record<string, Text>

/** The plans of this year and the next. */
async function plansOf({ desk, matters }: HomeDesks): Promise<HeadDay['plans']> {
  const year = yearOf(matters.today())
  const known = await Promise.all(
    [year, year + 1].map(async (one) => ({ one, plan: await readTrainingPlan(desk.records.database, one) })),
  )
  return known.map(({ one, plan }) => ({
    label: { zh: `${one} 年度培训计划`, en: `Training plan of ${one}` },
    standing: planStandings[plan?.state ?? 'none'],
    link: `/training?year=${one}`,
  }))
}

const meetingKinds = {
  seat: { zh: '拟任人选', en: 'People proposed' },
  slate: { zh: '整盘方案', en: 'Slate' },
} as const satisfies Record<string, Text>

/** What can be put on the big screen: seats whose case stands before a decision, then the newest slates. */
const meetingsOf = (
  open: readonly OpenedCase[],
  slates: readonly { readonly slate_id: string; readonly name: string }[],
): HeadDay['meetings'] => [
  ...open.flatMap(({ caseId, selection: { opening, stage } }) =>
    opening.target.kind === 'seat' && (stage === 'deliberation' || stage === 'decision')
      ? [
          {
            key: caseId,
            title: opening.title,
            kind: meetingKinds.seat,
            link: `/cases/${caseId}/meeting`,
          },
        ]
      : [],
  ),
  ...slates.map(({ slate_id, name }) => ({
    key: slate_id,
    title: name,
    kind: meetingKinds.slate,
    link: `/slates/${slate_id}/meeting`,
  })),
]

interface Change {
  readonly label: Text
  readonly link: string
  readonly is: (action: string) => boolean
}

const isReading = (action: string): boolean => action.endsWith('.view') || action.endsWith('-read')

const changeKinds: readonly Change[] = [
  { label: { zh: '任免事项办理', en: 'acts in cases' }, link: '/cases', is: (action) => action.startsWith('case.') },
  {
    label: { zh: '管理事项办理', en: 'acts in matters' },
    link: '/matters',
    is: (action) => action.startsWith('matter.'),
  },
  { label: { zh: '材料入库', en: 'imports applied' }, link: '/imports', is: (action) => action === 'import.apply' },
  { label: { zh: '来源报送', en: 'deliveries' }, link: '/deliveries', is: (action) => action.startsWith('delivery.') },
  { label: { zh: '整盘方案', en: 'slates made' }, link: '/slates', is: (action) => action === 'slate.make' },
  { label: { zh: '重新分析', en: 'analyses' }, link: '/', is: (action) => action === 'save-analysis' },
]

const changesOf = ({ actions }: SinceVisit): NonNullable<HeadDay['since']>['changes'] =>
  changeKinds
    .map(({ label, link, is }) => ({
      label,
      link,
      count: [...actions].reduce((sum, [action, count]) => sum + (is(action) && !isReading(action) ? count : 0), 0),
    }))
    .filter(({ count }) => count > 0)
