import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CadreSigns } from '#server/contract/index.ts'
import { cadreSignsQuery } from '../../../client/queries.ts'
import { day, intervalFigures } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { signWords } from '../../../language/words/signs.ts'
import { IntervalBar } from '../../../parts/interval-bar.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { SignItem } from '../../identify/signs/sign-item.tsx'
import './signs.css'

/** What about this person asks for a human look, and since when. */
export function Signs({ cadreId }: { cadreId: string }) {
  const { say } = useSpeech()
  const signs = useQuery(cadreSignsQuery(cadreId))
  // Whoever does not look at signs does not learn whether there is one.
  if (signs.data && !signs.data.onDuty && signs.data.rows.length === 0) return null
  return (
    <Panel title={say(signWords.panel)} explained="early-sign" note={say(signWords.panelNote)} flush>
      {signs.isError && <ErrorPanel error={signs.error} onRetry={() => void signs.refetch()} />}
      {signs.isPending && <SkeletonRows rows={2} height={48} />}
      {signs.data?.rows.length === 0 && <EmptyState why={say(signWords.panelNone)} />}
      {signs.data && signs.data.rows.length > 0 && (
        <ul className="dossier-signs">
          {signs.data.rows.map((sign) => (
            <SignItem key={`${sign.kind} ${sign.raisedOn} ${sign.evidence[0]} ${sign.cadreId}`} sign={sign} />
          ))}
        </ul>
      )}
      {signs.data?.course && <Course course={signs.data.course} />}
    </Panel>
  )
}

function Course({ course }: { course: NonNullable<CadreSigns['course']> }) {
  const { say } = useSpeech()
  const [open, setOpen] = useState(false)
  const reach = Math.max(...course.flatMap(({ lower, upper }) => [Math.abs(lower), Math.abs(upper)]), 1)
  const scale = { from: -reach, to: reach }
  return (
    <div className="rating-course">
      <button type="button" className="plain-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {say(signWords.course)}
      </button>
      {open && (
        <>
          <p className="second">{say(signWords.courseNote)}</p>
          <table className="figures" aria-label={say(signWords.panel)}>
            <thead>
              <tr>
                <th scope="col">{say(signWords.survey)}</th>
                <th scope="col">{say(signWords.standing)}</th>
                <th scope="col" className="number">
                  {say(signWords.expected)}
                </th>
              </tr>
            </thead>
            <tbody>
              {course.map((step) => (
                <tr key={`${step.surveyId} ${step.on}`}>
                  <td>
                    {day(step.on)} {step.isLower && <span className="second">{say(signWords.lower)}</span>}
                  </td>
                  <td className="rating-course-bar">
                    <IntervalBar interval={step} scale={scale} />
                  </td>
                  <td className="number">
                    {step.expected === null ? '' : intervalFigures({ ...step, value: step.expected }).value}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  )
}
