/** Conflicts between sources and impossible entries, held against what was planted. Pure. */
import { type Fact, type Facts, type Found, foundByKind } from './planted.ts'

export interface ConflictRecovery {
  /** Of sources that contradict each other, by person and field. */
  readonly claims: Found
  /** Of entries that cannot be right, by kind. */
  readonly records: Readonly<Record<string, Found>>
  /** Rows that name a planted conflict or entry. */
  readonly raised: number
  readonly right: number
  readonly lookAlikes: { readonly planted: number; readonly raised: number }
  /** Of planted conflicts that the sources settle: what was accepted. */
  readonly accepted: { readonly right: number; readonly wrong: number; readonly undecided: number }
  /** Conflicts that nobody can settle, and how many were settled all the same. */
  readonly undecidable: { readonly planted: number; readonly settled: number }
}

/** `education.level`, `educations` → `education`; a citizen number and a birthday contradict each other. */
const familyOf = (field = ''): string => {
  const [stem = ''] = field.split('.')
  return stem === 'citizen_id' ? 'born_on' : stem.replace(/s$/, '')
}
const placeOf = (row: Fact): string => `${row.cadre_id} ${familyOf(row.field)}`

/** A date to the month and the same date to the day say one thing. */
const sameValue = (left: string, right: string): boolean =>
  left !== '' && right !== '' && (left.startsWith(right) || right.startsWith(left))

export function judgeConflicts(conflicts: Facts, claims: Facts, records: Facts): ConflictRecovery {
  const raised = Map.groupBy(conflicts, placeOf)
  const planted = [...Map.groupBy(claims, placeOf)].map(([place, [first]]) => ({ place, row: first ?? {} }))
  const wrong = records.filter((row) => row.look_alike !== 'true')
  const places = new Set([...planted.map(({ place }) => place), ...wrong.map(placeOf)])
  const honest = records.filter((row) => row.look_alike === 'true' && !places.has(placeOf(row)))
  const accepted = { right: 0, wrong: 0, undecided: 0 }
  const undecidable = { planted: 0, settled: 0 }
  for (const { place, row } of planted) {
    const found = raised.get(place)
    if (!found) continue
    const value = found.map((each) => each.accepted ?? '').find((each) => each !== '') ?? ''
    if (row.decidable === 'false') {
      undecidable.planted += 1
      if (value !== '') undecidable.settled += 1
    } else if (value === '') accepted.undecided += 1
    else if (sameValue(value, row.true_value ?? '')) accepted.right += 1
    else accepted.wrong += 1
  }
  return {
    claims: { planted: planted.length, found: planted.filter(({ place }) => raised.has(place)).length },
    records: foundByKind(
      wrong,
      (row) => row.kind ?? '',
      (row) => raised.has(placeOf(row)),
    ),
    raised: conflicts.length,
    right: conflicts.filter((row) => places.has(placeOf(row))).length,
    lookAlikes: { planted: honest.length, raised: honest.filter((row) => raised.has(placeOf(row))).length },
    accepted,
    undecidable,
  }
}
