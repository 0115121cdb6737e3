import type { BallotShape } from '#server/contract/index.ts'
import { count } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { ballotWords } from '../../../../language/words/ballots.ts'
import { Panel } from '../../../../parts/panel.tsx'
import { WideTable } from '../../../../parts/wide-table.tsx'
import { classNames } from './class-names.ts'

/** How many have cast; how they voted is known to nobody yet. */
export function ProgressPart({ ballot }: { ballot: BallotShape }) {
  const { say } = useSpeech()
  return (
    <Panel
      title={say(ballotWords.progress)}
      explained="too-few"
      note={say(ballotWords.progressNote, { least: ballot.leastShown })}
      flush
    >
      <WideTable label={say(ballotWords.progress)} className="figures ballot-table">
        <thead>
          <tr>
            <th scope="col">{say(ballotWords.voterClass)}</th>
            <th scope="col" className="number">
              {say(ballotWords.codes)}
            </th>
            <th scope="col" className="number">
              {say(ballotWords.castByCode)}
            </th>
          </tr>
        </thead>
        <tbody>
          {ballot.progress.map(({ classes, made, cast }) => (
            <tr key={classes.join(' ')}>
              <td>{classNames(ballot, classes)}</td>
              <td className="number">{count(made)}</td>
              <td className="number">{count(cast)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
