/**
 * Which of several claimed values is held to be right, and on what ground. Two ways meet:
 *
 * 1. Precedence, as documented: facts that the instruments reserve are left to people; an authority speaks for its own
 *    matters; the file governs, by its earliest paper; a declaration never outweighs what all others say.
 * 2. Reliability, as estimated: how often each kind of source turned out right wherever several spoke (Dawid–Skene).
 *
 * Precedence decides where it has an answer, unless the data hold that answer to be wrong with 95 % or more: then nothing
 * is accepted and a person looks. Where precedence is silent, a value is accepted from 95 % on. See docs/decisions.
 */
import { halfWidth90 } from '#domain/estimate.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import { fitTruth, type TruthFit } from '#statistics/index.ts'
import { type Claim, type ClaimSource, type FactClaims, recordSource } from './claims.ts'
import {
  agree,
  educationField,
  errorKinds,
  type FactKind,
  kindOfField,
  relationOf,
  tableOfField,
} from './fact-fields.ts'
import { earlierFirst, fileSource, originsOf } from './origins.ts'
import type { IntakeSettings } from './settings.ts'

/** Between these a value is disputed. */
const disputedBand = { from: 0.05, to: 0.95 } as const

/** How much the trust put in a source beforehand weighs, as so many facts already checked. */
const trustWeight = 40

/**
 * `file`: the earliest paper of the file; `own-matter`: the authority whose matter it is; `declared-last`: all but
 * declarations agree; `posterior`: the data hold it for 95 % sure; `contradicted`: precedence names a value that the data
 * hold for wrong; `reserved`: for people alone; `open`: nothing decides.
 */
export type SettledBy = Identifier<'settledBy'>

export interface Candidate {
  /** In the form of the weightiest claim for it. */
  readonly value: string
  readonly posterior: number
  /** Claims for it by origin; those of one origin count once. */
  readonly origins: readonly (readonly Claim[])[]
}

export interface ResolvedFact {
  readonly cadre: number
  readonly field: string
  /** The likeliest first. */
  readonly candidates: readonly Candidate[]
  /** The value that precedence names, whether or not it is accepted. */
  readonly governing: string | undefined
  readonly accepted: string | undefined
  readonly by: SettledBy
}

/** How often a source is right about a kind of fact. */
export interface SourceReliability {
  readonly source: ClaimSource
  readonly kind: FactKind
  readonly before: number
  readonly estimated: number
  /** 90 % interval (Wilson), the belief beforehand counted as facts. */
  readonly lower: number
  readonly upper: number
  /** Facts on which it and another source spoke. */
  readonly facts: number
}

interface WeighedFact extends Omit<FactClaims, 'claims'> {
  readonly values: readonly string[]
  readonly origins: readonly (readonly Claim[])[]
}

/** Disagreements among the facts with their answers, and the reliability of the sources over all facts. */
export function resolveFacts(
  facts: readonly FactClaims[],
  settings: IntakeSettings,
): { readonly disputed: readonly ResolvedFact[]; readonly reliability: readonly SourceReliability[] } {
  const weighed = facts
    .map(({ cadre, field, claims }) => ({
      cadre,
      field,
      values: distinctValues(field, claims),
      origins: originsOf(field, claims, settings.secondHand),
    }))
    .filter(({ origins }) => origins.length > 1)
  const { fit, reliability } = weigh(weighed, settings)
  const disputed = weighed.flatMap((fact, item) =>
    fact.values.length > 1 ? [settle(fact, fit.posterior[item] ?? [], settings)] : [],
  )
  return { disputed, reliability }
}

/** Values that cannot all be right: a month stands only where no day in it is claimed. */
function distinctValues(field: string, claims: readonly Claim[]): string[] {
  const values = [...new Set(claims.map(({ value }) => value))].sort()
  return values.filter((value) => !values.some((other) => other.length > value.length && agree(field, value, other)))
}

/** The only value that the claim is compatible with; -1 where it leaves several open. */
function pointsTo({ field, values }: WeighedFact, claim: Claim): number {
  const fitting = values.flatMap((value, at) => (agree(field, value, claim.value) ? [at] : []))
  return fitting.length === 1 ? (fitting[0] ?? -1) : -1
}

