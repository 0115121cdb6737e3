import { type PostLevel, postLadder } from '#domain/lexicon/terms.ts'
import type { CareerStep } from '#server/contract/index.ts'
import { type CareerBand, type CareerLayout, careerLayout, careerScale, type Line } from './career-layout.ts'

export interface CareersTogether {
  /** The levels that any of them has held, the highest first: the steps of every row. */
  readonly levels: readonly Line[]
  readonly years: CareerLayout['years']
  readonly now: number
  readonly rows: readonly {
    readonly cadreId: string
    readonly bands: readonly LevelBand[]
    readonly layout: CareerLayout
  }[]
}

export interface LevelBand extends CareerBand {
  /** Place in `levels`. */
  readonly level: number
  /** A secondment or another post held at the same time. */
  readonly isBeside: boolean
}

interface Member {
  readonly cadreId: string
  readonly career: readonly CareerStep[]
}

const ladder: readonly Line[] = [...([...postLadder].reverse() as PostLevel[]), 'outside']

/** Several careers on one axis of time and one ladder, so that the same height and the same place mean the same. */
export function careersTogether(people: readonly Member[], asOf: string): CareersTogether {
  const scale = careerScale(
    people.flatMap(({ career }) => career),
    asOf,
  )
  const drawn = people.map(({ cadreId, career }) => ({ cadreId, layout: careerLayout(career, asOf, scale) }))
  const held = new Set(drawn.flatMap(({ layout }) => layout.lines.map(({ line }) => line)))
  const levels = ladder.filter((line) => held.has(line))
  const [axis = careerLayout([], asOf, scale)] = drawn.map(({ layout }) => layout)
  return {
    levels,
    years: axis.years,
    now: axis.now,
    rows: drawn.map(({ cadreId, layout }) => ({
      cadreId,
      layout,
      bands: layout.lines.flatMap(({ line, bands, beside }) => {
        const level = levels.indexOf(line)
        return [
          ...bands.map((band) => ({ ...band, level, isBeside: false })),
          ...beside.map((band) => ({ ...band, level, isBeside: true })),
        ]
      }),
    })),
  }
}
