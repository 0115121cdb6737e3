import type { Verdict } from '#server/contract/index.ts'
import { useSpeech } from '../../language/language.tsx'
import { styleWords as words } from '../../language/words/style.ts'
import { type Interval, IntervalBar, NoInterval } from '../../parts/interval-bar.tsx'
import { ConfirmedNone, Unknown } from '../../parts/nothing.tsx'
import { Panel } from '../../parts/panel.tsx'
import { VerdictMark } from '../../parts/verdict-mark.tsx'
import { WideTable } from '../../parts/wide-table.tsx'
import { measured } from './specimens.ts'

interface Row {
  readonly name: string
  readonly age: number | undefined
  readonly years: number | null
  readonly verdict: Verdict
  readonly fit: Interval | undefined
}

const rows: readonly Row[] = [
  { name: '丁一', age: 45, years: 4, verdict: 'met', fit: { value: 0.62, lower: 0.48, upper: 0.76 } },
  { name: '司马青山', age: 41, years: 2.5, verdict: 'discretion', fit: { value: 0.58, lower: 0.4, upper: 0.74 } },
  { name: '陈路', age: undefined, years: null, verdict: 'unknown', fit: undefined },
  { name: '韩立本', age: 38, years: 0.5, verdict: 'unmet', fit: { value: 0.3, lower: 0.12, upper: 0.5 } },
]

export function TableSpecimen() {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.table)} note={say(words.tableNote)} flush>
      <WideTable className="figures" label={say(words.table)}>
        <thead>
          <tr>
            <th scope="col">{say(words.name)}</th>
            <th scope="col" className="number">
              {say(words.age)}
            </th>
            <th scope="col" className="number">
              {say(words.years)}
            </th>
            <th scope="col">{say(words.verdict)}</th>
            <th scope="col">{say(words.fit)}</th>
          </tr>
        </thead>
        <tbody>
          <tr className="style-tier">
            <th scope="rowgroup" colSpan={5}>
              <b>{say(words.tierOne)}</b> <span className="second">{say(words.tierWhy)}</span>
            </th>
          </tr>
          {rows.map((row, at) => (
            <tr key={row.name} className={at === 1 ? 'style-chosen' : undefined}>
              <th scope="row">{row.name}</th>
              <td className="number">{row.age ?? <Unknown />}</td>
              <td className="number">{row.years?.toFixed(1) ?? <ConfirmedNone />}</td>
              <td>
                <VerdictMark verdict={row.verdict} />
              </td>
              <td className="style-fit">
                <Fit interval={row.fit} />
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}

const scale = { from: 0, to: 1 }
const band = { lower: 0.4, upper: 0.62 }
const cause = measured.flatMap(({ estimate }) => (estimate.separable ? [] : [estimate.cause]))[0]

function Fit({ interval }: { readonly interval: Interval | undefined }) {
  const { say } = useSpeech()
  if (interval) return <IntervalBar interval={interval} scale={scale} band={band} />
  return <NoInterval cause={cause ? say(cause) : ''} scale={scale} band={band} />
}
