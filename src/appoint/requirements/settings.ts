/** What a place sets about similar seats and about evidence of ability; `local/seat-profile.yaml` says what each means. */
import type { DateCode } from '#domain/calendar.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { type ParameterValue, parametersOn, type RuleBook } from '#policy/index.ts'

export const similarityRule = 'LOCAL-SEAT-SIMILARITY'
export const evidenceRule = 'LOCAL-FIT-EVIDENCE'

export const similarityParts = ['sector', 'duties', 'role', 'level', 'unit-kind', 'unit-level'] as const

export interface SimilaritySettings {
  /** In the order of `similarityParts`; they sum to 1. */
  readonly weights: readonly number[]
  readonly sectorGroups: ReadonlyMap<string, string>
  readonly adjacent: number
  readonly levelStep: number
  readonly same: number
  readonly similar: number
}

type Rules = Pick<RuleBook, 'rules'>

function readerOf(book: Rules, asOf: DateCode, rule: string) {
  const parameters = parametersOn(book.rules, asOf)
  const value = (name: string): ParameterValue | undefined => parameters({ kind: 'parameter', rule, name })
  return {
    figure: (name: string): number => Number(value(name)),
    map: (name: string): ReadonlyMap<string, string> => {
      const found = value(name)
      const entries = typeof found === 'object' && !Array.isArray(found) ? Object.entries(found) : []
      return new Map(entries.map(([key, one]) => [key, String(one)]))
    },
  }
}

export function similaritySettings(book: Rules, asOf: DateCode): SimilaritySettings {
  const { figure, map } = readerOf(book, asOf, similarityRule)
  const given = map('weights')
  const points = similarityParts.map((part) => Number(given.get(part) ?? 0))
  const total = points.reduce((sum, one) => sum + one, 0)
  return {
    weights: points.map((one) => one / total),
    sectorGroups: map('sector_groups'),
    adjacent: figure('adjacent_percent') / 100,
    levelStep: figure('level_step_percent') / 100,
    same: figure('same_percent') / 100,
    similar: figure('similar_percent') / 100,
  }
}

export type ExperienceKind = Identifier<'experienceKind'>

export interface EvidenceSettings {
  /** What of a career is counted for an element of experience. */
  readonly counted: (element: string) => ExperienceKind
  /** The element of knowledge that a course on a topic speaks of. */
  readonly elementOfTopic: (topic: string) => string
  /** Topics that speak of an element of knowledge. */
  readonly topicsOf: (element: string) => readonly string[]
  /** The rating item that speaks of a facet. */
  readonly ratingOf: (facet: string) => string | undefined
  /** Years after which service counts half. */
  readonly halfLife: number
}

export function evidenceSettings(book: Rules, asOf: DateCode): EvidenceSettings {
  const { figure, map } = readerOf(book, asOf, evidenceRule)
  const counted = map('counted')
  const topics = map('training_topics')
  const ratings = map('ratings')
  return {
    counted: (element) => identifiersOf('experienceKind').find((kind) => kind === counted.get(element)) ?? 'similar',
    elementOfTopic: (topic) => topics.get(topic) ?? topic,
    topicsOf: (element) => [...topics].flatMap(([topic, one]) => (one === element ? [topic] : [])),
    ratingOf: (facet) => ratings.get(facet),
    halfLife: figure('recency_half_life'),
  }
}
