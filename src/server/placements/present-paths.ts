import type { PathAnswer as Answer, CareerPath, PathStep } from '#develop/index.ts'
import { formatDate } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import type { Facts } from '#policy/index.ts'
import type { CareerPathShape, PathAnswer, PathStepShape } from '../contract/index.ts'
import { presentDate, presentFinding, presentText } from '../presenters/evidence.ts'
import { personOf, seatNameOf } from './names.ts'

export function presentPaths(facts: Facts, answer: Answer): PathAnswer {
  const row = facts.seatIndex(answer.positionId)
  const holders = row === undefined ? [] : facts.seat(row).holders()
  const { name } = facts.snapshot.tables.cadres.columns
  return {
    asOf: formatDate(facts.snapshot.asOf),
    cadre: personOf(facts, answer.cadreId),
    goal: {
      ...seatNameOf(facts, answer.positionId),
      holders: holders.map(({ cadre }) => textAt(name, facts.cadreIndex(cadre) ?? -1) ?? cadre),
    },
    move: answer.move ?? null,
    limit: { on: formatDate(answer.limit.on), isRetirement: answer.limit.isRetirement },
    paths: answer.paths.map(presentPath),
    tooLate: presentDate(answer.tooLate),
    barred: answer.barred.map(presentFinding),
    stuckAt: answer.stuckAt?.level ?? null,
  }
}

const presentPath = ({ about, verdict, gained, steps, uncertain }: CareerPath): CareerPathShape => ({
  on: formatDate(about),
  verdict,
  gained: [...gained],
  steps: steps.map(presentStep),
  uncertain: uncertain.map(({ kind, says, rule }) => ({ kind, says: presentText(says), rule: rule ?? null })),
})

const presentStep = ({
  way,
  label,
  seat,
  exposure,
  from,
  about,
  verdict,
  waits,
  open,
  age,
  seats,
  vacant,
}: PathStep): PathStepShape => ({
  way,
  label: presentText(label),
  level: seat.level,
  exposure: exposure ?? null,
  from: formatDate(from),
  on: formatDate(about),
  verdict,
  waits: waits.map(presentFinding),
  open: open.map(presentFinding),
  age: age?.least ?? null,
  seats: seats ?? null,
  vacant: vacant ?? null,
})
