import { Link } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { BoardSeat } from '#server/contract/index.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { seatsWords } from '../../../../language/words/seats.ts'
import { ColumnHeads } from '../../../../parts/column-heads.tsx'

export const SeatHeads = () => <ColumnHeads heads={[seatsWords.unitColumn, seatsWords.postColumn, seatsWords.level]} />

/** Unit, post and level of a seat; `rows` are how many rows of the table it stands beside. */
export function SeatCells({ seat, rows = 1 }: { seat: BoardSeat; rows?: number }) {
  const { say } = useSpeech()
  return (
    <>
      <td rowSpan={rows} className="quiet">
        <Link to="/units/$unitId" params={{ unitId: seat.unitId }}>
          {seat.unitName}
        </Link>
      </td>
      <td rowSpan={rows}>{seat.title}</td>
      <td rowSpan={rows} className="quiet">
        {say(labelOf('postLevel', seat.postLevel))}
      </td>
    </>
  )
}

export function HolderLink({ holder }: { holder: { readonly cadreId: string; readonly name: string } }) {
  return (
    <Link to="/cadres/$cadreId" params={{ cadreId: holder.cadreId }}>
      {holder.name}
    </Link>
  )
}
