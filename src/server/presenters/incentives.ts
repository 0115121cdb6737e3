/** Grades, rewards and questions for screens. */
import { formatDate } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import type { Text } from '#domain/text.ts'
import {
  type Asked,
  type ExcellentShare,
  type GradeStep,
  gradeShares,
  gradeStates,
  type RewardDue,
  rewardKinds,
} from '#manage/index.ts'
import { citationOf, type Facts, listOf, localReader, type RuleBook } from '#policy/index.ts'
import type {
  AskedPage,
  AskedQuery,
  GradePage,
  GradeQuery,
  GradeStepShape,
  RewardPage,
  RewardQuery,
} from '../contract/index.ts'
import { presentBasis, presentFinding } from './evidence.ts'
import { presentPerson, unitNamed } from './named.ts'

interface Here {
  readonly facts: Facts
  readonly book: RuleBook
}

function personOf({ facts }: Here, cadreId: string, unitId: string | undefined) {
  return {
    ...presentPerson({ facts }, cadreId),
    unitId: unitId ?? null,
    unitName: unitId === undefined ? null : unitNamed({ facts }, unitId),
  }
}

const orderWords: Readonly<Record<string, Text>> = {
  'excellent-years': { zh: '近年考核优秀的年数', en: 'excellent years of late' },
  'time-in-grade': { zh: '任现职级（职务）的时间', en: 'time in the present grade or post' },
  service: { zh: '工龄', en: 'working age' },
}

export function presentGrades(here: Here, steps: readonly GradeStep[], query: GradeQuery): GradePage {
  const { facts, book } = here
  const { asOf } = facts.snapshot
  const within = steps.filter(({ unitId, to }) => isUnit(query.unit, unitId) && isAmong(query.to, to))
  const found = within.filter(({ state }) => isAmong(query.state, state))
  const order = listOf(localReader(book, 'LOCAL-GRADE-QUEUE', asOf)('order'))
  return {
    asOf: formatDate(asOf),
    total: found.length,
    offset: query.offset,
    counts: gradeStates.map((state) => ({ state, count: within.filter((step) => step.state === state).length })),
    units: unitsOf(here, steps),
    unit: query.unit === undefined ? null : unitOf(here, query.unit),
    order: order.map((name) => orderWords[name] ?? { zh: name, en: name }),
    orderBasis: presentBasis(citationOf(book, 'LOCAL-GRADE-QUEUE')),
    steps: found.slice(query.offset, query.offset + query.limit).map((step) => presentStep(here, step)),
  }
}

const isUnit = (asked: string | undefined, unitId: string | undefined): boolean =>
  asked === undefined || asked === unitId
const isAmong = <T>(wanted: readonly T[] | undefined, value: T | string): boolean =>
  wanted === undefined || (wanted as readonly unknown[]).includes(value)

function presentStep(here: Here, step: GradeStep): GradeStepShape {
  return {
    ...personOf(here, step.cadreId, step.unitId),
    from: (step.from ?? null) as GradeStepShape['from'],
    to: step.to as GradeStepShape['to'],
    state: step.state,
    fromDay: step.fromDay === undefined ? null : formatDate(step.fromDay),
    free: step.free ?? null,
    place: step.place ?? null,
    excellentYears: step.keys.excellentYears,
    monthsInGrade: step.keys.monthsInGrade ?? null,
    monthsOfService: step.keys.monthsOfService ?? null,
    findings: step.findings.map(presentFinding),
  }
}

function unitsOf({ facts }: Here, steps: readonly GradeStep[]): GradePage['units'] {
  const groups = Map.groupBy(steps, ({ unitId }) => unitId)
  const tally = (group: readonly GradeStep[], state: string): number =>
    group.filter((step) => step.state === state).length
  return [...groups]
    .map(([unitId, group]) => ({
      unitId,
      name: unitNamed({ facts }, unitId),
      open: tally(group, 'open'),
      waiting: tally(group, 'waiting'),
    }))
    .filter(({ open, waiting }) => open + waiting > 0)
    .sort((a, b) => b.open + b.waiting - (a.open + a.waiting) || (a.unitId < b.unitId ? -1 : 1))
}

function unitOf({ facts, book }: Here, unitId: string): GradePage['unit'] {
  const { unit_id } = facts.snapshot.tables.positions.columns
  const row = unit_id.codes.indexOf(unit_id.values.indexOf(unitId))
  if (row < 0 || textAt(unit_id, row) !== unitId) return null
  const seat = facts.seat(row)
  return {
    unitId,
    name: seat.unitName,
    quota: seat.staffQuota ?? null,
    shares: gradeShares(book, seat, facts.snapshot.asOf).map(({ grades, places, filled, basis }) => ({
      grades: [...grades] as GradeStepShape['to'][],
      places: places ?? null,
      filled,
      basis: presentBasis(basis),
    })),
  }
}

export function presentRewards(
  here: Here,
  { due, shares }: { readonly due: readonly RewardDue[]; readonly shares: readonly ExcellentShare[] },
  query: RewardQuery,
): RewardPage {
  const within = due.filter(({ unitId }) => isUnit(query.unit, unitId))
  const found = within.filter(({ kind }) => isAmong(query.kind, kind))
  return {
    asOf: formatDate(here.facts.snapshot.asOf),
    total: found.length,
    offset: query.offset,
    counts: rewardKinds.map((kind) => ({ kind, count: within.filter((one) => one.kind === kind).length })),
    due: found.slice(query.offset, query.offset + query.limit).map((one) => ({
      ...personOf(here, one.cadreId, one.unitId),
      kind: one.kind,
      year: one.year,
      reason: one.reason,
      basis: presentBasis(one.basis),
      evidence: [...one.evidence],
    })),
    shares: shares
      .filter(({ excellent, most }) => excellent > most)
      .sort((a, b) => b.excellent - b.most - (a.excellent - a.most))
      .map(({ basis: _, ...share }) => ({ ...share, unitName: unitNamed(here, share.unitId) })),
    sharesBasis: presentBasis(citationOf(here.book, 'CSEVAL-CAP')),
  }
}

export function presentAsked(here: Here, asked: readonly Asked[], query: AskedQuery): AskedPage {
  const found = asked.filter(({ unitId }) => isUnit(query.unit, unitId))
  return {
    asOf: formatDate(here.facts.snapshot.asOf),
    total: found.length,
    offset: query.offset,
    people: found.slice(query.offset, query.offset + query.limit).map(({ cadreId, unitId, findings }) => ({
      ...personOf(here, cadreId, unitId),
      findings: findings.map(presentFinding),
    })),
  }
}
