/** The tree of an advanced search while it is being built: it may hold lines that are not finished, which are not sent. */
import { conditionDepth, conditionLeaves, operatorsOf } from '#domain/lexicon/roster-conditions.ts'
import { type RosterFieldName, rosterField, rosterFieldNames } from '#domain/lexicon/roster-fields.ts'
import type { Text } from '#domain/text.ts'
import type { ConditionLeaf, Operator, RosterCondition } from '#server/contract/index.ts'
import { conditionWords as words } from '../../../../language/words/conditions.ts'

export type Join = 'all' | 'any' | 'none' | 'not-all'
export const joins: readonly Join[] = ['all', 'any', 'none', 'not-all']

export interface Group {
  readonly join: Join
  readonly members: readonly Node[]
}
export type Node = Group | ConditionLeaf

export const isGroup = (node: Node): node is Group => 'join' in node

export const emptyTree: Group = { join: 'all', members: [] }

/** A new line for a field: its first operator, a yes where only that is asked, and the value that led to the field. */
export function leafFor(field: RosterFieldName, value?: string): ConditionLeaf {
  const { kind } = rosterField(field)
  const [is = 'known'] = operatorsOf[kind]
  if (kind === 'flag') return { field, is, value: true }
  if (value === undefined) return { field, is }
  if (kind === 'spans') return { field, is, of: value }
  return takesMany(is) ? { field, is, value: [value] } : { field, is }
}

const takesMany = (is: Operator): boolean => ['one-of', 'none-of', 'all-of', 'under', 'not-under'].includes(is)

/** The same line with another operator; the value stays where it still fits. */
export function asking({ field, value, of }: ConditionLeaf, is: Operator): ConditionLeaf {
  const keeps =
    is !== 'known' &&
    is !== 'unknown' &&
    (is === 'between') === isPair(field, value) &&
    takesMany(is) === isMany(field, value)
  return { field, is, ...(keeps && value !== undefined ? { value } : {}), ...(of === undefined ? {} : { of }) }
}

const ranged = (field: RosterFieldName): boolean =>
  ['count', 'years', 'date', 'spans'].includes(rosterField(field).kind)
const isPair = (field: RosterFieldName, value: ConditionLeaf['value']): boolean => ranged(field) && Array.isArray(value)
const isMany = (field: RosterFieldName, value: ConditionLeaf['value']): boolean =>
  !ranged(field) && Array.isArray(value)

function joinOf(condition: RosterCondition): Group | undefined {
  if ('all' in condition) return { join: 'all', members: condition.all.map(nodeOf) }
  if ('any' in condition) return { join: 'any', members: condition.any.map(nodeOf) }
  if (!('not' in condition)) return undefined
  const inner = nodeOf(condition.not)
  if (!isGroup(inner)) return { join: 'none', members: [inner] }
  if (inner.join === 'any') return { join: 'none', members: inner.members }
  if (inner.join === 'all') return { join: 'not-all', members: inner.members }
  return { join: inner.join === 'none' ? 'any' : 'all', members: inner.members }
}

const nodeOf = (condition: RosterCondition): Node => joinOf(condition) ?? (condition as ConditionLeaf)

/** The tree of `where=`; empty where there is none or it cannot be read, which the server then says. */
export function readTree(text: string | undefined): Group {
  if (!text) return emptyTree
  try {
    const value: unknown = JSON.parse(text)
    if (!isCondition(value)) return emptyTree
    const node = nodeOf(value)
    return isGroup(node) ? node : { join: 'all', members: [node] }
  } catch {
    return emptyTree
  }
}

function isCondition(value: unknown): value is RosterCondition {
  if (typeof value !== 'object' || value === null) return false
  if ('all' in value) return Array.isArray(value.all) && value.all.every(isCondition)
  if ('any' in value) return Array.isArray(value.any) && value.any.every(isCondition)
  if ('not' in value) return isCondition(value.not)
  return 'field' in value && 'is' in value && rosterFieldNames.some((name) => name === value.field)
}

