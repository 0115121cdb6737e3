/** The right time (用当其时): ages, how far from a seat, young and ready, limits that pass. */

import {
  type AgeBand,
  type AgeStructure,
  type Ground,
  type Limit,
  limitKinds,
  nameOfBand,
  type Readiness,
  type Step,
  steps,
  type TeamAhead,
  timingSettings,
  type YoungAndReady,
  type YoungList,
  youngRule,
} from '#appoint/index.ts'
import { addMonths, type DateCode, formatDate } from '#domain/calendar.ts'
import type { PostLevel } from '#domain/lexicon/terms.ts'
import { citationOf } from '#policy/index.ts'
import { compareByStroke, type PersonRecord } from '#records/queries/index.ts'
import type { AgePage, LimitsPage, ReadinessPage, YoungPage } from '../contract/index.ts'
import { presentReadiness } from './considerations.ts'
import { presentBasis, presentText } from './evidence.ts'
import { presentPerson } from './matrix.ts'

/** Everybody in service by id. */
export type People = ReadonlyMap<string, PersonRecord>

interface Cut {
  readonly offset: number
  readonly limit: number
}

const cut = <T>(rows: readonly T[], { offset, limit }: Cut): readonly T[] => rows.slice(offset, offset + limit)

const presentBand = (band: AgeBand): AgePage['prime'] => ({
  from: band.from ?? null,
  to: band.to ?? null,
  label: nameOfBand(band),
})

export function presentAges(
  asOf: DateCode,
  { bands, prime, pool, teams }: AgeStructure,
  people: People,
  selection: Cut & { readonly q?: string | undefined },
): AgePage {
  const found = teams.filter(({ unitName }) => unitName.includes(selection.q ?? ''))
  const ordered = found.toSorted((a, b) => a.prime / (a.people.length || 1) - b.prime / (b.people.length || 1))
  return {
    asOf: formatDate(asOf),
    bands: bands.map(presentBand),
    prime: presentBand(prime),
    pool: pool.map(({ level, people: own, counts, prime: inPrime, unknown }) => ({
      level,
      ages: own.flatMap(({ age }) => age ?? []).sort((a, b) => a - b),
      counts: [...counts],
      prime: inPrime,
      unknown,
      total: own.length,
    })),
    total: found.length,
    offset: selection.offset,
    teams: cut(ordered, selection).map(({ unitId, unitName, people: own, empty, counts, prime: inPrime, unknown }) => ({
      unitId,
      unitName,
      people: own.map(({ cadreId, age }) => ({
        cadreId,
        name: people.get(cadreId)?.name ?? cadreId,
        age: age ?? null,
      })),
      empty,
      counts: [...counts],
      prime: inPrime,
      unknown,
      total: own.length,
    })),
  }
}

/** Within a step by the first day, then by surname strokes; never an order of merit. */
export function presentReadinessPage(parts: {
  readonly ground: Ground
  readonly vacancy: ReadinessPage['vacancy']
  readonly readiness: readonly Readiness[]
  readonly people: People
  readonly selection: Cut & { readonly step: Step }
}): ReadinessPage {
  const { ground, readiness, people, selection } = parts
  const { asOf } = ground.snapshot
  const chosen = readiness
    .filter(({ step }) => step === selection.step)
    .flatMap((one) => {
      const person = people.get(one.cadreId)
      return person ? [{ one, person }] : []
    })
    .sort((a, b) => (a.one.on ?? 0) - (b.one.on ?? 0) || byStroke(a.person, b.person))
  const countOf = (step: Step): number => readiness.filter((one) => one.step === step).length
  return {
    asOf: formatDate(asOf),
    until: formatDate(addMonths(asOf, timingSettings(ground.book, asOf).aheadMonths)),
    vacancy: parts.vacancy,
    counts: Object.fromEntries(steps.map((step) => [step, countOf(step)])) as ReadinessPage['counts'],
    total: chosen.length,
    offset: selection.offset,
    rows: cut(chosen, selection).map(({ one, person }) => ({
      person: presentPerson(person),
      readiness: presentReadiness(ground, one),
    })),
  }
}

const byStroke = (a: PersonRecord, b: PersonRecord): number =>
  compareByStroke(a.name, b.name) || (a.cadre_id < b.cadre_id ? -1 : 1)

