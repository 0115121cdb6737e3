/** Principals with all that is asked of them: facts, audits due, findings to be rectified, meetings, and matters under way. */
import type { DateCode } from '#domain/calendar.ts'
import { addMonths } from '#domain/calendar.ts'
import { type Verdict, worst } from '#domain/finding.ts'
import type { RecordedMeeting } from '#domain/meeting.ts'
import { once, oncePer } from '#domain/once.ts'
import {
  type AuditDue,
  auditSource,
  auditsDue,
  type CheckedItem,
  checkMeeting,
  type DecisionRecord,
  decisionRecord,
  findingsOf,
  type OpenFinding,
  openFindings,
  type Principal,
  principalSettings,
  principalsIn,
} from '#manage/index.ts'
import type { Facts, RuleBook } from '#policy/index.ts'
import type { Records } from '#records/index.ts'
import { readMeetings } from '#records/queries/index.ts'
import type { Account } from '../access/account.ts'
import type { CaseDesk } from '../cases/case-desk.ts'
import type { MatterDesk, OpenedMatter } from '../matters/matter-desk.ts'

export interface CheckedMeeting {
  readonly meeting: RecordedMeeting
  readonly items: readonly CheckedItem[]
  readonly verdict: Verdict
}

export interface PrincipalBoard {
  readonly facts: Facts
  readonly book: RuleBook
  readonly today: DateCode
  readonly principals: readonly Principal[]
  readonly audits: readonly AuditDue[]
  readonly findings: readonly OpenFinding[]
  readonly meetings: readonly CheckedMeeting[]
  /** Joint audits and rectifications that the account may see. */
  readonly matters: readonly OpenedMatter[]
}

interface Desks {
  readonly records: Records
  readonly matters: MatterDesk
  readonly cases: CaseDesk
}

/** Everything, as recorded now. */
export async function principalBoard({ records, matters, cases }: Desks, account: Account): Promise<PrincipalBoard> {
  const [facts, book, meetings, seen, leaving] = await Promise.all([
    matters.facts(),
    matters.book(),
    readMeetings(records.database),
    matters.seenBy(account, { kinds: ['joint-audit', 'rectification'] }),
    candidatesLeaving(cases),
  ])
  const worked = workedOf(facts, book)
  return {
    facts,
    book,
    today: matters.today(),
    principals: principalsIn(facts),
    audits: worked.audits(leaving),
    findings: worked.findings(),
    meetings: meetings.map(worked.checked),
    matters: seen,
  }
}

/** What follows from the facts alone, worked out once: they are of one day and one rule book. */
interface Worked {
  audits(leaving: ReadonlySet<string>): readonly AuditDue[]
  findings(): readonly OpenFinding[]
  checked(meeting: RecordedMeeting): CheckedMeeting
}

export const workedOf = oncePer((facts: Facts, book: RuleBook): Worked => {
  const audits = remembered<readonly AuditDue[]>()
  const meetings = remembered<CheckedMeeting>()
  return {
    audits: (leaving) => audits([...leaving].sort().join(' '), () => auditsDue({ facts, book, leaving })),
    findings: once(() => openFindings(facts, book)),
    checked: (meeting) =>
      meetings(`${meeting.meetingId} ${meeting.version}`, () => {
        const items = checkMeeting(book, facts, meeting)
        const verdict = items.length === 0 ? 'unknown' : worst(items.map((item) => item.verdict))
        return { meeting, items, verdict }
      }),
  }
})

function remembered<T>(): (key: string, make: () => T) => T {
  const values = new Map<string, T>()
  return (key, make) => {
    const value = values.get(key) ?? make()
    values.set(key, value)
    return value
  }
}

/** Candidates of open cases; a secondment leaves the post to its holder. */
export async function candidatesLeaving(cases: CaseDesk): Promise<ReadonlySet<string>> {
  const open = await cases.all({ openOnly: true })
  const moving = open.filter(({ selection }) => selection.opening.kind !== 'secondment')
  return new Set(
    moving.flatMap(({ selection }) => selection.candidates.flatMap(({ cadreId, left }) => (left ? [] : cadreId))),
  )
}

/** The open matter that came from a source; undefined where nobody attends to it. */
export const matterFrom = (matters: readonly OpenedMatter[], source: string): OpenedMatter | undefined =>
  matters.find(({ matter }) => matter.opening.origin?.source === source && matter.standing !== 'withdrawn')

/** Sources that somebody attends to already. */
export const sourcesInHand = (matters: readonly OpenedMatter[]): ReadonlySet<string> =>
  new Set(
    matters.flatMap(({ matter }) => (matter.standing === 'withdrawn' ? [] : (matter.opening.origin?.source ?? []))),
  )

/** What the board says of one principal. */
export interface PrincipalStanding {
  readonly principal: Principal
  readonly audit: AuditDue | undefined
  readonly auditMatter: OpenedMatter | undefined
  readonly lastAudit: DateCode | undefined
  readonly findings: readonly OpenFinding[]
  readonly meetings: readonly CheckedMeeting[]
  readonly decisions: DecisionRecord
  readonly matters: readonly OpenedMatter[]
}

export function standingOf(board: PrincipalBoard, principal: Principal): PrincipalStanding {
  const { facts, book, audits, meetings, matters } = board
  const { cadre, seat, events } = principal
  const presided = meetings.filter(({ meeting }) => meeting.presiderId === cadre.id)
  const since = addMonths(facts.snapshot.asOf, -12 * principalSettings(book, facts.snapshot.asOf).yearsBack)
  const audit = audits.find((due) => due.cadreId === cadre.id && due.positionId === seat.position)
  const audited = events.filter(({ kind }) => kind === 'triple-audit').map(({ on }) => on)
  return {
    principal,
    audit,
    auditMatter: audit && matterFrom(matters, auditSource(audit)),
    lastAudit: audited.length > 0 ? Math.max(...audited) : undefined,
    findings: findingsOf(board.findings, principal),
    meetings: presided,
    decisions: decisionRecord(presided, events, since),
    matters: matters.filter(({ matter }) => isAbout(matter.opening.subject, principal)),
  }
}

const isAbout = (
  { cadreId, unitId }: { readonly cadreId?: string; readonly unitId?: string },
  { cadre, seat }: Principal,
): boolean => (cadreId === undefined ? unitId === seat.unit : cadreId === cadre.id)
