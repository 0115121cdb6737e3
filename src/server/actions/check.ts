import { explainPair } from '#appoint/index.ts'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import { type Finding, type Lifting, overall, type Verdict, type Weight } from '#domain/finding.ts'
import { ProblemError } from '#domain/problem.ts'
import { type Snapshot, SnapshotBuilder } from '#domain/snapshot.ts'
import { fieldNamesOf, type TableName } from '#domain/tables.ts'
import type { Language } from '#domain/text.ts'
import { openPackage } from '#exchange/index.ts'
import { factTables, loadRuleBook } from '#policy/index.ts'

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

/** Histories of which only those of the cadre in question matter; careers of others matter too, through kin. */
const ownHistories: readonly TableName[] = ['grades', 'educations', 'evaluations', 'trainings', 'sanctions']

/** What the rules read about one cadre, as of a day, straight from a data package: no database. */
async function readFactsOf(cadre: string, path: string, asOf: DateCode): Promise<Snapshot> {
  const reading = await openPackage(path)
  try {
    const { problems } = await reading.check({ tables: factTables })
    if (problems.length > 0) throw new ProblemError(...problems)
    const builder = new SnapshotBuilder(asOf)
    for (const table of factTables.filter((name) => reading.tables.includes(name))) {
      const owner = ownHistories.includes(table) ? fieldNamesOf(table).indexOf('cadre_id') : -1
      for await (const batch of reading.rows(table)) {
        for (const row of batch) if (owner < 0 || row[owner] === cadre) builder.append(table, row)
      }
    }
    return builder.finish()
  } finally {
    await reading.close()
  }
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
}): Promise<CheckedPair> {
  const snapshot = await readFactsOf(options.cadre, options.package, options.asOf)
  const findings = explainPair(snapshot, loadRuleBook(), options.position, options.cadre)
  return {
    position: options.position,
    cadre: options.cadre,
    asOf: formatDate(options.asOf),
    verdict: overall(findings),
    findings: findings.map((finding) => inLanguage(finding, options.lang ?? 'zh')),
  }
}

function inLanguage(finding: Finding, language: Language): CheckedRule {
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
