import { type FacetName, facetNames } from '#domain/lexicon/roster-facets.ts'
import { type RosterFieldName, rosterField } from '#domain/lexicon/roster-fields.ts'
import type { Text } from '#domain/text.ts'
import { type Search, valuesOf } from '../../../client/search.ts'

/** Counted before anybody has chosen. */
const usualFacets: readonly FacetName[] = ['age', 'yearsInPost', 'townshipYears', 'excellent', 'rotation']

const fieldOf = (name: FacetName): RosterFieldName => (name === 'grassroots' ? 'grassrootsYears' : name)

export const facetLabel = (name: FacetName): Text => rosterField(fieldOf(name)).label

/** The facets of the address, else the usual ones. */
export function facetsIn(search: Search): readonly FacetName[] {
  const chosen = valuesOf(search, 'facets')
  return chosen.length === 0 ? usualFacets : facetNames.filter((name) => chosen.includes(name))
}
