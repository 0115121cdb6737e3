import { Link } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { CaseSummary } from '#server/contract/index.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { caseStandingWords, caseListWords as words } from '../../../language/words/cases.ts'
import { frameWords } from '../../../language/words/frame.ts'
import { ColumnHeads, explainedBy } from '../../../parts/column-heads.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { daysSince } from '../case/days.ts'

interface CaseTableProps {
  readonly cases: readonly CaseSummary[]
  readonly today: string
}

const heads = [
  words.case,
  words.kind,
  explainedBy('case-gate', words.stage),
  words.seat,
  words.candidates,
  words.handlers,
  words.opened,
] as const

/** One case a row, what is due first on top. */
export function CaseTable({ cases, today }: CaseTableProps) {
  const { say } = useSpeech()
  const sorted = cases.toSorted((a, b) => ((a.next?.on ?? '9') < (b.next?.on ?? '9') ? -1 : 1))
  return (
    <div className="sheet">
      <WideTable label={say(words.menu)} className="figures case-table">
        <thead>
          <tr>
            <ColumnHeads heads={heads} />
            <th scope="col" className="number">
              {say(words.inStage)}
            </th>
            <th scope="col">{say(words.next)}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((one) => (
            <tr key={one.caseId}>
              <th scope="row">
                <Link to="/cases/$caseId" params={{ caseId: one.caseId }}>
                  {one.title}
                </Link>
                {one.batch && <small>{one.batch}</small>}
              </th>
              <td>{say(labelOf('caseKind', one.kind))}</td>
              <td>
                {say(one.stageTitle)}
                {one.standing !== 'open' && (
                  <small>
                    {say(one.outcome ? labelOf('caseOutcome', one.outcome) : caseStandingWords[one.standing])}
                  </small>
                )}
              </td>
              <td>
                {one.seat ? `${one.seat.unitName} ${one.seat.title}` : one.grade && say(labelOf('grade', one.grade))}
              </td>
              <td>
                {one.candidates.map(({ cadreId, name }) => (
                  <span key={cadreId} className="case-table-name">
                    {name}
                  </span>
                ))}
              </td>
              <td>{one.handlers.map(({ name }) => say(name)).join(say(frameWords.comma))}</td>
              <td>{day(one.openedOn)}</td>
              <td className="number">{count(daysSince(one.enteredOn, today))}</td>
              <td>
                {one.next?.on && <span className={`cases-due-day ${one.next.due}`}>{day(one.next.on)}</span>}
                {one.next && <small>{say(one.next.label)}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </div>
  )
}
