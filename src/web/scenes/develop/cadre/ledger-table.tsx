import { labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import type { Development } from '#server/contract/index.ts'
import { type Say, useSpeech } from '../../../language/language.tsx'
import { experienceWords as words } from '../../../language/words/development.ts'
import { ColumnHeads, explainedBy } from '../../../parts/column-heads.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

type Entry = Development['routes'][number]

const specialist: ReadonlySet<string> = new Set(['trade', 'adjacent', 'secondment'])

/** Time on each route, generalists' first; what is not on record is said, never shown as nought. */
export function LedgerTable({ shown }: { readonly shown: Development }) {
  const { say } = useSpeech()
  const groups: readonly (readonly [Text, readonly Entry[]])[] = [
    [words.generalist, shown.routes.filter(({ route }) => !specialist.has(route))],
    [words.specialist, shown.routes.filter(({ route }) => specialist.has(route))],
  ]
  return (
    <WideTable label={say(words.ledger)} className="figures">
      <thead>
        <tr>
          <ColumnHeads
            heads={[
              explainedBy('experience-route', words.route),
              words.time,
              words.spells,
              words.distinct,
              words.remark,
            ]}
          />
        </tr>
      </thead>
      {groups.map(([label, entries]) => (
        <tbody key={label.en}>
          <tr>
            <th scope="rowgroup" colSpan={5}>
              {say(label)}
            </th>
          </tr>
          {entries.map((entry) => (
            <tr key={entry.route}>
              <th scope="row">{say(labelOf('growthRoute', entry.route))}</th>
              <td>{timeOf(entry, say)}</td>
              <td>{entry.months ? entry.spells : ''}</td>
              <td>{entry.months ? entry.distinct : ''}</td>
              <td className="second">{remarkOf(entry, shown, say)}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </WideTable>
  )
}

function timeOf({ months }: Entry, say: Say): string {
  if (months === null) return say(words.unknown)
  if (months === 0) return say(words.nothing)
  if (months < 12) return say(words.months, { months })
  return say(words.years, { years: Math.floor(months / 12), months: months % 12 })
}

function remarkOf({ route, months, open }: Entry, { breadth, trade }: Development, say: Say): string {
  const own =
    route === 'breadth'
      ? say(words.breadth, breadth)
      : route === 'trade' && trade
        ? say(words.trade, { sector: labelOf('sector', trade.sector), percent: trade.percent })
        : ''
  const also = open > 0 && months !== null ? say(words.alsoOpen, { months: open }) : ''
  return [own, also].filter(Boolean).join(' ')
}
