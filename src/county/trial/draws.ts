import type { Random } from '../random.ts'

/**
 * Student's t with few degrees of freedom, scaled to standard deviation 1: most draws are small, some are very large.
 * `freedom` is 3 or more, or there is no standard deviation.
 */
export function heavyTailed(random: Random, freedom: number): number {
  let square = 0
  for (let draw = 0; draw < freedom; draw += 1) square += random.normal() ** 2
  return random.normal() / Math.sqrt((square / freedom) * (freedom / (freedom - 2)))
}
