import type { Comparison } from '#server/contract/index.ts'
import { centredScale } from '../../../charts/against-group.tsx'
import { ExplainedMeasure } from '../../../help/explained-measure.tsx'
import { intervalFigures } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { comparisonWords as words } from '../../../language/words/comparison.ts'
import { separationWords } from '../../../language/words/separation.ts'
import { IntervalBar, NoInterval, place, type Scale } from '../../../parts/interval-bar.tsx'
import { Separation } from '../../../parts/separation.tsx'
import type { ComparedRow } from './compared-row.ts'

type Measure = Comparison['measures'][number]
type Entry = Measure['entries'][number]

/** Every measure as intervals on one scale a row; the head says whether the data tell these people apart. */
export const measureRows = ({ measures, people }: Comparison): readonly ComparedRow[] =>
  measures.map((measure) => {
    const scale = scaleOf(measure)
    return {
      key: measure.measure,
      head: <MeasureHead measure={measure} people={people} />,
      cell: ({ cadreId }) => {
        const entry = measure.entries.find((each) => each.cadreId === cadreId)
        return <Measured entry={entry} measure={measure} scale={scale} />
      },
      isSame: measure.certainty === 'inseparable',
    }
  })

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

function MeasureHead({ measure, people }: { measure: Measure; people: Comparison['people'] }) {
  const { say, language } = useSpeech()
  const nameOf = (id: string): string => people.find(({ cadreId }) => cadreId === id)?.name ?? id
  const { tiers, certainty, statement } = measure
  const tierWord = (at: number) => (at === 0 ? words.upper : at === tiers.length - 1 ? words.lower : words.middle)
  return (
    <>
      <ExplainedMeasure measure={measure.measure}>{say(measure.label)}</ExplainedMeasure>
      <span className="compared-apart" title={say(statement)}>
        {certainty && (
          <b>
            {certainty === 'inseparable' && <Separation />} {say(separationWords[certainty])}
          </b>
        )}
        {tiers.length > 1 &&
          tiers.map((tier, at) => (
            <span key={tier.join()}>
              {say(words.tier, {
                tier: tierWord(at),
                names: tier.map(nameOf).join(language === 'zh' ? '、' : ', '),
              })}
            </span>
          ))}
        {!certainty && <span>{say(statement)}</span>}
      </span>
    </>
  )
}

function Measured({ entry, measure, scale }: { entry: Entry | undefined; measure: Measure; scale: Scale }) {
  const { say } = useSpeech()
  if (!entry) return <NoInterval cause={say(words.noEstimate)} />
  const { estimate, unitMean, lastYear } = entry
  const quantiles = groupOf(measure.groups, estimate.group)?.quantiles
  const band = quantiles && { lower: quantiles[5] ?? scale.from, upper: quantiles[15] ?? scale.to }
  if (!estimate.separable) return <NoInterval cause={say(estimate.cause)} band={band} scale={scale} />
  const { value, lower, upper } = intervalFigures(estimate)
  return (
    <div className="compared-measure">
      <IntervalBar interval={estimate} scale={scale} band={band} />
      {unitMean !== null && <span className="unit-mean" style={{ left: `${place(scale, unitMean)}%` }} />}
      <span className="second">
        {value} [{lower}, {upper}]
      </span>
      {lastYear && <span className="second">{say(lastYear.says)}</span>}
    </div>
  )
}
