/**
 * Protection of small classes. What is published splits the sheets into groups; whatever can be had from them and from the
 * total by adding and taking away is a union of groups, so it is enough that no group is small.
 *
 * A class of few sheets is not left out, since the total less the others would give it away: it is added to the next smallest.
 * That also tells what a class left out would only hide.
 *
 * Whoever counted the paper of a group knows what the rest of it is: so the rest is either nobody, or not few.
 */

interface Sized {
  readonly id: string
  readonly size: number
  /** How many of these somebody counted by hand, and knows. */
  readonly known?: number
}

/**
 * The classes in groups of at least `least`, in the order they came; one group of all where they are too few for more.
 * Classes without a sheet have nothing to protect and stand in no group.
 * @example protectedGroups([{ id: 'A', size: 9 }, { id: 'B', size: 30 }, { id: 'C', size: 2 }], 5) // [['A', 'C'], ['B']]
 */
export function protectedGroups(classes: readonly Sized[], least: number): readonly (readonly string[])[] {
  const bySize = classes.filter(({ size }) => size > 0).sort((a, b) => unknownOf([a]) - unknownOf([b]))
  const small: Sized[] = []
  const single: Sized[] = []
  for (const one of bySize) {
    const isSmall = unknownOf([one]) < least || (small.length > 0 && unknownOf(small) < least)
    ;(isSmall ? small : single).push(one)
  }
  const place = new Map(classes.map(({ id }, index) => [id, index]))
  const inOrder = (a: string, b: string) => (place.get(a) ?? 0) - (place.get(b) ?? 0)
  const groups = single.map(({ id }) => [id])
  if (small.length > 0) groups.push(small.map(({ id }) => id).sort(inOrder))
  return groups.sort(([a = ''], [b = '']) => inOrder(a, b))
}

/** How many sheets of a group nobody knows; all of them, where every one was counted by hand. */
function unknownOf(group: readonly Sized[]): number {
  const all = group.reduce((sum, { size }) => sum + size, 0)
  const known = group.reduce((sum, one) => sum + (one.known ?? 0), 0)
  return all > known ? all - known : all
}
