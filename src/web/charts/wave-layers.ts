import type { Wave } from '#server/contract/index.ts'

export interface Layer {
  readonly name: string
  readonly counts: readonly number[]
}

/** More kinds than these in one stack cannot be told apart. */
const most = 3

/** The layers of the stack: at most three, later rules summed into the third. */
export function layersOf(wave: Wave, nameOf: (rule: number) => string, others: string): Layer[] {
  const layers = wave.rules.map((_, rule) => ({
    name: nameOf(rule),
    counts: wave.periods.map((period) => period.counts[rule] ?? 0),
  }))
  if (layers.length <= most) return layers
  const rest = layers.slice(most - 1)
  const counts = wave.periods.map((_, at) => rest.reduce((sum, layer) => sum + (layer.counts[at] ?? 0), 0))
  return [...layers.slice(0, most - 1), { name: others, counts }]
}
