import type { NeutralityReport } from '#server/contract/index.ts'
import { ChartFigure, type ChartTable } from '../../../charts/chart-figure.tsx'
import { count, figure, percent } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { frameWords } from '../../../language/words/frame.ts'
import { stageWords, stateWords, neutralityWords as words } from '../../../language/words/neutrality.ts'
import { IntervalBar, NoInterval } from '../../../parts/interval-bar.tsx'

type Stage = NeutralityReport['stages'][number]
type Grouping = Stage['groupings'][number]
type Group = Grouping['groups'][number]

/** Ratios beyond the end are drawn at the end. */
const scale = { from: 0, to: 2 }

interface ComparedProps {
  readonly stage: Stage['id']
  readonly grouping: Grouping
  readonly promptRatio: number
}

/** The groups of one division at one stage, each beside the one with the highest share. */
export function GroupsCompared({ stage, grouping, promptRatio }: ComparedProps) {
  const { say } = useSpeech()
  const { label, groups, tooSmall, unknown, cause } = grouping
  const table = useTable(groups)
  const name = say(words.by, { stage: say(stageWords[stage].title), label: say(label) })
  return (
    <section className="neutrality-part">
      <h3>{say(label)}</h3>
      {cause && <p className="second">{say(cause)}</p>}
      {groups.length > 0 && (
        <ChartFigure
          label={name}
          table={table}
          legend={<span className="second">{say(words.band, { ratio: promptRatio })}</span>}
        >
          <ul className="neutrality-rows">
            {groups.map((group) => (
              <li key={group.label.en}>
                <span>{say(group.label)}</span>
                <span className="neutrality-bar">
                  <Ratio group={group} promptRatio={promptRatio} />
                </span>
                <span className="second">
                  {percent(group.chosen / group.of)} · {say(stateWords[group.state])}
                </span>
              </li>
            ))}
          </ul>
        </ChartFigure>
      )}
      {tooSmall.length > 0 && (
        <p className="second">
          {say(words.tooSmall, { groups: tooSmall.map((group) => say(group)).join(say(frameWords.comma)) })}
        </p>
      )}
      {unknown && <p className="second">{say(words.unknown)}</p>}
    </section>
  )
}

function Ratio({ group: { ratio }, promptRatio }: { group: Group; promptRatio: number }) {
  const { say } = useSpeech()
  const band = { lower: promptRatio, upper: 1 }
  if (ratio === null) return <NoInterval cause={say(words.highest)} band={band} scale={scale} />
  if (ratio.value === null) return <NoInterval cause={say(words.noUpper)} band={band} scale={scale} />
  const interval = { value: ratio.value, lower: ratio.lower, upper: ratio.upper ?? scale.to }
  return <IntervalBar interval={interval} scale={scale} band={band} />
}

/** The same in figures. */
function useTable(groups: readonly Group[]): ChartTable {
  const { say } = useSpeech()
  const written = ({ ratio }: Group): string =>
    ratio === null
      ? '—'
      : say(words.interval, {
          value: ratio.value === null ? '—' : figure(ratio.value, 2),
          lower: figure(ratio.lower, 2),
          upper: ratio.upper === null ? say(words.noUpper) : figure(ratio.upper, 2),
        })
  return {
    columns: [
      { head: say(words.group) },
      { head: say(words.share), figures: true },
      { head: say(words.ratio), figures: true },
      { head: say(words.says) },
    ],
    rows: groups.map((group) => ({
      key: group.label.en,
      cells: [
        say(group.label),
        `${percent(group.chosen / group.of)} · ${say(words.counted, { chosen: count(group.chosen), of: count(group.of) })}`,
        written(group),
        say(stateWords[group.state]),
      ],
    })),
  }
}
