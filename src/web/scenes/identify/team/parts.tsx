import type { Text } from '#domain/text.ts'
import type { Team } from '#server/contract/index.ts'
import { Explained } from '../../../help/explained.tsx'
import { count, figure, percent } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { recordedWords, teamPageWords } from '../../../language/words/teams.ts'
import { IntervalBar, NoInterval } from '../../../parts/interval-bar.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

type TeamPart = Team['parts'][number]

const scale = { from: -3, to: 3 }

/** Each part on its own scale, what is usual, and where that places the team. */
export function Parts({ parts }: { parts: readonly TeamPart[] }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(teamPageWords.parts)} explained="team-part" flush>
      <WideTable label={say(teamPageWords.parts)} className="figures team-parts">
        <thead>
          <tr>
            <th scope="col">{say(teamPageWords.part)}</th>
            <th scope="col">{say(teamPageWords.recorded)}</th>
            <th scope="col">
              <Explained id="group">{say(teamPageWords.usually)}</Explained>
            </th>
            <th scope="col" className="team-bar">
              {say(teamPageWords.place)}
            </th>
            <th scope="col" className="number">
              <Explained id="team-part">{say(teamPageWords.correlation)}</Explained>
            </th>
            <th scope="col" className="number">
              {say(teamPageWords.records)}
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <PartLine key={part.id} part={part} />
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}

function PartLine({ part }: { part: TeamPart }) {
  const { say } = useSpeech()
  const { told } = part
  if (!told) {
    return (
      <tr>
        <td>{say(part.label)}</td>
        <td colSpan={3} className="quiet">
          {say(teamPageWords.nothing)}
        </td>
        <Correlation part={part} />
        <td className="number">{count(0)}</td>
      </tr>
    )
  }
  const known = told.upper - told.lower < widest
  return (
    <tr>
      <td>{say(part.label)}</td>
      <td>{say(...readingOf(part.id, told.value))}</td>
      <td className="quiet">{say(...readingOf(part.id, told.usual))}</td>
      <td className="team-bar">
        {known ? (
          <IntervalBar interval={{ value: told.mean, lower: told.lower, upper: told.upper }} scale={scale} />
        ) : (
          <NoInterval cause={say(teamPageWords.chance)} />
        )}
      </td>
      <Correlation part={part} />
      <td className="number">{count(told.n)}</td>
    </tr>
  )
}

/** How closely the part goes with the others, beside the weight the place set for it. */
function Correlation({ part }: { part: TeamPart }) {
  return (
    <td className="number">
      {figure(part.correlation, 2)} <span className="quiet">({percent(part.weight)})</span>
    </td>
  )
}

/** The interval of somebody of whom nothing is known: 90 % of N(0, 1). */
const widest = 3.28

/** The value of a part in words; more is better inside the estimate, and here it reads as it was recorded. */
function readingOf(id: string, value: number): [Text, { value: string }] {
  if (id === 'agreement') return [recordedWords.agreement, { value: figure(Math.exp(-value / 2), 2) }]
  if (id === 'rules') return [recordedWords.rules, { value: figure(-value, 1) }]
  if (id === 'findings') return [recordedWords.findings, { value: figure(-value, 1) }]
  if (id === 'seats') return [recordedWords.seats, { value: percent(1 + value) }]
  if (id === 'breadth') return [recordedWords.breadth, { value: percent(value) }]
  if (id === 'ratings') return [recordedWords.ratings, { value: figure(100 * value, 1) }]
  return [recordedWords.results, { value: figure(value, 2) }]
}
