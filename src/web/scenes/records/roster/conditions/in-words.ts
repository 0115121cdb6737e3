import { type RosterFieldName, rosterField } from '#domain/lexicon/roster-fields.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import type { ConditionLeaf, Operator, RosterChoices } from '#server/contract/index.ts'
import type { Say } from '../../../../language/language.tsx'
import { conditionWords, leafWords, operatorWords } from '../../../../language/words/conditions.ts'
import { rosterWords } from '../../../../language/words/roster.ts'
import { finished, type Group, isGroup, type Node } from './tree.ts'

/** The operator as it is said of a field: 满 of years, 不早于 of dates. */
export function operatorLabel(field: RosterFieldName, is: Operator): Text {
  const { kind } = rosterField(field)
  if (kind === 'years' || kind === 'spans') return operatorWords[`years ${is}`] ?? operatorWords[is]
  if (kind === 'date') return operatorWords[`date ${is}`] ?? operatorWords[is]
  if (kind === 'terms' || kind === 'evaluations') return operatorWords[`several ${is}`] ?? operatorWords[is]
  return operatorWords[is]
}

export function unitOf(field: RosterFieldName): Text | undefined {
  if (field === 'age') return conditionWords.age
  return rosterField(field).unit
}

function valueInWords(field: RosterFieldName, value: unknown, offered: RosterChoices | undefined, say: Say): string {
  const { kind, of } = rosterField(field)
  if (kind === 'flag') return say(value === true ? rosterWords.yes : rosterWords.no)
  if (kind === 'date') return String(value).replaceAll('-', '.')
  if (kind === 'unit') return offered?.units.find(({ unitId }) => unitId === value)?.name ?? String(value)
  return of && kind !== 'text' ? say(labelOf(of, String(value))) : String(value)
}

function leafInWords(leaf: ConditionLeaf, offered: RosterChoices | undefined, say: Say): string {
  const { kind, label, of } = rosterField(leaf.field)
  const span = kind === 'spans' && leaf.of && of ? say(labelOf(of, leaf.of)) : ''
  const field = `${span}${say(label)}`
  const is = say(operatorLabel(leaf.field, leaf.is))
  const values = (Array.isArray(leaf.value) ? leaf.value : leaf.value === undefined ? [] : [leaf.value]).map((value) =>
    valueInWords(leaf.field, value, offered, say),
  )
  if (values.length === 0) return say(leafWords.bare, { field, is })
  const unit = unitOf(leaf.field)
  const measured = { field, is, unit: unit ? ` ${say(unit)}` : '' }
  if (leaf.is === 'between') return say(leafWords.between, { ...measured, from: values[0] ?? '', to: values[1] ?? '' })
  const value = values.join(
    leaf.is === 'one-of' || leaf.is === 'under' ? say(conditionWords.or) : say(conditionWords.comma),
  )
  if (leaf.is === 'under') return say(leafWords.under, { field, value })
  const isFigure = ['count', 'years', 'date', 'spans', 'interval'].includes(kind)
  return say(isFigure ? leafWords.figure : leafWords.usual, { ...measured, value })
}

/**
 * A tree as a sentence: members joined by 且 or 或, groups in brackets where they stand inside another.
 * @example nodeInWords({ join: 'any', members: [township, grassroots] }, undefined, say) // '乡镇街道年限满 2 年 或 基层年限满 3 年'
 */
export function nodeInWords(node: Node, offered: RosterChoices | undefined, say: Say): string {
  if (!isGroup(node)) return leafInWords(node, offered, say)
  const parts = node.members.map((member) => {
    const words = nodeInWords(member, offered, say)
    const bracketed = isGroup(member) && member.members.length > 1 && (member.join === 'all' || member.join === 'any')
    return bracketed ? say(conditionWords.in, { inner: words }) : words
  })
  const joined = parts.join(
    say(node.join === 'all' || node.join === 'not-all' ? conditionWords.and : conditionWords.or),
  )
  if (node.join === 'all' || node.join === 'any') return joined
  return say(conditionWords.not, { inner: say(conditionWords.in, { inner: joined }) })
}

/** What stands in the sentence above the table as one word: what counts of it, a group among others in brackets. */
export function memberInWords(member: Node, root: Group, offered: RosterChoices | undefined, say: Say): string {
  const counted = finished(member)
  if (!counted) return isGroup(member) ? say(conditionWords.begun) : say(rosterField(member.field).label)
  const words = nodeInWords(counted, offered, say)
  const bracketed =
    isGroup(counted) &&
    root.members.length > 1 &&
    counted.members.length > 1 &&
    (counted.join === 'any' || counted.join === 'all')
  return bracketed ? say(conditionWords.in, { inner: words }) : words
}
