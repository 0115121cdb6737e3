import { join } from 'node:path'
import type { Text } from '#domain/text.ts'
import type { Interval } from './recovery/agreement.ts'
import { readVacancies } from './recovery/candidates.ts'
import { type ConflictRecovery, judgeConflicts } from './recovery/conflicts.ts'
import { type Judged, judgeMeasure, type MeasureRecovery, refusalFaults, toldWithin } from './recovery/measures.ts'
import { judgeNeeds, judgeRotation, type NeedRecovery, type RotationRecovery } from './recovery/needs.ts'
import type { Fact } from './recovery/planted.ts'
import { type Reckonings, readFacts, readFactsIfThere, reckon } from './recovery/reading.ts'
import { judgeSameness, type SamenessRecovery } from './recovery/sameness.ts'
import { judgeShortlists, type ShortlistRecovery } from './recovery/shortlists.ts'
import { judgeSignals, type SignalRecovery } from './recovery/signals.ts'

export { linesOf } from './recovery/table.ts'

export interface Recovery {
  readonly measures: readonly MeasureRecovery[]
  /** Pairs of people whom no data connect, and how many of them were put into one comparable group. */
  readonly refusals: readonly { readonly measure: string; readonly pairs: number; readonly faults: number }[]
  /** Pairs of people who always served together, and how many of them were told apart. */
  readonly together: readonly { readonly measure: string; readonly pairs: number; readonly told: number }[]
  /** People with a public recognition that rests on fewer than five answers. */
  readonly shownBelowFive: number | undefined
  /** The first five of each vacancy's list beside those of simple rankings. */
  readonly shortlists: ShortlistRecovery | undefined
  readonly conflicts: ConflictRecovery | undefined
  readonly sameness: SamenessRecovery | undefined
  readonly signals: SignalRecovery | undefined
  readonly needs: NeedRecovery | undefined
  readonly rotation: RotationRecovery | undefined
  /** What could not be judged, and for want of which file or column. */
  readonly skipped: readonly Text[]
}

interface Measure {
  readonly measure: string
  readonly truth: (row: Fact) => string
  readonly naive: (id: string, from: Reckonings) => Judged['naive']
  /** The column that says which part of the city a person belongs to. */
  readonly component?: 'component' | 'component_results'
}

const items = ['integrity', 'competence', 'diligence', 'achievement', 'probity']
const contribution = (measure: string, visibility: string, truth: Measure['truth']): Measure => ({
  measure,
  truth,
  component: 'component_results',
  naive: (id, { credits }) => {
    const key = visibility === '' ? id : `${id} ${visibility}`
    return { 'mean of unit results': credits.whole.get(key), 'role-weighted credit': credits.byRole.get(key) }
  },
})

const ofCadres: readonly Measure[] = [
  ...['', ...items].map(
    (item): Measure => ({
      measure: item === '' ? 'rating' : `rating.${item}`,
      truth: (row) => row[item === '' ? 'true_rating' : `true_rating_${item}`] ?? '',
      naive: (id, { office }) => ({ 'raw mean': office.get(`${id} ${item || 'overall'}`) }),
      component: 'component',
    }),
  ),
  {
    measure: 'recognition',
    truth: (row) => row.recognition ?? '',
    naive: (id, { everyChannel }) => ({ 'raw mean of all channels': everyChannel.get(`${id} overall`) }),
    component: 'component',
  },
  contribution('contribution', '', ({ contribution_visible: visible = '', contribution_latent: latent = '' }) =>
    visible === '' || latent === '' ? '' : String((Number(visible) + Number(latent)) / 2),
  ),
  contribution('contribution.visible', 'visible', (row) => row.contribution_visible ?? ''),
  contribution('contribution.latent', 'latent', (row) => row.contribution_latent ?? ''),
]

