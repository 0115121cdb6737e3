import { asFraction, parseDate } from '#domain/calendar.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import type { Development } from '#server/contract/index.ts'

type Step = Development['steps'][number]
export type Route = Step['routes'][number]

export interface Bar {
  readonly step: Step
  /** Percent of the width of the drawing. */
  readonly left: number
  readonly width: number
}

export interface RoutesLayout {
  /** Posts by the level of their unit, high to low; null = units not known here. Those at one time lie in rows of their own. */
  readonly levels: readonly { readonly level: string | null; readonly rows: readonly (readonly Bar[])[] }[]
  readonly routes: readonly { readonly route: Route; readonly bars: readonly Bar[] }[]
  readonly years: readonly { readonly year: number; readonly left: number }[]
}

/** Routes that time counts for; several places are a matter of the whole career. */
const routes = identifiersOf('growthRoute').filter((route) => route !== 'breadth')
const levels: readonly (string | null)[] = [...identifiersOf('unitLevel'), null]

const at = (date: string): number => asFraction(parseDate(date) ?? 0)

/** Where everything stands when time runs right. Pure: the drawing only places what this says. */
export function careerRoutesLayout({ steps, asOf }: Pick<Development, 'steps' | 'asOf'>): RoutesLayout {
  const now = at(asOf)
  const first = Math.floor(Math.min(now - 1, ...steps.map(({ from }) => at(from))))
  const percent = (time: number): number => (100 * (time - first)) / (now - first)
  const bars = steps.map((step): Bar => {
    const left = percent(at(step.from))
    const end = step.to === null ? now : Math.min(now, at(step.to))
    return { step, left, width: Math.max(0.4, percent(end) - left) }
  })
  return {
    levels: levels.flatMap((level) => {
      const own = bars.filter(({ step }) => step.unitLevel === level)
      return own.length > 0 ? [{ level, rows: inRows(own) }] : []
    }),
    routes: routes.map((route) => ({ route, bars: bars.filter(({ step }) => step.routes.includes(route)) })),
    years: yearTicks(first, Math.floor(now)).map((year) => ({ year, left: percent(year) })),
  }
}

/** Each bar in the first row in which nothing lies under it. */
function inRows(bars: readonly Bar[]): Bar[][] {
  const rows: Bar[][] = []
  for (const bar of bars) {
    const row = rows.find((own) => own.every(({ left, width }) => left + width <= bar.left + 0.5))
    if (row) row.push(bar)
    else rows.push([bar])
  }
  return rows
}

function yearTicks(first: number, last: number): number[] {
  const stride = last - first > 24 ? 5 : 2
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((year) => year % stride === 0)
}
