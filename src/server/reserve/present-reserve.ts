/** The reserve for screens: the register with what changed, and the course of one. */
import { openSteps } from '#develop/index.ts'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import { dayIn, lastDeed } from '#domain/matter-course.ts'
import type { Text } from '#domain/text.ts'
import { nextContact, type Shortfall, shortfallsOf, type TrackingSettings, trackingSettings } from '#manage/index.ts'
import type { RuleBook } from '#policy/index.ts'
import type {
  RatedOn,
  ReserveCourseShape,
  ReserveOnly,
  ReservePage,
  ReserveQuery,
  ReserveRow,
} from '../contract/index.ts'
import type { OpenedMatter } from '../matters/matter-desk.ts'
import type { MattersShown } from '../matters/present-matter.ts'
import { presentSteps } from '../plans/present-plans.ts'
import { presentBasis, presentDate } from '../presenters/evidence.ts'
import { presentOfficer, presentPerson, unitNamed } from '../presenters/named.ts'
import { term } from '../presenters/term.ts'
import type { ReserveEntry } from './register.ts'

/** Matters about the reserve: those the account may see, and all of tracking, for who is responsible. */
export interface ReserveMatters {
  readonly seen: readonly OpenedMatter[]
  readonly all: readonly OpenedMatter[]
}

export interface ReserveShown extends MattersShown {
  readonly book: RuleBook
  /** Of the edition. */
  readonly asOf: DateCode
  readonly matters: ReserveMatters
}

const isOpen = ({ matter }: OpenedMatter): boolean => matter.standing === 'open'
const about = (matters: readonly OpenedMatter[], kind: string, cadreId: string): readonly OpenedMatter[] =>
  matters.filter(({ matter: { opening } }) => opening.kind === kind && opening.subject.cadreId === cadreId)

export function presentReserve(
  shown: ReserveShown,
  entries: ReadonlyMap<string, ReserveEntry>,
  since: { readonly day: DateCode; readonly isOwnLook: boolean },
  query: ReserveQuery,
): ReservePage {
  const settings = trackingSettings(shown.book, shown.asOf)
  const rows = [...entries].map(([cadreId, entry]) => presentRow(shown, settings, cadreId, entry))
  const asked = rows.filter((row) => query.only === undefined || isAmong(row, query.only))
  const bounds = rows.flatMap(({ ratings }) => ratings.flatMap(({ lower, upper }) => [lower, upper]))
  return {
    asOf: formatDate(shown.asOf),
    since: formatDate(since.day),
    isOwnLook: since.isOwnLook,
    total: asked.length,
    offset: query.offset,
    counts: countables.map(([only, label]) => ({
      only,
      label,
      count: rows.filter((row) => isAmong(row, only)).length,
    })),
    scale: { from: Math.min(-1, ...bounds), to: Math.max(1, ...bounds) },
    rows: asked.slice(query.offset, query.offset + query.limit),
  }
}

const countables: readonly (readonly [ReserveOnly, Text])[] = [
  ['no-responsible', { zh: '没有责任人', en: 'Nobody responsible' }],
  ['changed', { zh: '有变化', en: 'Changed' }],
  ['guidance', { zh: '引导中', en: 'Under guidance' }],
  ['no-plan', { zh: '没有培养计划', en: 'No plan' }],
  ...identifiersOf('shortfallKind').map((kind) => [kind, labelOf('shortfallKind', kind)] as const),
]

function isAmong(row: ReserveRow, only: ReserveOnly): boolean {
  switch (only) {
    case 'no-responsible':
      return row.responsible.length === 0
    case 'changed':
      return row.changes.some(({ kind }) => kind !== 'missing')
    case 'guidance':
      return row.guidance > 0
    case 'no-plan':
      return row.plan === null
    default:
      return row.shortfalls.includes(only)
  }
}

function presentRow(shown: ReserveShown, settings: TrackingSettings, cadreId: string, entry: ReserveEntry): ReserveRow {
  const { course, needs, changes, ratings } = entry
  const { seen } = shown.matters
  const plan = openPlan(shown, cadreId)
  const next = nextContact(course, settings)
  const [last] = course.contacts
  return {
    ...presentPerson(shown, cadreId),
    since: sinceOf(shown, cadreId),
    responsible: responsibleFor(shown, cadreId),
    evaluations: course.evaluations.map(presentEvaluation),
    ratings: presentRatings(ratings),
    lastContact: last ? formatDate(last.on) : null,
    contactDue: next === undefined || next < shown.asOf,
    needs: needs.length,
    changes: [...changes],
    shortfalls: [...new Set(shortfalls(shown, settings, entry, plan).map(({ kind }) => kind))],
    guidance: about(seen, 'guidance', cadreId).filter(isOpen).length,
    plan: plan ? { matterId: plan.matterId, state: term('planState', plan.matter.stage) } : null,
  }
}

