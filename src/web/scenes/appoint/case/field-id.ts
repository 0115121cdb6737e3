import type { CaseField } from '#server/contract/index.ts'

/** The element of the page in which a fact is typed. */
export const fieldId = (name: string, cadreId?: string | null): string => `fact-${cadreId ?? 'case'}-${name}`

/** The field that a missing fact names, as `votes_for` or `process.votes_for`; undefined where it is no fact of the case. */
export function fieldNamed(fields: readonly CaseField[], name: string): CaseField | undefined {
  const short = name.replace(/^process\./, '').split('.')[0]
  return fields.find((field) => field.name === short)
}