function weigh(facts: readonly WeighedFact[], { trust }: IntakeSettings) {
  const keys: { source: ClaimSource; kind: FactKind; facts: number }[] = []
  const indexOf = new Map<string, number>()
  const items = facts.map((fact) => ({
    candidates: fact.values.length,
    claims: fact.origins.flatMap(([first]) => {
      const value = first ? pointsTo(fact, first) : -1
      if (!first || value < 0) return []
      const kind = kindOfField(fact.field)
      const name = `${first.source} ${kind}`
      const source = indexOf.get(name) ?? keys.push({ source: first.source, kind, facts: 0 }) - 1
      indexOf.set(name, source)
      const key = keys[source]
      if (key) key.facts += 1
      return [{ source, value }]
    }),
  }))
  const before = ({ source }: { source: ClaimSource }): number => trust.get(source) ?? trust.get(recordSource) ?? 0.9
  const prior = keys.map((key) => {
    const errors = errorKinds[key.kind]
    const wrong = (trustWeight * (1 - before(key))) / errors
    return [[trustWeight * before(key), ...new Array<number>(errors).fill(wrong)]]
  })
  const cells = facts.map(({ field, values }) =>
    values.map((truth) => values.map((said) => ({ row: 0, ...relationOf(field, truth, said) }))),
  )
  const fit: TruthFit = fitTruth({
    items,
    prior,
    cellOf: (item, truth, { value }) => cells[item]?.[truth]?.[value] ?? { row: 0, outcome: 0, spread: 1 },
  })
  const reliability = keys
    .map((key, at) => {
      const estimated = fit.confusion[at]?.[0]?.[0] ?? 0
      return { ...key, before: before(key), estimated, ...wilson(estimated, key.facts + trustWeight) }
    })
    .sort((a, b) => (`${a.kind} ${a.source}` < `${b.kind} ${b.source}` ? -1 : 1))
  return { fit, reliability }
}

/** Wilson's 90 % interval of a share seen in `n` facts. */
function wilson(share: number, n: number): { readonly lower: number; readonly upper: number } {
  const square = halfWidth90 ** 2
  const centre = (share + square / (2 * n)) / (1 + square / n)
  const half = (halfWidth90 / (1 + square / n)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n))
  return { lower: centre - half, upper: centre + half }
}

function settle(fact: WeighedFact, posterior: readonly number[], settings: IntakeSettings): ResolvedFact {
  const { cadre, field, values } = fact
  const named = governingValue(fact, settings)
  const likeliest = posterior.indexOf(Math.max(...posterior))
  const candidates = values.map((value, at) => ({
    at,
    posterior: posterior[at] ?? 0,
    origins: fact.origins.filter(([first]) => first && agree(field, value, first.value)),
    value: formOf(fact, at),
  }))
  const answer = (at: number | undefined, by: SettledBy): ResolvedFact => ({
    cadre,
    field,
    candidates: candidates
      .sort((a, b) => Number(b.at === at) - Number(a.at === at) || b.posterior - a.posterior || a.at - b.at)
      .map(({ at: _at, ...candidate }) => candidate),
    governing: named && formOf(fact, named.at),
    accepted: at === undefined ? undefined : formOf(fact, at),
    by,
  })
  if (settings.neverSettled.has(tableOfField(field))) return answer(undefined, 'reserved')
  if (named) {
    const held = posterior[named.at] ?? 0
    return held < disputedBand.from ? answer(undefined, 'contradicted') : answer(named.at, named.by)
  }
  return (posterior[likeliest] ?? 0) >= disputedBand.to ? answer(likeliest, 'posterior') : answer(undefined, 'open')
}

/** What precedence says, if it says anything. */
function governingValue(
  fact: WeighedFact,
  { ownMatters, last }: IntakeSettings,
): { readonly at: number; readonly by: SettledBy } | undefined {
  const claims = fact.origins.flat()
  const authority = ownMatters.get(tableOfField(fact.field))
  const own = onlyValue(
    fact,
    claims.filter(({ source }) => source === authority),
  )
  if (own >= 0) return { at: own, by: 'own-matter' }
  const filed = onlyValue(fact, governingPapers(fact.field, claims))
  if (filed >= 0) return { at: filed, by: 'file' }
  const others = claims.filter(({ source }) => !last.has(source))
  const rest = claims.some(({ source }) => source === fileSource) ? -1 : onlyValue(fact, others)
  return rest >= 0 ? { at: rest, by: 'declared-last' } : undefined
}

/**
 * The earliest paper of the file governs. Where a paper bears no day, or for what may rise with the years, none is earliest
 * and all of them must agree: the day of entry tells when the office typed, not how old the paper is.
 */
function governingPapers(field: string, claims: readonly Claim[]): readonly Claim[] {
  const papers = claims.filter(({ source }) => source === fileSource).sort(earlierFirst)
  const day = papers[0]?.observedOn
  const isOrdered = field !== educationField && papers.every(({ observedOn }) => observedOn !== undefined)
  return isOrdered ? papers.filter(({ observedOn }) => observedOn === day) : papers
}

/** The value to which all of the claims point; -1 where there are none or they differ. */
function onlyValue(fact: WeighedFact, claims: readonly Claim[]): number {
  const [first, ...others] = new Set(claims.map((claim) => pointsTo(fact, claim)))
  return first === undefined || others.length > 0 ? -1 : first
}

/** The form in which the file writes the value, else the record, else who spoke first. */
function formOf(fact: WeighedFact, at: number): string {
  const weight = ({ source }: Claim): number => (source === fileSource ? 0 : source === recordSource ? 1 : 2)
  const [first] = fact.origins
    .flat()
    .filter((claim) => pointsTo(fact, claim) === at)
    .sort((a, b) => weight(a) - weight(b) || earlierFirst(a, b))
  return first?.value ?? fact.values[at] ?? ''
}
