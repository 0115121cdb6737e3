import type { RosterLine } from '../contract/index.ts'

/** Lines of one shape by their place. */
export type Lines = Map<number, RosterLine>

const mostShapes = 50

/**
 * Lines that were shaped lately, apart for each shape that was asked for. Of more than `most` in all, those of the shape
 * asked for longest ago go.
 */
export function createLineKeep(most: number): (shape: string) => Lines {
  const kept = new Map<string, Lines>()
  return (shape) => {
    const lines: Lines = kept.get(shape) ?? new Map()
    kept.delete(shape)
    kept.set(shape, lines)
    let held = 0
    for (const { size } of kept.values()) held += size
    for (const [oldest, { size }] of kept) {
      if (held <= most && kept.size <= mostShapes) break
      held -= size
      if (oldest === shape) lines.clear()
      else kept.delete(oldest)
    }
    return lines
  }
}
