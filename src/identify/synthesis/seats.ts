import { labelOf } from '#domain/lexicon/terms.ts'
import type { ShortlistEntry } from '#domain/results.ts'
import { fill, type Text } from '#domain/text.ts'
import type { Person, SheetLine } from './sheet.ts'

/** 适合岗位: vacancies on whose list the cadre stands, best rank first; who shares the rank is said. */
export function seatLines(person: Person): SheetLine[] {
  const { listed, settings, seatName } = person
  if (listed.length === 0)
    return [{ id: 'seats:none', output: 'seats', says: noSeat, certainty: 'inseparable', grounds: [] }]
  const best = [...listed].sort(
    (a, b) => a.rank - b.rank || b.fit.value - a.fit.value || (a.positionId < b.positionId ? -1 : 1),
  )
  return best.slice(0, settings.seats).map((entry) => ({
    id: `seats:${entry.positionId}`,
    output: 'seats',
    says: fill(entry.tiedWith.length > 0 ? shared : alone, {
      seat: seatName(entry.positionId),
      move: entry.move ? labelOf('move', entry.move) : unknownMove,
      rank: entry.rank,
      others: entry.tiedWith.length,
    }),
    certainty: entry.tiedWith.length === 0 ? 'separable' : entry.rank === 1 ? 'leaning' : 'inseparable',
    grounds: [{ kind: 'list', id: entry.positionId, says: fill(fitSays, fitOf(entry)) }],
  }))
}

const fitOf = ({ fit }: ShortlistEntry) => ({
  value: fit.value.toFixed(2),
  lower: fit.lower.toFixed(2),
  upper: fit.upper.toFixed(2),
})

const alone: Text = {
  zh: '{seat}（{move}）：适岗第 {rank} 位次，与他人可分辨。',
  en: '{seat} ({move}): rank {rank} of fit, told from the others.',
}
const shared: Text = {
  zh: '{seat}（{move}）：适岗第 {rank} 位次，与 {others} 人分不清先后。',
  en: '{seat} ({move}): rank {rank} of fit, not told from {others} others.',
}
const unknownMove: Text = { zh: '任用性质未知', en: 'kind of move unknown' }
const fitSays: Text = {
  zh: '适岗度 {value}，90% 区间 {lower}–{upper}',
  en: 'Fit {value}, 90 % interval {lower}–{upper}',
}
const noSeat: Text = { zh: '现有空缺的人选名单里没有。', en: 'On the list of none of the present vacancies.' }
