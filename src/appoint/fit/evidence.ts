/** What an element's level rests on, piece by piece, with the row or estimate of each. */
import { formatDate } from '#domain/calendar.ts'
import { labelOfMeasure } from '#domain/lexicon/measures.ts'
import { fill } from '#domain/text.ts'
import type { CadreFacts, SeatFacts } from '#policy/index.ts'
import type { EvidenceKind, EvidenceShown } from './explanation.ts'
import type { Asked } from './fit.ts'
import type { KnownPeople, KnownPerson } from './known-people.ts'
import { type Measure, measures } from './measures.ts'
import { countsAs, type Served } from './service.ts'
import { evidenceWords } from './wording.ts'

const kindOf = (measure: Measure): EvidenceKind =>
  measure === 'recognition' || measure === 'contribution' || measure === 'evaluation' ? measure : 'rating'

const idOf = ({ id }: CadreFacts, measure: Measure): string =>
  measure === 'evaluation' ? `evaluations/${id}` : `estimates/${id}/${measure}`

/** Estimates that speak of a facet: its own item, or the overall rating where items are not known, and what is of the whole. */
function measuresFor(people: KnownPeople, known: KnownPerson, facet: string): Measure[] {
  const used = people.model.foreseen(known.cadre.index).measures
  const item = `rating.${people.settings.ratingOf(facet)}`
  const rating = used.find((measure) => measure === item) ?? used.find((measure) => measure === 'rating')
  return [...(rating ? [rating] : []), ...used.filter((measure) => kindOf(measure) !== 'rating')]
}

function counts(people: KnownPeople, seat: SeatFacts, { counted }: Asked, served: Served): boolean {
  if (counted === undefined) return false
  if (counted !== 'similar' && counted !== 'sector') return served.kinds.get(counted) === true
  return served.seat !== undefined && countsAs(counted, served.seat, seat, people.similarity) > 0
}

export function evidenceFor(people: KnownPeople, known: KnownPerson, seat: SeatFacts, one: Asked): EvidenceShown[] {
  const { cadre, assessments, service } = known
  const assessed = assessments
    .filter(({ element }) => element === one.key)
    .map(({ evidence, level, on }): EvidenceShown => {
      const date = on === undefined ? '' : formatDate(on)
      return { kind: 'assessment', id: evidence, says: fill(evidenceWords.assessment, { level, date }) }
    })
  const speaking = one.isCounted ? [] : measuresFor(people, known, one.facet)
  const estimated = speaking.map((measure): EvidenceShown => {
    const n = people.readings.get(cadre.index)?.get(measure)?.n ?? 0
    return {
      kind: kindOf(measure),
      id: idOf(cadre, measure),
      says: fill(evidenceWords.estimate, { measure: labelOfMeasure(measure), n }),
    }
  })
  const served = service.served
    .filter((stretch) => counts(people, seat, one, stretch))
    .map(
      ({ evidence, label, years }): EvidenceShown => ({
        kind: 'service',
        id: evidence,
        says: fill(evidenceWords.service, { post: label, years: years.toFixed(1) }),
      }),
    )
  const courses = one.facet === 'knowledge' ? (known.courses?.get(one.element) ?? []) : []
  const taught = courses.map(
    ({ evidence, course, hours }): EvidenceShown => ({
      kind: 'training',
      id: evidence,
      says: fill(evidenceWords.training, { course, hours }),
    }),
  )
  return [...assessed, ...estimated, ...served, ...taught]
}

/** Observations by kind: assessments, stretches and courses one by one; of estimates the ballots, results or years behind them. */
export function countsOf(
  people: KnownPeople,
  { cadre }: KnownPerson,
  evidence: readonly EvidenceShown[],
): Partial<Record<EvidenceKind, number>> {
  const found: Partial<Record<EvidenceKind, number>> = {}
  for (const { kind, id } of evidence) {
    const measure = measures.find((one) => id === idOf(cadre, one))
    const n = measure === undefined ? 1 : (people.readings.get(cadre.index)?.get(measure)?.n ?? 0)
    found[kind] = (found[kind] ?? 0) + n
  }
  return found
}
