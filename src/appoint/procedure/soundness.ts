/**
 * Facts that cannot be true together, whatever a rule would say of them. They are refused when they are recorded, so that a
 * gate never reads them: 11 present where 5 are due would make every quorum.
 */
import type { DateCode } from '#domain/calendar.ts'
import { type ProcessField, processFields } from '#domain/process.ts'
import type { FactName, RecordedFacts, SelectionCase } from '#domain/selection-case.ts'
import type { Text } from '#domain/text.ts'
import { type Hindrance, hindrance } from './hindrance.ts'
import { factsOf, standing } from './process.ts'
import { next } from './replay.ts'

type Count = Extract<FactName, 'posts' | 'members_due' | 'members_present' | 'votes_for' | 'reconsideration_consents'>

/** What is counted at all is at least one. */
const atLeastOne: readonly Count[] = ['posts', 'members_due']

/** The first is a part of the second. */
const within: readonly (readonly [Count, Count])[] = [
  ['members_present', 'members_due'],
  ['votes_for', 'members_present'],
  ['votes_for', 'members_due'],
  ['reconsideration_consents', 'members_due'],
]

/** Days that may be set ahead; every other day is one on which something has happened. */
const setAhead: ReadonlySet<string> = new Set<FactName>(['notice_to', 'talked_on', 'seconded_to', 'tenure_from'])

const fields: Readonly<Record<string, ProcessField>> = processFields

/** Facts and people of the case: of the case itself where nobody stands. */
const everybody = (selection: SelectionCase): readonly RecordedFacts[] => [
  selection.facts,
  ...standing(selection).map((one) => factsOf(selection, one)),
]

type FactsRecorded = Parameters<typeof next>[1] & { readonly kind: 'facts-recorded' | 'corrected' }

/** Why the case would not be sound with these facts. */
export function unsound(
  selection: SelectionCase,
  recorded: Omit<FactsRecorded, 'seq' | 'by' | 'byName' | 'recordedAt'>,
  today: DateCode,
): Hindrance | undefined {
  const stamp = { seq: selection.version + 1, by: '', byName: '', recordedAt: '' }
  const after = next(selection, { ...recorded, ...stamp } as FactsRecorded)
  for (const facts of everybody(after)) {
    const wrong = countsWrong(facts)
    if (wrong) return hindrance('fact-counts', wrong)
  }
  const ahead = aheadOf(recorded.facts, today)
  return ahead && hindrance('fact-to-come', ahead)
}

function countsWrong(facts: RecordedFacts): Text | undefined {
  const none = atLeastOne.find((name) => facts[name] === 0)
  if (none) return processFields[none].label
  const over = within.find(([part, whole]) => (facts[part] ?? 0) > (facts[whole] ?? Number.POSITIVE_INFINITY))
  if (!over) return undefined
  const [part, whole] = over.map((name) => processFields[name].label) as [Text, Text]
  return { zh: `${part.zh}、${whole.zh}`, en: `${part.en}, ${whole.en}` }
}

/** The first fact that says when something happened, and lies after the day. */
function aheadOf(facts: RecordedFacts, on: DateCode): Text | undefined {
  const found = Object.entries(facts).find(
    ([name, value]) => fields[name]?.kind === 'date' && !setAhead.has(name) && Number(value) > on,
  )
  return found && fields[found[0]]?.label
}

/** What the case rests on has happened by the day of a step. */
export const happenedLater = (selection: SelectionCase, on: DateCode): Text | undefined => {
  for (const facts of everybody(selection)) {
    const ahead = aheadOf(facts, on)
    if (ahead) return ahead
  }
  return undefined
}
