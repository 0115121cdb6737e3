import type { Comparison } from '#server/contract/index.ts'
import { centredScale } from '../../../charts/against-group.tsx'
import { intervalFigures } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { comparisonWords as words } from '../../../language/words/sheet.ts'
import { IntervalBar, NoInterval, place, type Scale } from '../../../parts/interval-bar.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

type Measure = Comparison['measures'][number]
type Entry = Measure['entries'][number]

/** Every measure as intervals on one scale a row; who cannot be told apart stands in one tier. */
export function ComparedMeasures({ comparison }: { comparison: Comparison }) {
  const { say } = useSpeech()
  const { people, measures } = comparison
  return (
    <Panel title={say(words.measures)} note={say(words.measuresNote)} flush>
      <WideTable className="compared" label={say(words.measures)}>
        <thead>
          <tr>
            <th scope="col">{say(words.measure)}</th>
            {people.map(({ cadreId, name }) => (
              <th key={cadreId} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{say(words.result)}</th>
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => {
            const scale = scaleOf(measure)
            return (
              <tr key={measure.measure}>
                <th scope="row">{say(measure.label)}</th>
                {people.map(({ cadreId }) => {
                  const entry = measure.entries.find((each) => each.cadreId === cadreId)
                  return (
                    <td key={cadreId}>{entry ? <Measured entry={entry} measure={measure} scale={scale} /> : '—'}</td>
                  )
                })}
                <td>
                  <Tiers measure={measure} comparison={comparison} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </WideTable>
    </Panel>
  )
}

/** Wide enough for every interval of the row and for the groups behind them. */
function scaleOf({ entries, groups }: Measure): Scale {
  const scales = entries.map(({ estimate }) =>
    centredScale({ estimate, group: groupOf(groups, estimate.group) ?? null }),
  )
  return { from: Math.min(...scales.map(({ from }) => from)), to: Math.max(...scales.map(({ to }) => to)) }
}

function groupOf(groups: Measure['groups'], id: string) {
  const found = groups.find((group) => group.id === id)
  return found && { id, size: 0, indistinguishable: 0, quantiles: found.quantiles }
}

function Measured({ entry, measure, scale }: { entry: Entry; measure: Measure; scale: Scale }) {
  const { say } = useSpeech()
  const { estimate, unitMean, rank, lastYear } = entry
  const quantiles = groupOf(measure.groups, estimate.group)?.quantiles
  const band = quantiles && { lower: quantiles[5] ?? scale.from, upper: quantiles[15] ?? scale.to }
  if (!estimate.separable) return <NoInterval cause={say(estimate.cause)} band={band} scale={scale} />
  const { value, lower, upper } = intervalFigures(estimate)
  return (
    <div className="compared-measure">
      <IntervalBar interval={estimate} scale={scale} band={band} />
      {unitMean !== null && <span className="unit-mean" style={{ left: `${place(scale, unitMean)}%` }} />}
      <span className="second">
        {value} [{lower}, {upper}]{rank && <span className="quiet"> {say(words.rank, rank)}</span>}
        {lastYear && <span className="last-year">{say(lastYear.says)}</span>}
      </span>
    </div>
  )
}

function Tiers({ measure, comparison }: { measure: Measure; comparison: Comparison }) {
  const { say } = useSpeech()
  const nameOf = (id: string): string => comparison.people.find(({ cadreId }) => cadreId === id)?.name ?? id
  if (measure.tiers.length < 2) return <span className="second">{say(measure.statement)}</span>
  return (
    <ol>
      {measure.tiers.map((tier, index) => (
        <li key={tier.join()} className="second">
          {say(words.tier, { tier: index + 1, names: tier.map(nameOf).join('、') })}
        </li>
      ))}
    </ol>
  )
}
