/** The list with one of it a place further left or right; as it is where there is no such place. */
export function moved(list: readonly string[], one: string, by: -1 | 1): string[] {
  const at = list.indexOf(one)
  const [next, other] = [[...list], list[at + by]]
  if (at < 0 || other === undefined) return next
  next[at] = other
  next[at + by] = one
  return next
}
