import { formatDate } from '#domain/calendar.ts'
import { halfWidth90 } from '#domain/estimate.ts'
import type { Text } from '#domain/text.ts'
import { type CoursePaper, type FalseAlarms, signKinds, signWords } from '#identify/index.ts'
import type { Edition, SignRecord, SignTally } from '#records/queries/index.ts'
import type { CadreSigns, EarlySignShape, SignsPage } from '../contract/index.ts'
import { presentText } from './evidence.ts'
import { termOrNull } from './term.ts'

/** @example labelOfSign('petitions').zh // '群众反映' */
export function labelOfSign(kind: string): Text {
  const known = signKinds.find((one) => one === kind)
  return known ? presentText(signWords[known].label) : { zh: kind, en: kind }
}

export const presentSign = (row: SignRecord): EarlySignShape => ({
  kind: row.kind,
  label: labelOfSign(row.kind),
  cadreId: row.cadre_id,
  postLevel: termOrNull('postLevel', row.post_level),
  unit: row.unit_id === null ? null : { unitId: row.unit_id, name: row.unit_name },
  raisedOn: row.raised_on,
  severity: row.severity,
  reason: presentText(row.reason),
  look: presentText(row.look),
  evidence: [...row.evidence],
})

export const presentSignsPage = (page: {
  readonly edition: Edition
  readonly total: number
  readonly offset: number
  readonly rows: readonly SignRecord[]
  readonly tallies: readonly SignTally[]
  readonly alarms: readonly { readonly subject: string; readonly body: FalseAlarms }[]
}): SignsPage => ({
  asOf: formatDate(page.edition.asOf),
  total: page.total,
  offset: page.offset,
  counts: presentCounts(page.tallies),
  rows: page.rows.map(presentSign),
  falseAlarms: page.alarms.map(({ subject, body }) => ({ kind: subject, label: labelOfSign(subject), ...body })),
})

function presentCounts(tallies: readonly SignTally[]): SignsPage['counts'] {
  const of = (kind: string, severity: string): number =>
    tallies.find((tally) => tally.kind === kind && tally.severity === severity)?.count ?? 0
  return signKinds.flatMap((kind) => {
    const counts = { minor: of(kind, 'minor'), moderate: of(kind, 'moderate'), serious: of(kind, 'serious') }
    return counts.minor + counts.moderate + counts.serious === 0 ? [] : [{ kind, label: labelOfSign(kind), ...counts }]
  })
}

export const presentCadreSigns = (
  { asOf }: Edition,
  rows: readonly SignRecord[],
  course: CoursePaper | undefined,
): CadreSigns => ({
  asOf: formatDate(asOf),
  rows: rows.map(presentSign),
  course:
    course?.steps.map(({ survey, on, value, sd, expected, lower }) => ({
      surveyId: survey,
      on: formatDate(on),
      value,
      lower: value - halfWidth90 * sd,
      upper: value + halfWidth90 * sd,
      expected: expected ?? null,
      isLower: lower,
    })) ?? null,
})
