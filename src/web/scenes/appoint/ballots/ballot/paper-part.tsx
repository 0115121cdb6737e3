import { useState } from 'react'
import type { BallotShape } from '#server/contract/index.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { ballotWords } from '../../../../language/words/ballots.ts'
import { Panel } from '../../../../parts/panel.tsx'
import { classNames } from './class-names.ts'
import { PaperCountForm } from './paper-count-form.tsx'

const entries = [1, 2] as const

/** Paper sheets, counted and entered by two people. */
export function PaperPart({ ballot }: { ballot: BallotShape }) {
  const { say } = useSpeech()
  const [open, setOpen] = useState<1 | 2>()
  const { differences, paperCounts } = ballot
  return (
    <Panel title={say(ballotWords.paper)} note={say(ballotWords.paperNote)}>
      <ul className="ballot-lines">
        {entries.map((entry) => {
          const count = paperCounts.find((one) => one.entry === entry)
          return (
            <li key={entry} className="ballot-line">
              <b>{say(ballotWords.entry, { entry })}</b>
              {count && <span>{say(ballotWords.entered, { name: count.countedBy })}</span>}
              <button
                type="button"
                className="plain-button"
                aria-expanded={open === entry}
                onClick={() => setOpen(open === entry ? undefined : entry)}
              >
                {say(ballotWords.enter)}
              </button>
            </li>
          )
        })}
      </ul>
      {open && <PaperCountForm key={open} ballot={ballot} entry={open} onSaved={() => setOpen(undefined)} />}
      <div role="status">
        {paperCounts.length === 2 && differences.length === 0 && <p>{say(ballotWords.agree)}</p>}
        {differences.length > 0 && (
          <>
            <p>{say(ballotWords.differ, { count: differences.length })}</p>
            <ul>
              {differences.map(({ classId, what }) => (
                <li key={`${classId} ${what.zh}`}>
                  {classNames(ballot, [classId])} · {say(what)}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Panel>
  )
}
