/** The neutrality report: three stages of selection, each by sex, ethnicity and age. */

import type { QueryExecutorProvider } from 'kysely'
import { formatDate } from '#domain/calendar.ts'
import { compareGroups, type Grouping, groupings, type NeutralitySettings, neutralitySettings } from '#manage/index.ts'
import type { RuleBook } from '#policy/index.ts'
import { type Edition, type PersonInSelection, readSelection } from '#records/queries/index.ts'
import type { CaseDesk, OpenedCase } from '../cases/case-desk.ts'
import type { NeutralityReport } from '../contract/index.ts'

type Stage = NeutralityReport['stages'][number]
interface Passed {
  readonly person: PersonInSelection
  readonly isChosen: boolean
}

export async function neutralityOf(
  database: QueryExecutorProvider,
  cases: Pick<CaseDesk, 'all'>,
  book: RuleBook,
  { runId, asOf }: Edition,
): Promise<NeutralityReport> {
  const settings = neutralitySettings(book, asOf)
  const [people, every] = await Promise.all([readSelection(database, runId), cases.all()])
  const parted = groupings(settings.ageEdges, asOf)
  const stage = (id: Stage['id'], passed: readonly Passed[]): Stage => ({
    id,
    groupings: parted.map((grouping) => comparedBy(grouping, passed, settings)),
  })
  const { promptRatio, leastGroup } = settings
  return {
    asOf: formatDate(asOf),
    promptRatio,
    leastGroup,
    stages: [
      stage(
        'shortlists',
        people.filter(({ isEligible }) => isEligible).map((person) => ({ person, isChosen: person.isListed })),
      ),
      stage(
        'slates',
        people.filter(({ isConsidered }) => isConsidered).map((person) => ({ person, isChosen: person.isPlaced })),
      ),
      stage('cases', passedCases(people, every)),
    ],
  }
}

const upward: ReadonlySet<string> = new Set(['promotion', 'further-use', 'lateral', 'grade-promotion'])

/** Everybody who was ever a candidate of a case that has ended, and whether one of these cases appointed him or her. */
function passedCases(people: readonly PersonInSelection[], every: readonly OpenedCase[]): readonly Passed[] {
  const appointed = new Map<string, boolean>()
  for (const { selection } of every) {
    if (selection.standing !== 'closed' || !upward.has(selection.opening.kind)) continue
    for (const { cadreId, left } of selection.candidates) {
      const isNow = selection.outcome === 'completed' && left === undefined
      appointed.set(cadreId, isNow || appointed.get(cadreId) === true)
    }
  }
  return people.flatMap((person) => {
    const isChosen = appointed.get(person.cadreId)
    return isChosen === undefined ? [] : [{ person, isChosen }]
  })
}

function comparedBy(
  { id, label, groupOf, labelOf }: Grouping,
  passed: readonly Passed[],
  settings: NeutralitySettings,
): Stage['groupings'][number] {
  const asked = passed.map(({ person, isChosen }) => ({ group: groupOf(person), isChosen }))
  const { groups, tooSmall, cause } = compareGroups(asked, settings)
  return {
    id,
    label,
    groups: groups.map(({ group, tally, ratio, state }) => ({
      label: labelOf(group),
      ...tally,
      ratio: ratio
        ? { value: ratio.ratio ?? null, lower: ratio.lower, upper: Number.isFinite(ratio.upper) ? ratio.upper : null }
        : null,
      state,
    })),
    tooSmall: tooSmall.map(labelOf),
    unknown: asked.some(({ group }) => group === undefined),
    cause: cause ?? null,
  }
}
