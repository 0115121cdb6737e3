import type { RosterFieldName } from '#domain/lexicon/roster-fields.ts'
import { conditionWords } from '../../../../language/words/conditions.ts'
import { type Clause, clauses } from '../clauses.ts'
import { keyOf } from '../said-conditions.ts'
import type { OfferedTopic } from './field-list.tsx'
import { fieldTopics } from './offered-fields.ts'

/** Fields that the address names by a parameter of their own, which links all over the product use. */
const clauseOfField: Partial<Record<RosterFieldName, string>> = {
  postLevel: 'postLevel',
  role: 'role',
  sector: 'sector',
  age: 'ageFrom,ageTo',
  sex: 'sex',
  party: 'party',
  education: 'education',
  fullTimeEducation: 'fullTimeEducation',
  yearsInPost: 'yearsInPostFrom,yearsInPostTo',
  yearsAtLevel: 'yearsAtLevelFrom,yearsAtLevelTo',
  grassrootsYears: 'grassrootsFrom,grassrootsTo',
  evaluation: 'evaluation',
  excellent: 'excellentFrom,excellentTo',
  rotation: 'rotation',
  needs: 'need',
  reserve: 'reserve',
  track: 'track',
}

const ofScope: ReadonlySet<string> = new Set(['status', 'vacancy', 'verdict', 'unknown'])

/** The condition of the address for a field, where it has one that is not set yet. */
export const clauseFor = (id: string): Clause | undefined =>
  clauses.find((clause) => keyOf(clause) === (clauseOfField[id as RosterFieldName] ?? id))

/** All that "+ condition" offers: the scope first, then the fields by topic. */
export const clauseTopics: readonly OfferedTopic[] = [
  {
    id: 'scope',
    label: conditionWords.scope,
    fields: clauses
      .filter((clause) => ofScope.has(keyOf(clause)))
      .map((clause) => ({ id: keyOf(clause), label: clause.label })),
  },
  ...fieldTopics,
]
