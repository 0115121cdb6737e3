import type { TeamStanding } from '#domain/slate.ts'
import { fill, type Text } from '#domain/text.ts'
import type { SeatFacts } from '#policy/index.ts'
import type { Ground } from '../ground.ts'
import { structureSettings } from '../team/settings.ts'
import { goalState, standingOf } from '../team/standing.ts'
import { type TeamOnBoard, teamsOnBoard } from '../team/teams-on-board.ts'
import { labelOfKind } from '../team/wording.ts'
import { type AgeBand, agedAt, bandsOf } from '../timing/ages.ts'
import { type Candidate, type Cell, cell, type Row } from './row.ts'

/** 班子建设需要: goals of the team that are not kept with the seat empty, and what each candidate would add. */
export function teamRows(ground: Ground, seat: SeatFacts, candidates: readonly Candidate[]): Row[] {
  const team = teamsOnBoard(ground).find(({ seats }) => seats.includes(seat.index))
  if (!team) return []
  const without = new Map([...team.occupants].filter(([place]) => place !== seat.index))
  const before = standingOf(ground, team, without)
  const after = candidates.map(({ row }) => standingOf(ground, team, seated(without, row, seat.index)))
  return [ageRow(ground, team, before, candidates), ...goalRows(before, after)]
}

/** The people of the team with one more in the seat; whoever came from another seat of it has left that one. */
const seated = (people: ReadonlyMap<number, number>, row: number, seat: number): Map<number, number> =>
  new Map([...[...people].filter(([, occupant]) => occupant !== row), [seat, row]])

function goalRows(before: TeamStanding, after: readonly TeamStanding[]): Row[] {
  return before.counts.flatMap((goal, place): Row[] => {
    const { least = 0, count, unknown } = goal
    if (goalState(goal, least) === 'kept') return []
    const known = unknown > 0 ? words.goalNeedUnknown : words.goalNeed
    return [
      {
        id: `goal:${goal.kind}:${goal.with ?? ''}`,
        factor: 'team',
        label: labelOfKind({ kind: goal.kind, ...(goal.with !== undefined && { with: goal.with }) }),
        need: fill(known, { count, least, unknown }),
        evidence: [],
        cells: after.map((standing) => goalCell(goal, standing.counts[place])),
      },
    ]
  })
}

function goalCell(before: TeamStanding['counts'][number], after: TeamStanding['counts'][number] | undefined): Cell {
  if (!after) return cell('unknown', words.goalUnknown)
  const says = fill(words.goalAfter, { count: after.count, least: before.least ?? 0 })
  if (after.count > before.count) return cell(after.count >= (before.least ?? 0) ? 'answers' : 'partly', says)
  if (after.unknown > before.unknown) return cell('unknown', words.goalUnknown)
  return cell('lacks', says)
}

function ageRow(ground: Ground, team: TeamOnBoard, { members }: TeamStanding, candidates: readonly Candidate[]): Row {
  const bands = bandsOf(structureSettings(ground.book, ground.snapshot.asOf).ageBounds)
  const bandOf = (age: number): AgeBand => bands.find(({ to = Number.POSITIVE_INFINITY }) => age < to) ?? bands[0] ?? {}
  const ages = members.flatMap(({ age }) => age ?? []).sort((a, b) => a - b)
  const held = new Set(ages.map(bandOf))
  const empty = bands.filter((band) => !held.has(band)).map(nameOfBand)
  const need = fill(ages.length === 0 ? words.ageNone : empty.length > 0 ? words.ageNeed : words.ageSpread, {
    ages: { zh: ages.join('、'), en: ages.join(', ') },
    bands: { zh: empty.map(({ zh }) => zh).join('、'), en: empty.map(({ en }) => en).join(', ') },
  })
  const cells = candidates.map(({ row }): Cell => {
    const { age } = agedAt(ground, row)
    if (age === undefined) return cell('unknown', words.ageUnknown)
    const band = bandOf(age)
    const adds = !held.has(band)
    return cell(adds ? 'answers' : 'fact', fill(adds ? words.ageAdds : words.ageAgain, { age, band: nameOfBand(band) }))
  })
  return { id: 'ages', factor: 'team', label: words.ages, need, evidence: [`units/${team.unitId}`], cells }
}

/** @example nameOfBand({ from: 35, to: 40 }).zh // '35—39岁' */
export function nameOfBand({ from, to }: AgeBand): Text {
  if (from === undefined) return { zh: `${to}岁以下`, en: `under ${to}` }
  if (to === undefined) return { zh: `${from}岁及以上`, en: `${from} and over` }
  return { zh: `${from}—${to - 1}岁`, en: `${from}–${to - 1}` }
}

const words = {
  ages: { zh: '年龄梯次', en: 'Age tiers' },
  ageNeed: { zh: '其他成员 {ages} 岁；{bands}没有人', en: 'The others: {ages}; nobody {bands}' },
  ageNone: { zh: '其他成员没有年龄记载', en: 'Nobody else of the team has an age on record' },
  ageSpread: { zh: '其他成员 {ages} 岁；各年龄段都有人', en: 'The others: {ages}; every tier is there' },
  ageUnknown: { zh: '出生年月没有记载', en: 'Birth date not on record' },
  ageAdds: { zh: '{age} 岁，补上{band}', en: '{age}: fills {band}' },
  ageAgain: { zh: '{age} 岁，{band}已有人', en: '{age}: {band} is there already' },
  goalNeed: {
    zh: '岗位空着时 {count} 人，目标至少 {least} 人',
    en: '{count} with the seat empty; the goal is {least}',
  },
  goalNeedUnknown: {
    zh: '岗位空着时 {count} 人，目标至少 {least} 人，{unknown} 人没有记载',
    en: '{count} with the seat empty; the goal is {least}; {unknown} not on record',
  },
  goalAfter: { zh: '进班子后 {count} 人，目标 {least} 人', en: '{count} with this person; the goal is {least}' },
  goalUnknown: { zh: '本人这一项没有记载', en: 'Not on record of this person' },
} as const satisfies Record<string, Text>
