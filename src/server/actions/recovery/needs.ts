/** Development needs and rotation duties, held against the truth of a city. Pure. */
import { type Fact, type Facts, type Found, foundByKind, type Raised } from './planted.ts'

export interface NeedRecovery {
  readonly recall: Readonly<Record<string, Found>>
  readonly precision: Readonly<Record<string, Raised>>
  /** People who only look as if they had a need, by how they were made to, and how many were listed. */
  readonly lookAlikes: Readonly<Record<string, Found>>
}

const needKey = (row: Fact): string => `${row.cadre_id} ${row.need}`

/** Experience needs alone. Where the truth leaves a need open, it counts neither way. */
export function judgeNeeds(needs: Facts, truth: Facts): NeedRecovery {
  const open = new Set(truth.filter((row) => row.look_alike === '').map(needKey))
  const real = truth.filter((row) => row.look_alike === 'false')
  const raised = needs.filter((row) => row.kind === 'experience' && !open.has(needKey(row)))
  const listed = new Set(raised.map(needKey))
  const right = new Set(real.map(needKey))
  const isListed = (row: Fact): boolean => listed.has(needKey(row))
  return {
    recall: foundByKind(real, (row) => row.need ?? '', isListed),
    precision: raisedByKind(
      raised,
      (row) => row.need ?? '',
      (row) => right.has(needKey(row)),
    ),
    lookAlikes: foundByKind(
      truth.filter((row) => row.look_alike === 'true'),
      (row) => `${row.need} ${row.manner}`,
      isListed,
    ),
  }
}

export interface RotationRecovery {
  readonly recall: Found
  readonly precision: Raised
  /** Of those found, how many have the true month. */
  readonly dated: Raised
}

const dutyKey = (row: Fact): string => `${row.cadre_id} ${row.position_id} ${row.rule}`

/** Duties under the rules that the truth knows. */
export function judgeRotation(duties: Facts, truth: Facts): RotationRecovery {
  const rules = new Set(truth.map((row) => row.rule))
  const judged = duties.filter((row) => rules.has(row.rule))
  const months = new Map(truth.map((row) => [dutyKey(row), row.due_on?.slice(0, 7)]))
  const right = judged.filter((row) => months.has(dutyKey(row)))
  return {
    recall: { planted: truth.length, found: new Set(right.map(dutyKey)).size },
    precision: { raised: judged.length, right: right.length },
    dated: {
      raised: right.length,
      right: right.filter((row) => months.get(dutyKey(row)) === row.due_on?.slice(0, 7)).length,
    },
  }
}

const raisedByKind = (
  rows: Facts,
  kindOf: (row: Fact) => string,
  isRight: (row: Fact) => boolean,
): Record<string, Raised> =>
  Object.fromEntries(
    [...Map.groupBy(rows, kindOf)].map(([kind, own]) => [
      kind,
      { raised: own.length, right: own.filter(isRight).length },
    ]),
  )
