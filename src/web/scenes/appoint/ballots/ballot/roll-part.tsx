import { useState } from 'react'
import type { BallotShape } from '#server/contract/index.ts'
import { writeRoll } from '../../../../client/ballot-queries.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { ballotWords } from '../../../../language/words/ballots.ts'
import { Panel } from '../../../../parts/panel.tsx'
import { ErrorPanel } from '../../../../parts/states.tsx'
import { WideTable } from '../../../../parts/wide-table.tsx'
import { linesOf, votersOf } from './roll.ts'
import { useBallotChange } from './use-ballot-change.ts'

const columns = [
  ['present', ballotWords.present],
  ['codes', ballotWords.slipsOut],
  ['papers', ballotWords.papersOut],
  ['returned', ballotWords.returned],
] as const

const none = { present: 0, codes: 0, papers: 0, returned: 0 }

/** Who came and what was handed out, by class or by name. */
export function RollPart({ ballot }: { ballot: BallotShape }) {
  const { say } = useSpeech()
  const { classes } = ballot
  const [handed, setHanded] = useState(ballot.roll.handed)
  const [lines, setLines] = useState(() => linesOf(ballot.roll.voters))
  const voters = votersOf(lines, classes)
  const saving = useBallotChange(ballot.ballotId, () => writeRoll(ballot.ballotId, { voters, handed }))
  const save = () => saving.mutate(undefined, { onSuccess: ({ roll }) => setHanded(roll.handed) })
  return (
    <Panel title={say(ballotWords.roll)} note={say(ballotWords.rollNote)}>
      <WideTable label={say(ballotWords.roll)} className="figures ballot-table">
        <thead>
          <tr>
            <th scope="col">{say(ballotWords.voterClass)}</th>
            <th scope="col" className="number">
              {say(ballotWords.due)}
            </th>
            {columns.map(([name, label]) => (
              <th key={name} scope="col" className="number">
                {say(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {classes.map(({ id, label, due }) => {
            const isNamed = voters.some(({ classId }) => classId === id)
            return (
              <tr key={id}>
                <td>{label}</td>
                <td className="number">{due}</td>
                {columns.map(([name, heading]) => (
                  <td key={name} className="number">
                    <input
                      type="number"
                      min={0}
                      max={5000}
                      aria-label={`${label} ${say(heading)}`}
                      disabled={isNamed && name !== 'returned'}
                      value={handed[id]?.[name] ?? 0}
                      onChange={({ target }) =>
                        setHanded({ ...handed, [id]: { ...(handed[id] ?? none), [name]: Number(target.value) } })
                      }
                    />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </WideTable>
      <label className="ballot-lines ballot-count">
        {say(ballotWords.voters)}
        <textarea rows={4} value={lines} onChange={({ target }) => setLines(target.value)} />
      </label>
      <p className="second">{say(ballotWords.votersNote)}</p>
      <div className="ballot-actions">
        <button type="button" className="side-button" disabled={saving.isPending} onClick={save}>
          {say(ballotWords.saveRoll)}
        </button>
        <span role="status">{saving.isSuccess && say(ballotWords.saved)}</span>
      </div>
      {saving.isError && <ErrorPanel error={saving.error} what={say(ballotWords.failed)} />}
    </Panel>
  )
}
