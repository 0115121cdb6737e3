import { formatDate } from '#domain/calendar.ts'
import { halfWidth90 } from '#domain/estimate.ts'
import type { Text } from '#domain/text.ts'
import { type CoursePaper, type FalseAlarms, signKinds, signWords } from '#identify/index.ts'
import { type Bounded, firstStepReader, type LedgerLine, stepWords } from '#manage/index.ts'
import { citationOf, type RuleBook } from '#policy/index.ts'
import type { Edition } from '#records/queries/index.ts'
import type { SeenSign } from '../care/sign-sight.ts'
import type { CadreSigns, EarlySignShape, SignLedger, SignsPage } from '../contract/index.ts'
import { presentBasis, presentText } from './evidence.ts'
import { termOrNull } from './term.ts'

/** @example labelOfSign('petitions').zh // '群众反映' */
export function labelOfSign(kind: string): Text {
  const known = signKinds.find((one) => one === kind)
  return known ? presentText(signWords[known].label) : { zh: kind, en: kind }
}

/** Presents signs with the first step that the rules of the day allow. */
export function signPresenter(book: RuleBook, { asOf }: Edition): (seen: SeenSign) => EarlySignShape {
  const allowed = firstStepReader(book, asOf)
  return ({ sign, matter }) => {
    const { step, rule } = allowed(sign.kind, sign.severity)
    return {
      kind: sign.kind,
      label: labelOfSign(sign.kind),
      cadreId: sign.cadre_id,
      postLevel: termOrNull('postLevel', sign.post_level),
      unit: sign.unit_id === null ? null : { unitId: sign.unit_id, name: sign.unit_name },
      raisedOn: sign.raised_on,
      severity: sign.severity,
      reason: presentText(sign.reason),
      look: presentText(sign.look),
      evidence: [...sign.evidence],
      firstStep: { step, label: stepWords[step], basis: presentBasis(citationOf(book, rule)) },
      matterId: matter?.matterId ?? null,
    }
  }
}

export const presentSignsPage = (page: {
  readonly edition: Edition
  readonly book: RuleBook
  readonly onDuty: boolean
  /** All that the account sees, and of them those asked for. */
  readonly seen: readonly SeenSign[]
  readonly asked: readonly SeenSign[]
  readonly offset: number
  readonly limit: number
  readonly alarms: readonly { readonly subject: string; readonly body: FalseAlarms }[]
}): SignsPage => ({
  asOf: formatDate(page.edition.asOf),
  onDuty: page.onDuty,
  total: page.asked.length,
  offset: page.offset,
  counts: presentCounts(page.seen),
  rows: page.asked.slice(page.offset, page.offset + page.limit).map(signPresenter(page.book, page.edition)),
  falseAlarms: page.alarms.map(({ subject, body }) => ({ kind: subject, label: labelOfSign(subject), ...body })),
})

function presentCounts(seen: readonly SeenSign[]): SignsPage['counts'] {
  const of = (kind: string, severity: string): number =>
    seen.filter(({ sign }) => sign.kind === kind && sign.severity === severity).length
  return signKinds.flatMap((kind) => {
    const counts = { minor: of(kind, 'minor'), moderate: of(kind, 'moderate'), serious: of(kind, 'serious') }
    return counts.minor + counts.moderate + counts.serious === 0 ? [] : [{ kind, label: labelOfSign(kind), ...counts }]
  })
}

export const presentCadreSigns = (
  { asOf }: Edition,
  onDuty: boolean,
  rows: readonly EarlySignShape[],
  course: CoursePaper | undefined,
): CadreSigns => ({
  asOf: formatDate(asOf),
  onDuty,
  rows: [...rows],
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

const presentBounded = (figure: Bounded | undefined): SignLedger['lines'][number]['reliable'] => figure ?? null

export const presentSignLedger = ({ asOf }: Edition, onDuty: boolean, lines: readonly LedgerLine[]): SignLedger => ({
  asOf: formatDate(asOf),
  onDuty,
  lines: lines.map(({ reliable, falsePer1000, ...line }) => ({
    ...line,
    label: labelOfSign(line.kind),
    reliable: presentBounded(reliable),
    falsePer1000: presentBounded(falsePer1000),
  })),
})
