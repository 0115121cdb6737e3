import { Link } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { AdjustedSeat } from '#server/contract/index.ts'
import { citationText } from '../../../../language/citation.ts'
import { day } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { seatsWords } from '../../../../language/words/seats.ts'
import { ColumnHeads } from '../../../../parts/column-heads.tsx'
import { WideTable } from '../../../../parts/wide-table.tsx'
import { HolderLink, SeatCells, SeatHeads } from './seat-cells.tsx'

/** Seats whose holder passes a limit of time or age: which, by which article, and when. */
export function ToAdjustTable({ rows }: { rows: readonly AdjustedSeat[] }) {
  const { say, language } = useSpeech()
  return (
    <WideTable label={say(seatsWords.toAdjust)} className="figures seat-rows due-rows">
      <thead>
        <tr>
          <SeatHeads />
          <ColumnHeads heads={[seatsWords.holder, seatsWords.limit, seatsWords.due, seatsWords.state]} />
        </tr>
      </thead>
      {rows.map((seat) => (
        <tbody key={`${seat.positionId} ${seat.holder.cadreId}`}>
          {seat.dues.map((due, index) => (
            <tr key={due.rule}>
              {index === 0 && (
                <>
                  <SeatCells seat={seat} rows={seat.dues.length} />
                  <td rowSpan={seat.dues.length}>
                    <HolderLink holder={seat.holder} />
                  </td>
                </>
              )}
              <td title={say(due.says)}>
                {say(due.basis.title)}
                <small>
                  <Link to="/rules/$ruleId" params={{ ruleId: due.rule }}>
                    {citationText(due.basis, language)}
                  </Link>
                </small>
              </td>
              <td>{day(due.dueOn)}</td>
              <td className={due.state === 'overdue' ? '' : 'quiet'}>{say(labelOf('dueState', due.state))}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </WideTable>
  )
}
