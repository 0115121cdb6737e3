/** The order kept by hand: where it is touched it holds, everything else falls in by the customary order. */

export interface PlacedPerson {
  readonly cadreId: string
  /** The unit and everything above it, from the top; empty where no unit is known. */
  readonly unitPath: readonly string[]
}

export interface HandOrder {
  /** By the unit above, empty for the top. */
  readonly units: ReadonlyMap<string, readonly string[]>
  /** By unit. */
  readonly people: ReadonlyMap<string, readonly string[]>
}

/**
 * Those present in the kept order; whoever is new comes after the one that custom puts before them.
 * @example keptOrder(['a', 'b', 'c', 'd'], ['c', 'a', 'gone']) // ['c', 'd', 'a', 'b']
 */
export function keptOrder(customary: readonly string[], kept: readonly string[] | undefined): readonly string[] {
  if (kept === undefined) return customary
  const present = new Set(customary)
  const stays = new Set(kept.filter((id) => present.has(id)))
  const followers = new Map<string | undefined, string[]>()
  let last: string | undefined
  for (const id of customary) {
    if (stays.has(id)) last = id
    else followers.set(last, [...(followers.get(last) ?? []), id])
  }
  return [...(followers.get(undefined) ?? []), ...[...stays].flatMap((id) => [id, ...(followers.get(id) ?? [])])]
}

/** People in the order kept by hand: each unit with its people, then the units below it. They come in customary order. */
export function inHandOrder<P extends PlacedPerson>(
  people: readonly P[],
  { units, people: within }: HandOrder,
): readonly P[] {
  if (units.size === 0 && within.size === 0) return people
  const below = new Map<string, Set<string>>()
  const own = new Map<string, P[]>()
  for (const person of people) {
    let above = ''
    for (const unit of person.unitPath) {
      const children = below.get(above) ?? new Set()
      below.set(above, children.add(unit))
      above = unit
    }
    const there = own.get(above)
    if (there) there.push(person)
    else own.set(above, [person])
  }
  const placed: P[] = []
  const visit = (unit: string): void => {
    if (unit !== '') placed.push(...orderedPeople(own.get(unit) ?? [], within.get(unit)))
    for (const child of keptOrder([...(below.get(unit) ?? [])], units.get(unit))) visit(child)
  }
  visit('')
  return [...placed, ...(own.get('') ?? [])]
}

function orderedPeople<P extends PlacedPerson>(
  people: readonly P[],
  kept: readonly string[] | undefined,
): readonly P[] {
  if (kept === undefined) return people
  const byId = new Map(people.map((person) => [person.cadreId, person]))
  return keptOrder([...byId.keys()], kept).flatMap((id) => byId.get(id) ?? [])
}