const openPlan = ({ matters: { seen } }: ReserveShown, cadreId: string): OpenedMatter | undefined =>
  about(seen, 'development-plan', cadreId).find(isOpen)

/** Entered here, or as it was stated when the tracking began. */
function sinceOf({ matters: { all } }: ReserveShown, cadreId: string): string | null {
  const matter = about(all, 'reserve-tracking', cadreId).find(isOpen)?.matter
  const entered = matter && (lastDeed(matter, 'enter')?.on ?? dayIn(lastDeed(matter, 'take-up')?.facts ?? {}, 'since'))
  return presentDate(entered)
}

const responsibleFor = (shown: ReserveShown, cadreId: string): ReserveRow['responsible'] =>
  about(shown.matters.all, 'reserve-tracking', cadreId)
    .filter(isOpen)
    .flatMap(({ matter }) => matter.handlers)
    .map((account) => presentOfficer(shown.accounts, account))

const presentEvaluation = ({ year, result }: ReserveEntry['course']['evaluations'][number]) => ({
  year,
  result: term('evaluationResult', result),
})

/** Half the width of 90 % of a normal distribution. */
const halfWidth = 1.645

const presentRatings = (steps: ReserveEntry['ratings']): RatedOn[] =>
  steps.map(({ on, value, sd }) => ({
    on: formatDate(on),
    value,
    lower: value - halfWidth * sd,
    upper: value + halfWidth * sd,
  }))

function shortfalls(
  { book, asOf, today }: ReserveShown,
  settings: TrackingSettings,
  { course, needs }: ReserveEntry,
  plan: OpenedMatter | undefined,
): readonly Shortfall[] {
  const steps = plan?.matter.stage === 'running' ? openSteps(plan.matter) : []
  const late = steps.flatMap(({ number, what, to }) => (to !== undefined && to < today ? [{ number, what, to }] : []))
  return shortfallsOf({ course, needs, steps: late, settings, book, day: asOf })
}

export function presentCourse(
  shown: ReserveShown,
  cadreId: string,
  entry: ReserveEntry,
  since: DateCode,
  reserve: boolean | undefined,
): ReserveCourseShape {
  const settings = trackingSettings(shown.book, shown.asOf)
  const { course, changes, ratings } = entry
  const plan = openPlan(shown, cadreId)
  const tracking = about(shown.matters.all, 'reserve-tracking', cadreId).find(isOpen)
  const proposed = reserve ? shortfalls(shown, settings, entry, plan) : []
  return {
    cadreId,
    asOf: formatDate(shown.asOf),
    reserve: reserve ?? null,
    tracking: tracking ? { matterId: seenId(shown, tracking), responsible: responsibleFor(shown, cadreId) } : null,
    evaluations: course.evaluations.map(presentEvaluation),
    ratings: presentRatings(ratings),
    posts: course.posts.map(({ from, title, kind }) => ({ from: formatDate(from), title, kind })),
    hours: [...course.hours],
    honours: course.honours.map(({ on, title }) => ({ on: formatDate(on), title })),
    contacts: course.contacts.slice(0, contactsShown).map(({ statementId, channel, on, sourceUnit, says }) => ({
      statementId,
      channel,
      on: formatDate(on),
      source: sourceUnit === undefined ? null : unitNamed(shown, sourceUnit),
      says,
    })),
    changes: [...changes],
    since: formatDate(since),
    shortfalls: proposed.map(({ kind, source, says, basis, evidence }) => {
      const taken = about(shown.matters.seen, 'guidance', cadreId).find(
        ({ matter }) => matter.opening.origin?.source === source && matter.standing !== 'withdrawn',
      )
      return {
        kind,
        source,
        says,
        basis: basis ? presentBasis(basis) : null,
        evidence: [...evidence],
        matterId: taken?.matterId ?? null,
      }
    }),
    plan: plan ? { matterId: plan.matterId, steps: presentSteps(shown, plan.matter) } : null,
  }
}

const contactsShown = 20

const seenId = ({ matters: { seen } }: ReserveShown, { matterId }: OpenedMatter): string | null =>
  seen.some((one) => one.matterId === matterId) ? matterId : null
