/** A text by its place in the list, and the share of runs of letters that two texts have in common (Jaccard). */
export interface Neighbour {
  readonly place: number
  readonly resemblance: number
  /** Runs in common. */
  readonly shared: number
}

export interface RunIndex {
  /** By text: its runs, each once. */
  readonly runs: readonly Int32Array[]
  /** By run: the texts that have it, in order. */
  readonly texts: readonly (readonly number[])[]
  /** Texts that share something with one, the most similar first. */
  neighbours(place: number): Neighbour[]
}

const length = 4
/** A run in more texts than this finds no neighbours: it would bring in a good part of the city. */
const mostListed = 2000
/** Weaker resemblance is that of any two texts in one language. */
const least = 0.1

/** Indexes texts by their runs of four letters or digits; punctuation and width do not count. */
export function indexRuns(texts: readonly string[]): RunIndex {
  const codes = new Map<string, number>()
  const having: number[][] = []
  const runs = texts.map((text, place) => {
    const letters = text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
    const own = new Set<number>()
    for (let at = 0; at + length <= Math.max(letters.length, length); at += 1) {
      const run = letters.slice(at, at + length)
      const code = codes.get(run) ?? codes.size
      if (code === codes.size) {
        codes.set(run, code)
        having.push([])
      }
      own.add(code)
    }
    for (const code of own) having[code]?.push(place)
    return Int32Array.from(own)
  })
  const counts = new Int32Array(texts.length)
  return {
    runs,
    texts: having,
    neighbours(place) {
      const own = runs[place] ?? new Int32Array(0)
      const touched: number[] = []
      for (const run of own) {
        const others = having[run] ?? []
        if (others.length > mostListed) continue
        for (const other of others) {
          if (counts[other] === 0) touched.push(other)
          counts[other] = (counts[other] as number) + 1
        }
      }
      const found: Neighbour[] = []
      for (const other of touched) {
        const shared = counts[other] as number
        counts[other] = 0
        const resemblance = shared / (own.length + (runs[other]?.length ?? 0) - shared)
        if (other !== place && resemblance >= least) found.push({ place: other, resemblance, shared })
      }
      return found.sort((a, b) => b.resemblance - a.resemblance || a.place - b.place)
    },
  }
}