const ofUnits: readonly Measure[] = [
  {
    measure: 'environment',
    truth: (row) => row.environment ?? '',
    naive: (id, { unitResults }) => ({ 'mean of unit results': unitResults.get(id) }),
  },
  {
    measure: 'condition',
    truth: (row) => row.condition ?? '',
    naive: (id, { unitResults, unitBallots, unitFindings }) => {
      const findings = unitFindings.get(id)
      return {
        'mean ballot of the team': unitBallots.get(id),
        'mean of unit results': unitResults.get(id),
        'fewer findings': findings === undefined ? undefined : -findings,
      }
    },
  },
]

const estimateColumns = ['measure', 'value', 'lower', 'upper', 'n', 'group', 'separable']

/**
 * Holds the results of an analysis against the truth of a synthetic city, beside what simple reckonings would have said.
 * What the truth or the results do not hold is skipped, and said.
 * @example await recoverTruth({ package: 'city', truth: 'city-truth', results: 'results' })
 * @throws ProblemError when the package, the truth of cadres or the estimates are missing
 */
export async function recoverTruth(options: {
  readonly package: string
  readonly truth: string
  readonly results: string
}): Promise<Recovery> {
  const { truth, results } = options
  const skipped: Text[] = []
  const cadres = await readFacts(
    join(truth, 'truth-cadre.csv'),
    ['cadre_id'],
    [
      ...['true_rating', ...items.map((item) => `true_rating_${item}`)],
      ...['contribution_visible', 'contribution_latent', 'recognition', 'component', 'component_results'],
    ],
  )
  const units = await readFactsIfThere(truth, 'truth-unit.csv', ['unit_id'], ['environment', 'condition'])
  const estimates = await readFacts(join(results, 'estimates.csv'), ['cadre_id', ...estimateColumns])
  const unitEstimates = await readFactsIfThere(results, 'estimates-unit.csv', ['unit_id', ...estimateColumns])
  const reckonings = await reckon(options.package)
  const measures = [
    ...judgeAll(ofCadres, 'cadre_id', cadres, estimates, reckonings, skipped),
    ...judgeAll(ofUnits, 'unit_id', units ?? [], unitEstimates ?? [], reckonings, skipped),
  ]
  const recognised = estimates.filter((row) => row.measure === 'recognition' && row.separable === 'true')
  const vacancies = await readVacancies(options.package, truth, results)
  const shortlists = vacancies && judgeShortlists(vacancies)
  if (!shortlists) {
    skipped.push({
      zh: '人选名单：没有可以对照的名单或者真实能力，略过。',
      en: 'Shortlists: no lists, or no true ability to hold against them: skipped.',
    })
  }
  return {
    measures,
    shortlists,
    refusals: ofCadres.flatMap((measure) => refusalsOf(measure, cadres, estimates)),
    together: ofCadres.flatMap((measure) => togetherOf(measure, reckonings, estimates)),
    shownBelowFive: recognised.length > 0 ? recognised.filter((row) => Number(row.n) < 5).length : undefined,
    ...(await judgeFacts(truth, results, skipped)),
    skipped,
  }
}

function judgeAll(
  asked: readonly Measure[],
  idColumn: 'cadre_id' | 'unit_id',
  truths: readonly Fact[],
  estimates: readonly Fact[],
  reckonings: Reckonings,
  skipped: Text[],
): MeasureRecovery[] {
  const truthOf = new Map(truths.map((row) => [row[idColumn] ?? '', row]))
  return asked.flatMap(({ measure, truth, naive }) => {
    const rows = estimates.filter((row) => row.measure === measure)
    const judged = rows.flatMap((row): Judged[] => {
      const id = row[idColumn] ?? ''
      const known = truth(truthOf.get(id) ?? {})
      if (known === '' || row.separable !== 'true') return []
      return [{ ...intervalOf(row), id, truth: Number(known), naive: naive(id, reckonings) }]
    })
    const found = judgeMeasure(measure, judged, rows.filter((row) => row.separable === 'false').length)
    if (!found)
      skipped.push({
        zh: `${measure}：结果 ${rows.length} 行，其中有真值且可分辨的 ${judged.length} 行，无从对照。`,
        en: `${measure}: ${rows.length} rows of results, ${judged.length} of them separable and with a truth; nothing to hold against it.`,
      })
    return found ? [found] : []
  })
}

