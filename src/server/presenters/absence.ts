/** Why somebody is not on the list of a seat, in a sentence, with what it rests on. */
import type { Absence, AbsenceCause, ListedFit } from '#appoint/index.ts'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import { countsAs, type Finding, type Verdict } from '#domain/finding.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { fill, type Text } from '#domain/text.ts'
import type { Turn } from '#policy/index.ts'
import type { ListedRecord, PersonRecord } from '#records/queries/index.ts'
import type { AbsenceAnswer } from '../contract/index.ts'
import { presentEstimate, presentFinding, presentText } from './evidence.ts'
import { presentPerson } from './matrix.ts'

export interface AbsenceParts {
  readonly asOf: DateCode
  readonly horizon: DateCode
  readonly person: PersonRecord
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  readonly absence: Absence
  readonly listed: readonly ListedRecord[]
  /** The first change by time alone, where there is one. */
  readonly turn: Turn | undefined
}

export function presentAbsence(parts: AbsenceParts): AbsenceAnswer {
  const { absence, verdict, turn, findings } = parts
  const counting = (...as: readonly Verdict[]) => findings.filter((finding) => as.includes(countsAs(finding)))
  return {
    asOf: formatDate(parts.asOf),
    person: presentPerson(parts.person),
    cause: absence.cause,
    verdict,
    says: saysOf(parts),
    blocking: counting('unmet').map(presentFinding),
    open: counting('unknown', 'discretion').map(presentFinding),
    turnsOn: turn ? formatDate(turn.on) : null,
    turnsTo: turn?.to ?? null,
    horizon: formatDate(parts.horizon),
    fit: absence.fit ? presentEstimate(absence.fit) : null,
    firstTier: presentFirstTier(absence, parts.listed),
  }
}

/** Those whom a first tier is compared with are fewer by one where the person is of it. */
function presentFirstTier({ firstTier, fit }: Absence, listed: readonly ListedRecord[]): AbsenceAnswer['firstTier'] {
  const first = listed.filter(({ rank }) => rank === 1)
  if (first.length === 0 || !fit) return null
  return {
    size: first.length,
    lower: Math.min(...first.map(({ lower }) => lower)),
    upper: Math.max(...first.map(({ upper }) => upper)),
    ...firstTier,
  }
}

export const listedFits = (listed: readonly ListedRecord[]): ListedFit[] =>
  listed.map(({ cadre_id, rank, fit, sd }) => ({ cadreId: cadre_id, rank, value: fit, sd }))

const sentences: Record<Exclude<AbsenceCause, 'unmet' | 'fits-less'>, Text> = {
  left: { zh: '已不在职，不参加比对。', en: 'No longer in service, so not compared.' },
  holds: { zh: '现在就任这个岗位，不参加比对。', en: 'Holds this seat, so is not compared.' },
  'lower-level': {
    zh: '现任职务的层次高于这个岗位：按免职、降职的程序办理，不列入人选。',
    en: 'The present post is of a higher level: that goes by another procedure and is not listed.',
  },
  listed: { zh: '已在名单上。', en: 'Is on the list.' },
  'no-room': {
    zh: '没有不符合之处，与名单最后一档分不出先后；名单有长度限制，同档未能全部列出。',
    en: 'No rule excludes; cannot be told apart from the last tier of the list, which has no room for all of it.',
  },
  'no-list': {
    zh: '没有不符合之处；现有数据不足以估计适岗度，这个岗位未列人选。',
    en: 'No rule excludes; the data do not support an estimate of fit, and nobody is listed for this seat.',
  },
}

function saysOf(parts: AbsenceParts): Text {
  const { absence, findings, verdict } = parts
  if (absence.cause === 'unmet') {
    const rules = findings.filter((finding) => countsAs(finding) === 'unmet').length
    return joined(fill(unmetSays, { count: rules }), turnSays(parts))
  }
  if (absence.cause === 'fits-less') return joined(fitsLess(verdict), tierSays(absence))
  return presentText(sentences[absence.cause])
}

const unmetSays: Text = { zh: '有 {count} 条不符合。', en: 'Rules that are not met: {count}. ' }

function turnSays({ turn, horizon }: AbsenceParts): Text {
  if (!turn) {
    return fill(
      { zh: '到 {until} 为止，不会只因时间而变。', en: 'Until {until} time alone does not change that.' },
      { until: formatDate(horizon, '.') },
    )
  }
  return fill(
    { zh: '只因时间，最早 {on} 变为“{to}”。', en: 'By time alone it turns on {on} at the earliest, to "{to}".' },
    { on: formatDate(turn.on, '.'), to: labelOf('verdict', turn.to) },
  )
}

const fitsLess = (verdict: Verdict): Text =>
  verdict === 'met'
    ? {
        zh: '各条都符合，适岗估计在名单各档之后。',
        en: 'Every rule is met; the estimate of fit comes after the tiers listed. ',
      }
    : {
        zh: '没有不符合之处，适岗估计在名单各档之后。',
        en: 'No rule excludes; the estimate of fit comes after the tiers listed. ',
      }

const tierSays = ({ firstTier: { separable, leaning, inseparable } }: Absence): Text =>
  fill(
    {
      zh: '第一档中有把握高于此人的 {separable} 人，偏向高于的 {leaning} 人，分不出的 {inseparable} 人。',
      en: 'Of the first tier, {separable} are surely above, {leaning} lean above, {inseparable} cannot be told apart.',
    },
    { separable, leaning, inseparable },
  )

const joined = (...texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join(''),
  en: texts
    .map(({ en }) => en.trim())
    .join(' ')
    .trim(),
})
