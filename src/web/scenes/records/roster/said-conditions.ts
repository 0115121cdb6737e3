import type { RosterChoices } from '#server/contract/index.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import type { Say } from '../../../language/language.tsx'
import { type Clause, clauses, inWords, isSet, namesOf, without, wordsClause } from './clauses.ts'
import { memberInWords } from './conditions/in-words.ts'
import { changed, emptyTree, type Group, type Node, readTree, whereOf } from './conditions/tree.ts'
import { withWhere } from './conditions/use-tree.ts'

/** One condition that is set, in words, and the address without it. */
export interface SaidCondition {
  readonly id: string
  readonly words: string
  readonly without: Search
}

/** Members of the tree that hold side by side; one that does not join by "all" is a single condition. */
export const membersOf = (tree: Group): readonly Node[] =>
  tree.join === 'all' ? tree.members : tree.members.length === 0 ? [] : [tree]

/** The tree without one of those. */
export const withoutMember = (tree: Group, at: number): Group =>
  tree.join === 'all' ? changed(tree, [at], undefined) : emptyTree

export const keyOf = (clause: Clause): string => namesOf(clause).join()

/** Everything that is asked, the words first, the tree last: what a reader may drop one by one. */
export function saidConditions(search: Search, offered: RosterChoices | undefined, say: Say): readonly SaidCondition[] {
  const tree = readTree(valueOf(search, 'where'))
  return [
    ...[wordsClause, ...clauses]
      .filter((clause) => isSet(clause, search))
      .map((clause) => ({
        id: keyOf(clause),
        words: inWords(clause, search, offered, say),
        without: without(search, clause),
      })),
    ...membersOf(tree).map((member, at) => ({
      id: `where ${at}`,
      words: memberInWords(member, tree, offered, say),
      without: withWhere(search, whereOf(withoutMember(tree, at))),
    })),
  ]
}
