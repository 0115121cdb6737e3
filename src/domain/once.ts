/** What is worked out when it is first asked for, and kept. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/**
 * What is worked out once for each thing, and kept as long as the thing itself. Further arguments must follow from the
 * thing, as the rule book does from the facts: those of the first call count.
 * @example const principalsIn = oncePer((facts: Facts) => readPrincipals(facts))
 */
export function oncePer<Thing extends object, Further extends readonly unknown[], T>(
  make: (thing: Thing, ...further: Further) => T,
): (thing: Thing, ...further: Further) => T {
  const known = new WeakMap<Thing, { readonly value: T }>()
  return (thing, ...further) => {
    const found = known.get(thing) ?? { value: make(thing, ...further) }
    known.set(thing, found)
    return found.value
  }
}
