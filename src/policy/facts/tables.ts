import type { TableName } from '#domain/tables.ts'

/** The tables that the rules read; a snapshot for rules alone needs no other. */
export const factTables: readonly TableName[] = [
  'units',
  'teams',
  'positions',
  'cadres',
  'tenures',
  'grades',
  'educations',
  'relatives',
  'evaluations',
  'trainings',
  'sanctions',
  'supervision',
]
