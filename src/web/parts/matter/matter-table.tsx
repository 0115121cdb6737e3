import { Link } from '@tanstack/react-router'
import { daysBetween, parseDate } from '#domain/calendar.ts'
import type { MatterSummary } from '#server/contract/index.ts'
import { count, day } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { frameWords } from '../../language/words/frame.ts'
import { matterStandingWords, matterListWords as words } from '../../language/words/matters.ts'
import { ColumnHeads } from '../column-heads.tsx'
import { WideTable } from '../wide-table.tsx'
import './matter.css'

interface MatterTableProps {
  readonly matters: readonly MatterSummary[]
  readonly today: string
  /** Whom it is about is left out where all are about one person. */
  readonly withSubject?: boolean
}

/** One matter a row, what is due first on top. */
export function MatterTable({ matters, today, withSubject = true }: MatterTableProps) {
  const { say } = useSpeech()
  const sorted = matters.toSorted((a, b) => ((a.next?.on ?? '9') < (b.next?.on ?? '9') ? -1 : 1))
  return (
    <div className="sheet">
      <WideTable label={say(words.title)} className="figures matter-table">
        <thead>
          <tr>
            <ColumnHeads
              heads={[
                words.matter,
                words.kind,
                ...(withSubject ? [words.subject] : []),
                words.stage,
                words.handler,
                words.opened,
              ]}
            />
            <ColumnHeads heads={[words.inStage]} figures />
            <ColumnHeads heads={[words.due]} />
          </tr>
        </thead>
        <tbody>
          {sorted.map((one) => (
            <tr key={one.matterId}>
              <th scope="row">
                <Link to="/matters/$matterId" params={{ matterId: one.matterId }}>
                  {one.title}
                </Link>
              </th>
              <td>{say(one.kindLabel)}</td>
              {withSubject && (
                <td className="matter-about">
                  {one.subject.name ?? one.subject.unitName}
                  {one.subject.post && <small>{one.subject.post}</small>}
                </td>
              )}
              <td>
                {say(one.stage.label)}
                {one.standing !== 'open' && <small>{say(matterStandingWords[one.standing])}</small>}
              </td>
              <td>{one.handlers.map(({ name }) => say(name)).join(say(frameWords.comma))}</td>
              <td>{day(one.openedOn)}</td>
              <td className="number">{count(daysIn(one, today))}</td>
              <td>
                {one.next && <span className={`matter-due-day ${one.next.due}`}>{day(one.next.on)}</span>}
                {one.next && <small>{say(one.next.label)}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </div>
  )
}

const daysIn = ({ stageSince, closedOn }: MatterSummary, today: string): number =>
  daysBetween(parseDate(stageSince) ?? 0, parseDate(closedOn ?? today) ?? 0)
