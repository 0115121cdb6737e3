import { explainPair } from '#appoint/index.ts'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import { type Finding, type Lifting, overall, type Verdict, type Weight } from '#domain/finding.ts'
import type { Language } from '#domain/text.ts'
import { factTables } from '#policy/index.ts'
import { bookWith } from './book.ts'
import { packageSnapshot } from './package-snapshot.ts'

/** A finding in one language, as `zhiren check --json` prints it. */
export interface CheckedRule {
  readonly rule: string
  readonly verdict: Verdict
  /** What it counts for in the verdict of the pair: `asks` changes nothing, `warns` at most asks people to look. */
  readonly weight: Weight
  readonly basis: { readonly instrument: string; readonly article: string; readonly title: string }
  readonly reasons: readonly string[]
  readonly evidence: readonly string[]
  readonly missing: readonly string[]
  /** The earliest day, or month, on which the verdict turns by the passing of time alone. */
  readonly turnsOn?: string
  /** What people must still answer. */
  readonly questions?: readonly string[]
  readonly liftedBy?: readonly { readonly article: string; readonly instrument: string; readonly approval: string }[]
}

export interface CheckedPair {
  readonly position: string
  readonly cadre: string
  readonly asOf: string
  readonly verdict: Verdict
  readonly findings: readonly CheckedRule[]
}

/**
 * Compares one cadre with one seat on a day, every rule with its article, reasons, evidence and gaps.
 * @throws ProblemError for a package that cannot be read and for ids that it does not have
 * @example await checkPair({ package: 'city', position: 'P0001', cadre: 'C0001', asOf: 20261122, lang: 'zh' })
 */
export async function checkPair(options: {
  readonly position: string
  readonly cadre: string
  readonly asOf: DateCode
  readonly lang?: Language
  readonly package: string
  /** The overlay file of the place. */
  readonly overlay?: string | undefined
}): Promise<CheckedPair> {
  const snapshot = await packageSnapshot(options.package, options.asOf, { tables: factTables, cadre: options.cadre })
  const findings = explainPair(snapshot, bookWith(options.overlay), options.position, options.cadre)
  return {
    position: options.position,
    cadre: options.cadre,
    asOf: formatDate(options.asOf),
    verdict: overall(findings),
    findings: findings.map((finding) => inLanguage(finding, options.lang ?? 'zh')),
  }
}

export function inLanguage(finding: Finding, language: Language): CheckedRule {
  const { rule, verdict, weight, basis, reasons, evidence, missing, turnsOn, questions, liftedBy } = finding
  return {
    rule,
    verdict,
    weight,
    basis: { instrument: basis.instrument, article: basis.article, title: basis.title[language] },
    reasons: reasons.map((reason) => reason[language]),
    evidence,
    missing,
    ...(turnsOn === undefined ? {} : { turnsOn: formatDate(turnsOn) }),
    ...(questions ? { questions: questions.map((question) => question[language]) } : {}),
    ...(liftedBy ? { liftedBy: liftedBy.map((one) => liftingIn(one, language)) } : {}),
  }
}

const liftingIn = ({ basis, approval }: Lifting, language: Language) => ({
  instrument: basis.instrument,
  article: basis.article,
  approval: approval[language],
})
