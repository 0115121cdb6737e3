/** What the statistics beside the roster count. */
import type { RosterFieldName } from './roster-fields.ts'

/** Facets with bands of their own; counted where nobody chose. */
export const bandFacets = [
  'age',
  'yearsInPost',
  'grassroots',
  'education',
  'postLevel',
  'sex',
  'excellent',
  'rotation',
  'rating',
] as const
export type BandFacet = (typeof bandFacets)[number]

/** Facets that count the values of a field. */
export const fieldFacets = [
  'role',
  'sector',
  'unitKind',
  'unitLevel',
  'degree',
  'grade',
  'evaluation',
  'track',
  'teamMember',
  'secondedEver',
  'reserve',
  'studyFields',
  'background',
  'needs',
  'townshipYears',
  'yearsAtLevel',
] as const satisfies readonly RosterFieldName[]
export type FieldFacet = (typeof fieldFacets)[number]

export const facetNames = [...bandFacets, ...fieldFacets] as const
export type FacetName = (typeof facetNames)[number]
