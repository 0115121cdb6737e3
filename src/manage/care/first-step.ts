import { type DateCode, formatDate } from '#domain/calendar.ts'
import type { Severity, WorkList } from '#domain/results.ts'
import type { Text } from '#domain/text.ts'
import { localReader, type RuleBook } from '#policy/index.ts'

/** What comes first once a person has checked; `check`: nothing beyond the check. */
export const firstSteps = ['check', 'talk', 'reminder', 'inquiry', 'admonition', 'hand-over'] as const
export type FirstStep = (typeof firstSteps)[number]

export const stepWords: Readonly<Record<FirstStep, Text>> = {
  check: { zh: '只作核查', en: 'Check only' },
  talk: { zh: '谈话提醒', en: 'Talk' },
  reminder: { zh: '提醒函', en: 'Reminder by letter' },
  inquiry: { zh: '函询', en: 'Letter of inquiry' },
  admonition: { zh: '诫勉', en: 'Admonition' },
  'hand-over': { zh: '超出第一种形态，移送研究', en: 'Beyond the first form: hand over' },
}

/** The rule that a step stands on. */
const ruleOf: Readonly<Record<FirstStep, string>> = {
  check: 'LOCAL-CARE-FIRST-STEP',
  talk: 'REMIND-LADDER',
  reminder: 'REMIND-LADDER',
  inquiry: 'REMIND-INQUIRY-REPLY',
  admonition: 'REMIND-ADMON-APPROVE',
  'hand-over': 'FOUR-FORMS',
}

export interface Allowed {
  readonly step: FirstStep
  readonly rule: string
}

/** Which first step the local rule allows for a sign, always after a person has checked it; a kind it does not name: the check. */
export function firstStepReader(book: RuleBook, on: DateCode): (kind: string, severity: Severity) => Allowed {
  const read = localReader(book, 'LOCAL-CARE-FIRST-STEP', on)
  const steps = { minor: read('minor'), moderate: read('moderate'), serious: read('serious') }
  return (kind, severity) => {
    const written = Object.entries(steps[severity]).find(([name]) => name === kind)?.[1]
    const step = firstSteps.find((each) => each === written) ?? 'check'
    return { step, rule: ruleOf[step] }
  }
}

/** A sign as far as the lists of care need it. */
export interface SignRaised {
  readonly cadreId: string | undefined
  readonly kind: string
  readonly raisedOn: DateCode
  readonly severity: Severity
}

const columns = ['cadre_id', 'kind', 'raised_on', 'severity', 'first_step', 'rule']

/** `care-steps.csv`: by sign of a person, which form may come first. */
export function careSteps(signs: readonly SignRaised[], book: RuleBook, asOf: DateCode): WorkList {
  const allowed = firstStepReader(book, asOf)
  const rows = signs.flatMap(({ cadreId, kind, raisedOn, severity }) => {
    if (cadreId === undefined) return []
    const { step, rule } = allowed(kind, severity)
    return [[cadreId, kind, formatDate(raisedOn), severity, step, rule]]
  })
  return { name: 'care-steps', columns, rows }
}
