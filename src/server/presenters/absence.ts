/** Why somebody is not on the list of a seat, in a sentence, with what it rests on. */
import type { Absence, AbsenceCause } from '#appoint/index.ts'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import type { SeparableEstimate } from '#domain/estimate.ts'
import { countsAs, type Finding, type Verdict } from '#domain/finding.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { fill, type Text } from '#domain/text.ts'
import type { Turn } from '#policy/index.ts'
import type { PersonRecord } from '#records/queries/index.ts'
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
  /** Fits of the first tier. */
  readonly firstTier: readonly SeparableEstimate[]
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
    firstTier: presentFirstTier(absence, parts.firstTier),
  }
}

function presentFirstTier({ firstTier, fit }: Absence, fits: readonly SeparableEstimate[]): AbsenceAnswer['firstTier'] {
  if (fits.length === 0 || !fit) return null
  return {
    size: fits.length,
    lower: Math.min(...fits.map(({ lower }) => lower)),
    upper: Math.max(...fits.map(({ upper }) => upper)),
    ...firstTier,
  }
}

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
  'not-computed': {
    zh: '异议成立，不作计算：不排次序，列在名单旁边，仍可选入。',
    en: 'Not computed: an objection was upheld. In no order, listed beside it, and may be picked all the same.',
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

/** How the first tier stands to this person; what is nobody is left out. */
function tierSays({ firstTier }: Absence): Text {
  const counted = tierWords.flatMap(([certainty, words]) => {
    const count = firstTier[certainty]
    return count > 0 ? [fill(words, { count })] : []
  })
  return {
    zh: `第一档中${counted.map(({ zh }) => zh).join('，')}。`,
    en: `Of the first tier, ${counted.map(({ en }) => en).join(', ')}.`,
  }
}

const tierWords: readonly (readonly [keyof Absence['firstTier'], Text])[] = [
  ['separable', { zh: '有把握高于此人的 {count} 人', en: '{count} surely above' }],
  ['leaning', { zh: '偏向高于的 {count} 人', en: '{count} leaning above' }],
  ['inseparable', { zh: '分不出的 {count} 人', en: '{count} not to be told apart' }],
]

const joined = (...texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join(''),
  en: texts
    .map(({ en }) => en.trim())
    .join(' ')
    .trim(),
})