export function presentYoung(
  ground: Ground,
  { ready, young, unknown }: YoungList,
  people: People,
  selection: Cut & {
    readonly level?: readonly PostLevel[] | undefined
    readonly when?: 'now' | 'within-year' | undefined
    readonly reserve?: 'true' | 'false' | undefined
  },
): YoungPage {
  const { level, when, reserve } = selection
  const isChosen = (one: YoungAndReady): boolean =>
    (level === undefined || level.includes(one.level)) &&
    (when === undefined || one.now === (when === 'now')) &&
    (reserve === undefined || String(one.reserve) === reserve)
  const chosen = ready
    .filter(isChosen)
    .flatMap((one) => {
      const person = people.get(one.cadreId)
      return person ? [{ one, person }] : []
    })
    .sort((a, b) => byStroke(a.person, b.person))
  return {
    asOf: formatDate(ground.snapshot.asOf),
    young,
    unknown,
    basis: presentBasis(citationOf(ground.book, youngRule)),
    levels: [...Map.groupBy(ready, (one) => one.level)].map(([of, own]) => ({
      level: of,
      under: own[0]?.under ?? 0,
      now: own.filter(({ now }) => now).length,
      withinYear: own.filter(({ now }) => !now).length,
    })),
    total: chosen.length,
    offset: selection.offset,
    rows: cut(chosen, selection).map(({ one, person }) => ({
      person: presentPerson(person),
      age: one.age,
      under: one.under,
      target: one.target,
      on: formatDate(one.on),
      now: one.now,
      seats: one.seats,
      of: one.of,
      vacant: one.vacant.map((positionId) => ({ positionId, name: seatName(ground, positionId) })),
      reserve: one.reserve ?? null,
      excellent: [...one.excellent],
      traits: [...one.traits],
    })),
  }
}

function seatName({ facts }: Ground, positionId: string): string {
  const row = facts.seatIndex(positionId)
  return row === undefined ? positionId : `${facts.seat(row).unitName}${facts.seat(row).title}`
}

export function presentLimits(parts: {
  readonly ground: Ground
  readonly limits: readonly Limit[]
  readonly teams: readonly TeamAhead[]
  /** Members of the team that is asked about. */
  readonly members: ReadonlySet<string> | undefined
  readonly people: People
  readonly selection: Cut & {
    readonly kind?: Limit['kind'] | undefined
    readonly month?: string | undefined
    readonly within?: number | undefined
  }
}): LimitsPage {
  const { ground, limits, members, people, selection } = parts
  const { asOf } = ground.snapshot
  const { limitMonths } = timingSettings(ground.book, asOf)
  const ofTeam = limits.filter(({ cadreId }) => members === undefined || members.has(cadreId))
  const { kind, month, within } = selection
  const leavesBy = within === undefined ? undefined : addMonths(asOf, within)
  const isChosen = (one: Limit): boolean =>
    (kind === undefined || one.kind === kind) &&
    (month === undefined || one.month === month) &&
    (leavesBy === undefined || (one.kind !== 'promotion-age' && one.on <= leavesBy))
  const chosen = ofTeam.filter(isChosen).sort((a, b) => Number(a.month === 'passed') - Number(b.month === 'passed'))
  const months = Array.from({ length: limitMonths + 1 }, (_, step) => formatDate(addMonths(asOf, step)).slice(0, 7))
  return {
    asOf: formatDate(asOf),
    until: formatDate(addMonths(asOf, limitMonths)),
    kinds: [...limitKinds],
    months: ['passed', ...months].map((of) => {
      const here = ofTeam.filter((one) => one.month === of)
      const counts = limitKinds.map((each) => here.filter((one) => one.kind === each).length)
      return { month: of, counts, total: here.length }
    }),
    teams: parts.teams.map(({ leaving, ...team }) => ({ ...team, leaving: [...leaving] })),
    total: chosen.length,
    offset: selection.offset,
    rows: cut(chosen, selection).flatMap((one) => {
      const person = people.get(one.cadreId)
      if (!person) return []
      const { kind: of, on, rule, says } = one
      const told = { kind: of, on: formatDate(on), month: one.month, rule, says: presentText(says) }
      return [{ person: presentPerson(person), basis: presentBasis(one.basis), ...told }]
    }),
  }
}