/** What is finished of the tree as the server takes it; undefined where nothing is. */
function conditionOf(node: Node): RosterCondition | undefined {
  if (!isGroup(node)) return faultOf(node) === undefined ? node : undefined
  const members = node.members.flatMap((member) => conditionOf(member) ?? [])
  const [only] = members
  if (only === undefined) return undefined
  if (node.join === 'none') return { not: members.length === 1 ? only : { any: members } }
  if (node.join === 'not-all') return { not: members.length === 1 ? only : { all: members } }
  if (members.length === 1) return only
  return node.join === 'all' ? { all: members } : { any: members }
}

/** The tree without lines that are not finished: what counts, and what the sentence says. */
export function finished(node: Node): Node | undefined {
  if (!isGroup(node)) return faultOf(node) === undefined ? node : undefined
  const members = node.members.flatMap((member) => finished(member) ?? [])
  return members.length === 0 ? undefined : { ...node, members }
}

export function whereOf(tree: Group): string {
  const condition = conditionOf(tree)
  return condition === undefined ? '' : JSON.stringify(condition)
}

function depthOf(condition: RosterCondition): number {
  if ('all' in condition) return 1 + Math.max(...condition.all.map(depthOf))
  if ('any' in condition) return 1 + Math.max(...condition.any.map(depthOf))
  return 'not' in condition ? 1 + depthOf(condition.not) : 1
}

export const leavesOf = (node: Node): readonly ConditionLeaf[] =>
  isGroup(node) ? node.members.flatMap(leavesOf) : [node]

/** What makes a tree too large to be asked. */
export function treeFault(tree: Group): Text | undefined {
  const condition = conditionOf(tree)
  if (leavesOf(tree).length > conditionLeaves) return words.tooMany
  return condition && depthOf(condition) > conditionDepth ? words.tooDeep : undefined
}

const isDate = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/.test(value)
const isNumber = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= 10_000

/** What is still wrong with a line, in words that say how to mend it. */
export function faultOf({ field, is, value, of }: ConditionLeaf): Text | undefined {
  if (is === 'known' || is === 'unknown') return undefined
  const { kind } = rosterField(field)
  if (kind === 'spans' && of === undefined) return words.chooseOf
  if (takesMany(is)) return Array.isArray(value) && value.length > 0 ? undefined : words.chooseValue
  if (is === 'contains' || is === 'lacks')
    return typeof value === 'string' && value.trim() !== '' ? undefined : words.typeWords
  if (is === 'is') return typeof value === 'boolean' ? undefined : words.chooseValue
  const fits = kind === 'date' ? isDate : isNumber
  const wanted = kind === 'date' ? words.typeDate : words.typeNumber
  if (is !== 'between') return fits(value) ? undefined : wanted
  if (!Array.isArray(value) || !fits(value[0]) || !fits(value[1])) return wanted
  return value[0] > value[1] ? words.wrongWayRound : undefined
}

export type Path = readonly number[]

/** The tree with one node replaced, or taken away where `next` is undefined. */
export function changed(group: Group, [at = 0, ...rest]: Path, next: Node | undefined): Group {
  const members = group.members.flatMap((member, place): Node[] => {
    if (place !== at) return [member]
    if (rest.length > 0) return isGroup(member) ? [changed(member, rest, next)] : [member]
    return next === undefined ? [] : [next]
  })
  return { ...group, members }
}

function nodeAt(group: Group, [at, ...rest]: Path): Node | undefined {
  if (at === undefined) return group
  const member = group.members[at]
  return member === undefined || rest.length === 0 || !isGroup(member) ? member : nodeAt(member, rest)
}

/** The tree with a node added at the end of the group at a path. */
export function addedTo(tree: Group, path: Path, node: Node): Group {
  const group = nodeAt(tree, path)
  if (!group || !isGroup(group)) return tree
  const next = { ...group, members: [...group.members, node] }
  return path.length === 0 ? next : changed(tree, path, next)
}
