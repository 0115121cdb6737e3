import type { EnumerationName } from '#domain/lexicon/enumerations.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import type { RosterChoices } from '#server/contract/index.ts'
import type { Query } from '../../../client/request.ts'
import { type Search, valueOf, valuesOf } from '../../../client/search.ts'
import type { Say } from '../../../language/language.tsx'
import { needWords, rosterWords } from '../../../language/words/roster.ts'

export interface Choice {
  readonly id: string
  readonly label: Text
}

/** One condition of the filter sentence, its parameters in the address, and how it is chosen. */
export type Clause = { readonly label: Text } & (
  | { readonly kind: 'choices'; readonly name: string; choices(offered: RosterChoices | undefined): readonly Choice[] }
  | { readonly kind: 'pick'; readonly name: string; choices(offered: RosterChoices | undefined): readonly Choice[] }
  | {
      readonly kind: 'range'
      readonly from: string
      readonly to: string
      readonly unit: Text
      /** Whether a person exactly at the upper end is in. */
      readonly upperEndIncluded: boolean
    }
)

const same = (text: string): Text => ({ zh: text, en: text })
const terms = (enumeration: EnumerationName) => (): readonly Choice[] =>
  identifiersOf(enumeration).map((id) => ({ id, label: labelOf(enumeration, id) }))
const fixed = (choices: Readonly<Record<string, Text>>) => (): readonly Choice[] =>
  Object.entries(choices).map(([id, label]) => ({ id, label }))

const choices = (
  name: string,
  label: Text,
  list: (offered: RosterChoices | undefined) => readonly Choice[],
): Clause => ({
  kind: 'choices',
  name,
  label,
  choices: list,
})
const pick = (name: string, label: Text, list: (offered: RosterChoices | undefined) => readonly Choice[]): Clause => ({
  kind: 'pick',
  name,
  label,
  choices: list,
})
const range = (name: string, label: Text, unit: Text, upperEndIncluded = false): Clause => ({
  kind: 'range',
  from: `${name}From`,
  to: `${name}To`,
  label,
  unit,
  upperEndIncluded,
})

const unknowns: Readonly<Record<string, Text>> = {
  bornOn: rosterWords.bornOn,
  sex: rosterWords.sex,
  postSince: { zh: '任现职时间', en: 'In post since' },
  postLevel: rosterWords.postLevel,
  education: rosterWords.education,
  party: rosterWords.party,
  partyJoinedOn: rosterWords.partyJoinedOn,
  workStartedOn: rosterWords.workStartedOn,
  evaluation: rosterWords.evaluation,
  rating: rosterWords.rating,
  track: rosterWords.track,
}

/** All conditions, in the order in which the sentence says them. */
export const clauses: readonly Clause[] = [
  pick('status', rosterWords.status, fixed({ left: rosterWords.left, all: rosterWords.everybody })),
  choices('postLevel', rosterWords.postLevel, terms('postLevel')),
  choices('role', rosterWords.role, terms('role')),
  pick('unit', rosterWords.unit, (offered) =>
    (offered?.units ?? []).map((unit) => ({ id: unit.unitId, label: same(unit.name) })),
  ),
  choices('sector', rosterWords.sector, terms('sector')),
  range('age', rosterWords.age, rosterWords.unitAge, true),
  choices('sex', rosterWords.sex, terms('sex')),
  choices('party', rosterWords.party, (offered) => (offered?.parties ?? []).map((id) => ({ id, label: same(id) }))),
  choices('education', rosterWords.education, terms('educationLevel')),
  choices('fullTimeEducation', rosterWords.fullTimeEducation, terms('educationLevel')),
  range('yearsInPost', rosterWords.yearsInPost, rosterWords.unitYears),
  range('yearsAtLevel', rosterWords.yearsAtLevel, rosterWords.unitYears),
  range('grassroots', rosterWords.grassroots, rosterWords.unitYears),
  choices('evaluation', rosterWords.evaluation, terms('evaluationResult')),
  range('excellent', rosterWords.excellent, rosterWords.unitTimes, true),
  choices('rotation', rosterWords.rotation, () => [
    ...terms('dueState')(),
    { id: 'none', label: rosterWords.rotationNone },
  ]),
  choices('need', rosterWords.need, fixed(needWords)),
  pick(
    'rating',
    rosterWords.rating,
    fixed({ separable: rosterWords.ratingSeparable, inseparable: rosterWords.ratingInseparable }),
  ),
  pick('reserve', rosterWords.reserve, fixed({ true: rosterWords.reserveYes, false: rosterWords.reserveNo })),
  choices('track', rosterWords.track, terms('track')),
  pick('vacancy', rosterWords.vacancy, (offered) =>
    (offered?.vacancies ?? []).map((vacancy) => ({
      id: vacancy.positionId,
      label: same(`${vacancy.unitName} ${vacancy.title}`),
    })),
  ),
  choices('verdict', rosterWords.verdict, terms('verdict')),
  choices('unknown', rosterWords.unknown, fixed(unknowns)),
]