function refusalsOf({ measure, component }: Measure, truths: readonly Fact[], estimates: readonly Fact[]) {
  if (component === undefined) return []
  const partOf = new Map(truths.map((row) => [row.cadre_id ?? '', row[component] ?? '']))
  const members = estimates.flatMap((row) => {
    const part = partOf.get(row.cadre_id ?? '') ?? ''
    if (row.measure !== measure || row.separable !== 'true' || part === '') return []
    return [{ group: row.group ?? '', component: part }]
  })
  if (members.length < 2) return []
  const pairs = refusalFaults(members.map((member) => ({ ...member, group: '' })))
  return [{ measure, pairs, faults: refusalFaults(members) }]
}

function togetherOf({ measure, component }: Measure, { together }: Reckonings, estimates: readonly Fact[]) {
  if (component !== 'component_results') return []
  const rows = estimates.filter((row) => row.measure === measure)
  const found = rows.map((row) => [row.cadre_id ?? '', row.separable === 'true' ? intervalOf(row) : undefined] as const)
  return rows.length > 0 ? [{ measure, ...toldWithin(together, new Map(found)) }] : []
}

const intervalOf = (row: Fact): Interval => ({
  group: row.group ?? '',
  value: Number(row.value),
  lower: Number(row.lower),
  upper: Number(row.upper),
})

async function judgeFacts(truth: string, results: string, skipped: Text[]) {
  const claims = await readFactsIfThere(truth, 'truth-conflict.csv', ['cadre_id', 'field', 'true_value'], ['decidable'])
  const records = await readFactsIfThere(truth, 'truth-record.csv', ['cadre_id', 'field', 'kind', 'look_alike'])
  const copies = await readFactsIfThere(
    truth,
    'truth-sameness.csv',
    ['statement_id', 'other_id', 'kind', 'declared'],
    ['manner', 'look_alike'],
  )
  const changes = await readFactsIfThere(truth, 'truth-signal.csv', [
    'cadre_id',
    'unit_id',
    'kind',
    'raised_on',
    'look_alike',
  ])
  const conflicts = await readFactsIfThere(results, 'conflicts.csv', ['cadre_id', 'field', 'accepted'])
  const sameness = await readFactsIfThere(results, 'sameness.csv', ['statement_id', 'other_id', 'kind'])
  const signals = await readFactsIfThere(results, 'signals.csv', [
    'cadre_id',
    'unit_id',
    'kind',
    'raised_on',
    'severity',
  ])
  const lacking = await readFactsIfThere(truth, 'truth-need.csv', ['cadre_id', 'need', 'manner', 'look_alike'])
  const due = await readFactsIfThere(truth, 'truth-rotation.csv', ['cadre_id', 'position_id', 'rule', 'due_on'])
  const needs = await readFactsIfThere(results, 'needs.csv', ['cadre_id', 'kind', 'need'])
  const rotation = await readFactsIfThere(results, 'rotation.csv', ['cadre_id', 'position_id', 'rule', 'due_on'])
  const absent = {
    'truth-conflict': claims,
    'truth-record': records,
    'truth-sameness': copies,
    'truth-signal': changes,
    'truth-need': lacking,
    'truth-rotation': due,
  }
  for (const [name, rows] of Object.entries({ ...absent, conflicts, sameness, signals, needs, rotation })) {
    if (!rows) skipped.push({ zh: `没有 ${name}.csv，略过。`, en: `There is no ${name}.csv: skipped.` })
  }
  return {
    conflicts: claims && conflicts ? judgeConflicts(conflicts, claims, records ?? []) : undefined,
    sameness: copies && sameness ? judgeSameness(sameness, copies) : undefined,
    signals: changes && signals ? judgeSignals(signals, changes) : undefined,
    needs: lacking && needs ? judgeNeeds(needs, lacking) : undefined,
    rotation: due && rotation ? judgeRotation(rotation, due) : undefined,
  }
}
