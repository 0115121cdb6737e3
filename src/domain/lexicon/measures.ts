/** The names of measured quantities, and the order in which they are read. */
import type { Text } from '../text.ts'
import type { ExplanationId } from './explanations.ts'
import { identifiersOf, labelOf } from './terms.ts'

const known = {
  rating: { zh: '民主测评', en: 'Democratic rating' },
  contribution: { zh: '实绩', en: 'Contribution' },
  'contribution.visible': { zh: '显绩', en: 'Visible contribution' },
  'contribution.latent': { zh: '潜绩', en: 'Latent contribution' },
  recognition: { zh: '群众认可', en: 'Public recognition' },
  evaluation: { zh: '年度考核', en: 'Yearly evaluations' },
  environment: { zh: '环境条件', en: 'Environment' },
  condition: { zh: '班子运行质态', en: 'Team condition' },
} as const satisfies Partial<Record<ExplanationId, Text>>

const labels: Readonly<Record<string, Text>> = known

const isKnown = (measure: string): measure is keyof typeof known => Object.hasOwn(known, measure)

/** @example labelOfMeasure('rating.probity').zh // '民主测评·廉' */
export function labelOfMeasure(measure: string): Text {
  const [kind, item] = measure.split('.')
  if (kind === 'restricted' && item !== undefined) return labelOf('restricted', item)
  if (kind !== 'rating' || item === undefined) return labels[measure] ?? { zh: measure, en: measure }
  const { zh, en } = labelOf('ratingItem', item)
  return { zh: `民主测评·${zh}`, en: `Rating: ${en.toLowerCase()}` }
}

const order = Object.keys(labels)

/** Overall rating first, then its items in their customary order, then everything else. */
export function placeOfMeasure(measure: string): number {
  const [kind, item] = measure.split('.')
  if (kind === 'rating' && item !== undefined)
    return 1 + identifiersOf('ratingItem').findIndex((known) => known === item)
  return measure === 'rating' ? 0 : 100 + Math.max(0, order.indexOf(measure))
}

/** What explains a measure; the items of a rating share one explanation. */
export function explanationOfMeasure(measure: string): ExplanationId | undefined {
  if (measure.startsWith('rating.')) return 'rating-item'
  return isKnown(measure) ? measure : undefined
}