/** The words searched for are a condition like the others, typed in the field above the table. */
export const wordsClause: Clause = pick('q', rosterWords.words, () => [])

export const namesOf = (clause: Clause): readonly string[] =>
  clause.kind === 'range' ? [clause.from, clause.to] : [clause.name]

export const isSet = (clause: Clause, search: Search): boolean =>
  namesOf(clause).some((name) => valuesOf(search, name).length > 0)

/** The part of the address that filters, as the server asks for it. */
export function filterOf(search: Search): Query {
  const query: Record<string, string | readonly string[]> = {}
  const where = valueOf(search, 'where')
  if (where !== undefined) query['where'] = where
  for (const clause of [wordsClause, ...clauses]) {
    for (const name of namesOf(clause)) {
      const values = valuesOf(search, name)
      const [first] = values
      if (first !== undefined) query[name] = clause.kind === 'choices' ? values : first
    }
  }
  return query
}

/** The address without one condition. */
export function without(search: Search, clause: Clause): Search {
  const gone = new Set(namesOf(clause))
  return Object.fromEntries(Object.entries(search).filter(([name]) => !gone.has(name)))
}

/** The address with a value added to a condition that offers it. */
export function withValue(search: Search, clause: Clause, value: string, offered?: RosterChoices): Search {
  if (clause.kind === 'range' || !clause.choices(offered).some(({ id }) => id === value)) return search
  const chosen = clause.kind === 'choices' ? [...new Set([...valuesOf(search, clause.name), value])] : value
  return { ...search, [clause.name]: chosen }
}

/** A condition in words: the sentence above the table is made of these. */
export function inWords(clause: Clause, search: Search, offered: RosterChoices | undefined, say: Say): string {
  if (clause.kind === 'range') return rangeInWords(clause, search, say)
  const labels = new Map(clause.choices(offered).map((choice) => [choice.id, choice.label]))
  const values = valuesOf(search, clause.name).map((id) => say(labels.get(id) ?? same(id)))
  const words = values.join(say(rosterWords.or))
  return clause.name === 'status' || clause.name === 'postLevel' ? words : `${say(clause.label)} ${words}`
}

function rangeInWords(clause: Clause & { kind: 'range' }, search: Search, say: Say): string {
  const from = valueOf(search, clause.from)
  const to = valueOf(search, clause.to)
  const unit = clause.unit
  const words =
    from && to
      ? say(clause.upperEndIncluded ? rosterWords.within : rosterWords.withinBelow, { from, to, unit })
      : from
        ? say(rosterWords.atLeast, { from, unit })
        : say(clause.upperEndIncluded ? rosterWords.atMost : rosterWords.below, { to: to ?? '', unit })
  return `${say(clause.label)} ${words}`
}
