import {
  type Considerations as Considered,
  type Ground,
  labelsOfPostings,
  type Readiness,
  type StrengthAtSeat,
  type Support,
  type ThemeEvidence,
} from '#appoint/index.ts'
import { formatDate } from '#domain/calendar.ts'
import { citationOf } from '#policy/index.ts'
import type { PersonRecord } from '#records/queries/index.ts'
import type {
  Considerations,
  ConsideredCandidate,
  ReadinessShape,
  Seat,
  StrengthShape,
  SupportShape,
} from '../contract/index.ts'
import { presentBasis, presentDate, presentText } from './evidence.ts'
import { presentPerson } from './matrix.ts'

export function presentConsiderations(parts: {
  readonly ground: Ground
  readonly seat: Seat
  readonly asks: readonly { readonly trait: string; readonly basis: Parameters<typeof presentBasis>[0] }[]
  readonly considered: Considered
  readonly people: readonly PersonRecord[]
}): Considerations {
  const { ground, considered, people } = parts
  const personOf = new Map(people.map((person) => [person.cadre_id, person]))
  return {
    asOf: formatDate(ground.snapshot.asOf),
    seat: parts.seat,
    theme: considered.theme ?? null,
    asks: parts.asks.map(({ trait, basis }) => ({ trait, basis: presentBasis(basis) })),
    candidates: considered.candidates.flatMap((one): ConsideredCandidate[] => {
      const person = personOf.get(one.cadreId)
      if (!person) return []
      return [
        {
          person: presentPerson(person),
          readiness: presentReadiness(ground, one.readiness),
          strengths: one.strengths.map(presentStrength),
          theme: one.theme ? { says: presentText(one.theme.says), ...presentSupported(one.theme) } : null,
        },
      ]
    }),
    rows: considered.rows.map(({ id, factor, label, need, evidence, cells }) => ({
      id,
      factor,
      label: presentText(label),
      need: need ? presentText(need) : null,
      evidence: [...evidence],
      cells: cells.map(({ bearing, says, evidence: rows }) => ({
        bearing,
        says: presentText(says),
        evidence: [...new Set(rows)],
      })),
    })),
  }
}

export function presentReadiness({ book, facts }: Ground, one: Readiness): ReadinessShape {
  const row = facts.cadreIndex(one.cadreId)
  const level = row === undefined ? undefined : facts.cadre(row).level
  return {
    step: one.step,
    on: presentDate(one.on),
    postings: labelsOfPostings(one.postings, level),
    blocking: one.blocking.map((rule) => ({ rule, basis: presentBasis(citationOf(book, rule)) })),
    missing: [...one.missing],
  }
}

const presentSupported = ({ rule, basis, verdict, supports, against }: StrengthAtSeat | ThemeEvidence) => ({
  rule,
  basis: presentBasis(basis),
  verdict,
  supports: supports.map(presentSupport),
  against: against.map(presentSupport),
})

const presentStrength = (one: StrengthAtSeat): StrengthShape => ({
  trait: one.trait,
  meeting: one.meeting,
  ...presentSupported(one),
})

const presentSupport = ({ kind, evidence, on, says, corroborated, text }: Support): SupportShape => ({
  kind,
  evidence: [...evidence],
  on: presentDate(on),
  says: presentText(says),
  corroborated: corroborated ?? null,
  text: kind === 'deed' ? (text ?? null) : null,
})
