import { type RosterFieldName, type RosterTopic, rosterField, rosterFieldsOf } from '#domain/lexicon/roster-fields.ts'
import type { RosterLine } from '#server/contract/index.ts'
import { years } from '../../../language/format.ts'
import { type Say, useSpeech } from '../../../language/language.tsx'
import { comparisonWords as words } from '../../../language/words/comparison.ts'
import { dossierWords } from '../../../language/words/dossier.ts'
import { ConfirmedNone } from '../../../parts/nothing.tsx'
import { cell } from '../../records/roster/cells.tsx'
import { cellOf } from '../../records/roster/row-values.ts'
import { type Compared, type ComparedRow, isSameOf } from './compared-row.ts'

/** What stands in the head of a person already. */
const inTheHead: ReadonlySet<RosterFieldName> = new Set(['name', 'cadreId', 'unit', 'title'])

/** As the roster has it, each number with its unit. */
function Value({ line, name }: { line: RosterLine; name: RosterFieldName }) {
  const { say } = useSpeech()
  const value = cellOf(line, name)
  if (Array.isArray(value) && value.length === 0) return <ConfirmedNone />
  const shown = cell(line, name, { say, band: null, scaleOf: () => ({ from: 0, to: 1 }) })
  if (name === 'age' && typeof value === 'number') return say(words.age, { age: value })
  const isSpan = rosterField(name).kind === 'years' && typeof value === 'number' && value > 0
  return isSpan ? say(dossierWords.yearsShort, { years: years(value) }) : shown
}

/** The fields of one topic of the roster that the comparison holds, in the order of the roster. */
export function fieldRows(people: readonly Compared[], topic: RosterTopic, say: Say): readonly ComparedRow[] {
  const [first] = people
  if (!first) return []
  return rosterFieldsOf(topic)
    .filter((name) => !inTheHead.has(name) && cellOf(first.line, name) !== undefined)
    .map((name) => {
      const { label, about } = rosterField(name)
      const evaluated =
        name === 'evaluations' ? (first.line.evaluations ?? []).map(({ year }) => String(year).slice(2)) : []
      return {
        key: name,
        head: (
          <span title={say(about)}>
            {say(label)} {evaluated.length > 0 && <small>{evaluated.join(' ')}</small>}
          </span>
        ),
        cell: ({ line }) => <Value line={line} name={name} />,
        isSame: isSameOf(people, ({ line }) => cellOf(line, name)),
      }
    })
}
