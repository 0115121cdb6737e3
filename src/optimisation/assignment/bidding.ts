import { pair } from './augmenting-path.ts'
import type { Side, Vertices } from './side.ts'

/** Bids for each vertex on average; more only prolongs wars of ever smaller steps, which a path search ends at once. */
const bidsEach = 2

/**
 * A first assignment and prices near the best: each vertex takes what is worth most to it and raises that price until the
 * second best is worth as much; whoever held it bids again (augmenting row reduction; Jonker & Volgenant, 1987). Who is
 * left without mate has nothing worth having, or there were no bids left.
 */
export function bid(from: Side, to: Vertices): void {
  const { count } = from
  const queue = new Int32Array(count + 1)
  let first = 0
  let end = 0
  for (let vertex = 0; vertex < count; vertex += 1) {
    if ((from.mates[vertex] as number) < 0) queue[end++] = vertex
  }
  for (let bids = bidsEach * end; first !== end && bids > 0; bids -= 1) {
    const outbid = bidOnce(from, to, queue[first] as number)
    first = first === count ? 0 : first + 1
    if (outbid < 0) continue
    queue[end] = outbid
    end = end === count ? 0 : end + 1
  }
}

/** Gives who was outbid, or −1. */
function bidOnce(from: Side, to: Vertices, vertex: number): number {
  const { starts, ends, gains, fronts } = from
  const { prices, mates } = to
  const beyond = (fronts.beyond[vertex] as number) - to.lowest
  let best = Number.NEGATIVE_INFINITY
  // What must be filled cannot fall back on staying unfilled, which would bid up to that.
  let second = from.mustFill ? best : (from.floors[vertex] as number)
  let bestPlace = -1
  let secondPlace = -1
  let stop = fronts.ends[vertex] as number
  for (let place = starts[vertex] as number; ; place += 1) {
    if (place === stop) {
      stop = starts[vertex + 1] as number
      if (place === stop || beyond <= second) break
    }
    const value = (gains[place] as number) - (prices[ends[place] as number] as number)
    if (value <= second) continue
    if (value > best) {
      second = Math.max(best, second)
      secondPlace = bestPlace
      best = value
      bestPlace = place
    } else {
      second = value
      secondPlace = place
    }
  }
  if (bestPlace < 0) return -1
  const rise = second === Number.NEGATIVE_INFINITY ? 0 : best - second
  const isTaken = (mates[ends[bestPlace] as number] as number) >= 0
  const place = rise === 0 && isTaken && secondPlace >= 0 ? secondPlace : bestPlace
  const end = ends[place] as number
  prices[end] = (prices[end] as number) + rise
  from.prices[vertex] = best - rise
  const outbid = mates[end] as number
  pair(from, to, vertex, end, from.ids[place] as number)
  if (outbid < 0) return -1
  from.mates[outbid] = -1
  from.chosen[outbid] = -1
  return outbid
}
