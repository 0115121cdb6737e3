/** Who holds what now: seats, the other seats of a team that count against the same quota, and grades in a unit. */
import { isMonthOnly, latest } from '#domain/calendar.ts'
import { dateAt, numberAt, textAt } from '#domain/columns.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { once } from '#domain/once.ts'
import { groupRows, resolve, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import type { Text } from '#domain/text.ts'
import { type Career, presentGrade } from './career.ts'

export interface Holder {
  readonly evidence: string
  readonly cadre: string
  /** Undefined where only the month of leaving is known, and it is not over. */
  readonly present: boolean | undefined
  readonly label: Text
}

export interface GradeHolder extends Holder {
  readonly grade: string
  /** Also holds a leading post. */
  readonly leading: boolean
}

/** Of a seat. Each is read when asked for. */
export interface Occupancy {
  /** The quota of the team for posts like this one; undefined where none is recorded. */
  readonly quota: number | undefined
  holders(): readonly Holder[]
  /** Holders of the other seats of the team that count against the same quota; each person once. */
  peers(): readonly Holder[]
  /** Holders of a grade among those who hold a seat of the unit. */
  graded(): readonly GradeHolder[]
}

/** Acting and seconded people hold no seat. */
const holdingKinds: readonly string[] = ['appointed', 'concurrent']

type Quota = 'quota_principal' | 'quota_deputy'

/** Principals count against one quota, deputies and other members of the team against the other. */
const quotaOf = (role: string | undefined): Quota | undefined =>
  role === 'principal' ? 'quota_principal' : role === 'deputy' || role === 'member' ? 'quota_deputy' : undefined

const onceEach = <T extends Holder>(holders: readonly T[]): T[] => [
  ...new Map(holders.map((holder) => [holder.cadre, holder])).values(),
]

export function occupancyReader(snapshot: Snapshot, careerOf: (cadre: number) => Career): (seat: number) => Occupancy {
  const { cadres, positions, teams, tenures, units } = snapshot.tables
  const p = positions.columns
  const t = tenures.columns
  const owners = resolve(t.cadre_id, cadres.columns.cadre_id)
  const unitRows = resolve(p.unit_id, units.columns.unit_id)
  const teamRows = resolve(p.team_id, teams.columns.team_id)
  const ofUnit = groupRows(unitRows, units.length)
  const ofTeam = groupRows(teamRows, teams.length)
  const held = resolve(t.position_id, p.position_id).map((seat, row) => {
    const to = dateAt(t.to, row)
    const mayHold = to === undefined || (isMonthOnly(to) && latest(to) > snapshot.asOf)
    return mayHold && holdingKinds.includes(textAt(t.kind, row) ?? '') && (owners[row] ?? -1) >= 0 ? seat : -1
  })
  const ofSeat = groupRows(held, positions.length)

  function* holdersOf(seat: number): Generator<Holder & { readonly row: number }> {
    for (const tenure of rowsOf(ofSeat, seat)) {
      const row = owners[tenure] ?? -1
      if (careerOf(row).hasLeft) continue
      const name = `${textAt(cadres.columns.name, row) ?? ''}（${textAt(p.title, seat) ?? ''}）`
      const evidence = `tenures/${textAt(t.tenure_id, tenure)}`
      yield {
        evidence,
        row,
        cadre: textAt(cadres.columns.cadre_id, row) ?? '',
        present: dateAt(t.to, tenure) === undefined ? true : undefined,
        label: { zh: name, en: name },
      }
    }
  }

  function gradedIn(seat: number): GradeHolder[] {
    return [...holdersOf(seat)].flatMap(({ row, cadre, present }) => {
      const found = presentGrade(careerOf(row).stretches)
      if (found?.grade === undefined) return []
      const name = textAt(cadres.columns.name, row) ?? ''
      const { zh, en } = labelOf('grade', found.grade)
      const leading = textAt(p.post_level, seat) !== 'none'
      return {
        evidence: found.evidence,
        cadre,
        present,
        grade: found.grade,
        leading,
        label: { zh: `${name}（${zh}）`, en: `${name} (${en})` },
      }
    })
  }

  return (seat) => {
    const team = teamRows[seat] ?? -1
    const quota = quotaOf(textAt(p.role, seat))
    const alike = (other: number): boolean => other !== seat && quotaOf(textAt(p.role, other)) === quota
    return {
      quota: quota === undefined || team < 0 ? undefined : numberAt(teams.columns[quota], team),
      holders: once(() => [...holdersOf(seat)]),
      peers: once(() =>
        team < 0 || quota === undefined
          ? []
          : onceEach([...rowsOf(ofTeam, team)].filter(alike).flatMap((other) => [...holdersOf(other)])),
      ),
      graded: once(() => onceEach([...rowsOf(ofUnit, unitRows[seat] ?? -1)].flatMap(gradedIn))),
    }
  }
}
