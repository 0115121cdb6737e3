import type { Ballots } from '../../ballots.ts'
import type { ConductBearing, ConductPaper, ConductRow } from '../papers.ts'
import type { Conduct } from './conduct.ts'
import type { BlockFlag, ConductKind, RaterFlag } from './flags.ts'
import type { Sensitivity } from './sensitivity.ts'

export interface Names {
  cadre(row: number): string
  rater(code: number): string
  survey(code: number): string
}

/** A paper of more rows than this is read by nobody. */
const mostRows = 300
/** Groups of fewer raters are not named nor counted. */
const leastNamed = 5
/** For a single rater, so many of the people scored who would move most. */
const mostPeople = 3

export function conductPaper(conduct: Conduct, ballots: Ballots, names: Names): ConductPaper {
  const { raterFlags, blockFlags } = conduct
  const scored = peopleOf(ballots, new Set(raterFlags.map(({ rater }) => rater)))
  const rows = [
    ...blockFlags.map((flag) => blockRow(flag, conduct, names)),
    ...raterFlags.map((flag) => raterRow(flag, scored.get(flag.rater) ?? [], conduct, names)),
  ]
  const counts = Map.groupBy([...blockFlags, ...raterFlags], ({ kind }) => kind)
  return {
    counts: [...counts].map(([kind, flags]) => ({ kind, count: flags.length })),
    leftOut: conduct.leftOut,
    rows: rows
      .sort(
        (a, b) =>
          weightiest.indexOf(a.kind) - weightiest.indexOf(b.kind) ||
          a.probability - b.probability ||
          (keyOf(a) < keyOf(b) ? -1 : 1),
      )
      .slice(0, mostRows),
  }
}

/** What could bear on a result first; severity, which the model takes off, last. */
const weightiest: readonly ConductKind[] = ['ring', 'unit-block', 'inverted', 'unrelated', 'one-score', 'severity']

const keyOf = ({ kind, surveyId = '', raters, lifted = '' }: ConductRow): string =>
  [kind, surveyId, lifted, ...raters].join(' ')

function blockRow(flag: BlockFlag, conduct: Conduct, names: Names): ConductRow {
  const isNamed = flag.raters.length >= leastNamed
  return {
    kind: flag.kind,
    surveyId: flag.survey === undefined ? undefined : names.survey(flag.survey),
    raters: isNamed ? flag.raters.map(names.rater).sort() : [],
    size: isNamed ? flag.raters.length : undefined,
    strength: flag.lift,
    ballots: undefined,
    lifted: names.cadre(flag.lifted),
    pressed: names.cadre(flag.pressed),
    press: flag.press,
    probability: flag.probability,
    falseShare: flag.falseShare,
    people: bearings([flag.lifted, flag.pressed], conduct, names),
  }
}

function raterRow(flag: RaterFlag, scored: readonly number[], conduct: Conduct, names: Names): ConductRow {
  const moved = (row: number): number => {
    const found = conduct.sensitivities.get(row)
    return found ? Math.abs(found.without.value - found.with.value) : 0
  }
  const most = [...scored].sort((a, b) => moved(b) - moved(a) || a - b).slice(0, mostPeople)
  return {
    kind: flag.kind,
    surveyId: flag.survey === undefined ? undefined : names.survey(flag.survey),
    raters: [names.rater(flag.rater)],
    size: 1,
    strength: flag.size,
    ballots: flag.ballots,
    lifted: undefined,
    pressed: undefined,
    press: undefined,
    probability: flag.probability,
    falseShare: flag.falseShare,
    people: flag.kind === 'severity' ? [] : bearings(most, conduct, names),
  }
}

function bearings(rows: readonly number[], { sensitivities }: Conduct, names: Names): ConductBearing[] {
  return rows.flatMap((row) => {
    const found: Sensitivity | undefined = sensitivities.get(row)
    if (!found) return []
    const { cadre, ...rest } = found
    return [{ cadreId: names.cadre(cadre), ...rest }]
  })
}

/** The people each of these raters scored. */
function peopleOf(ballots: Ballots, raters: ReadonlySet<number>): Map<number, number[]> {
  const people = new Map<number, number[]>()
  ballots.rater.forEach((rater, ballot) => {
    if (!raters.has(rater)) return
    const cadre = ballots.cadre[ballot] as number
    const own = people.get(rater) ?? []
    people.set(rater, own)
    if (!own.includes(cadre)) own.push(cadre)
  })
  return people
}
