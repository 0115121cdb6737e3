/** Shared by everything that is held against what was planted in a city. */

export type Fact = Readonly<Record<string, string>>
export type Facts = readonly Fact[]

/** How many were planted, and how many of them were found. */
export interface Found {
  readonly planted: number
  readonly found: number
}

/** How many rows were given, and how many of them name something planted. */
export interface Raised {
  readonly raised: number
  readonly right: number
}

/** What was found of each kind of thing that was planted. */
export const foundByKind = (
  planted: Facts,
  kindOf: (fact: Fact) => string,
  isFound: (fact: Fact) => boolean,
): Record<string, Found> =>
  Object.fromEntries(
    [...Map.groupBy(planted, kindOf)].map(([kind, facts]) => [
      kind,
      { planted: facts.length, found: facts.filter(isFound).length },
    ]),
  )
