import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { OddityShape, RatingQuality } from '#server/contract/index.ts'
import { disagreementsQuery } from '../../../client/queries.ts'
import { count, day, figure } from '../../../language/format.ts'
import { type Say, useSpeech } from '../../../language/language.tsx'
import { frameWords } from '../../../language/words/frame.ts'
import { surveyWords as words } from '../../../language/words/surveys.ts'
import { Panel } from '../../../parts/panel.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'

/** Counted before they are named: the list opens on demand, and opening it is recorded. */
export function Disagreements({ quality }: { quality: RatingQuality }) {
  const { say } = useSpeech()
  const [open, setOpen] = useState(false)
  const found = quality.disagreements
  if (!found) return null
  return (
    <Panel title={say(words.disagreements)}>
      {found.count === 0 ? (
        <p>{say(words.disagreementsNone)}</p>
      ) : (
        <p>
          {say(words.disagreementsCount, { compared: count(found.compared), count: count(found.count) })}{' '}
          {!open && (
            <button type="button" className="plain-button" onClick={() => setOpen(true)}>
              {say(words.disagreementsOpen)}
            </button>
          )}
        </p>
      )}
      {open && <NamedDisagreements />}
    </Panel>
  )
}

function NamedDisagreements() {
  const { say } = useSpeech()
  const list = useQuery(disagreementsQuery)
  if (list.isError) return <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <SkeletonRows rows={4} height={28} />
  return (
    <table className="figures compact" aria-label={say(words.disagreements)}>
      <tbody>
        {list.data.rows.map((row) => (
          <tr key={`${row.cadreId} ${row.channel}`}>
            <th scope="row">
              <Link to="/cadres/$cadreId" params={{ cadreId: row.cadreId }} search={{ part: 'recognition' }}>
                {row.name ?? row.cadreId}
              </Link>
            </th>
            <td>{say(labelOf('ratingChannel', row.channel))}</td>
            <td>
              {[
                ...(row.side ? [say(words[row.side], { size: figure(Math.abs(row.distance ?? 0), 1) })] : []),
                ...row.oddities.map((oddity) => oddityText(oddity, say)),
              ].join(say(frameWords.semicolon))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function oddityText(oddity: OddityShape, say: Say): string {
  const { answers, ofAnswers } = oddity
  return oddity.kind === 'burst'
    ? say(words.burst, { day: day(oddity.day), answers, ofAnswers })
    : say(words.alike, { answers, ofAnswers })
}
