import type { CandidateRow, Vacancy } from '#server/contract/index.ts'

/**
 * The rules that bear on at least one of these people, as indices into the columns of the vacancy: what bears on most of
 * them first, in the order of the articles where it bears on as many. A promotion and a lateral move meet other rules.
 */
export function bearing(vacancy: Pick<Vacancy, 'rules'>, people: readonly Pick<CandidateRow, 'verdicts'>[]): number[] {
  return vacancy.rules
    .map((_, rule) => ({ rule, people: people.filter((person) => person.verdicts[rule]).length }))
    .filter((column) => column.people > 0)
    .sort((a, b) => b.people - a.people)
    .map((column) => column.rule)
}
