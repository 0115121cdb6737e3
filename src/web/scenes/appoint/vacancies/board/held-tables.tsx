import type { ReactNode } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { ConcurrentSeatShape, OpeningSeat, OverQuotaTeam } from '#server/contract/index.ts'
import { count, month } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { seatsWords } from '../../../../language/words/seats.ts'
import { ColumnHeads } from '../../../../parts/column-heads.tsx'
import { WideTable } from '../../../../parts/wide-table.tsx'
import { HolderLink, SeatCells, SeatHeads } from './seat-cells.tsx'

/** Teams with more people than places: the quota, how many hold a seat, and who. */
export function OverQuotaTable({ rows }: { rows: readonly OverQuotaTeam[] }) {
  const { say } = useSpeech()
  return (
    <WideTable label={say(seatsWords.overQuota)} className="figures seat-rows">
      <thead>
        <tr>
          <ColumnHeads heads={[seatsWords.unitColumn, seatsWords.postColumn, seatsWords.level]} />
          <th scope="col" className="number">
            {say(seatsWords.places)}
          </th>
          <th scope="col" className="number">
            {say(seatsWords.held)}
          </th>
          <th scope="col">{say(seatsWords.whoHolds)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((team) => (
          <tr key={`${team.unitId} ${team.role} ${team.seats[0]?.positionId}`}>
            <td className="quiet">{team.unitName}</td>
            <td>{say(team.role === 'principal' ? seatsWords.principals : seatsWords.deputies)}</td>
            <td className="quiet">{say(labelOf('postLevel', team.postLevel))}</td>
            <td className="number">{count(team.quota)}</td>
            <td className="number">
              <b>{count(team.held)}</b>
            </td>
            <td>
              <HoldersOf team={team} />
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

function HoldersOf({ team }: { team: OverQuotaTeam }) {
  const { say } = useSpeech()
  return (
    <>
      <ul className="seat-holders">
        {team.seats.map((seat) => (
          <li key={seat.positionId}>
            <span className="quiet">{seat.title}</span> {seat.holders.length === 0 && say(seatsWords.nobody)}
            {seat.holders.map((holder) => (
              <HolderLink key={holder.cadreId} holder={holder} />
            ))}
          </li>
        ))}
      </ul>
      {team.unsure > 0 && <small>{say(seatsWords.unsure, { count: count(team.unsure) })}</small>}
    </>
  )
}

/** A seat with its holder, and what a list says of the two. */
function HeldRow({ seat, children }: { seat: ConcurrentSeatShape | OpeningSeat; children: ReactNode }) {
  return (
    <tr>
      <SeatCells seat={seat} />
      <td>
        <HolderLink holder={seat.holder} />
      </td>
      {children}
    </tr>
  )
}

/** Seats held beside another post. */
export function ConcurrentTable({ rows }: { rows: readonly ConcurrentSeatShape[] }) {
  const { say } = useSpeech()
  return (
    <WideTable label={say(seatsWords.concurrent)} className="figures seat-rows">
      <thead>
        <tr>
          <SeatHeads />
          <ColumnHeads heads={[seatsWords.holder, seatsWords.mainPost, seatsWords.since, seatsWords.places]} />
        </tr>
      </thead>
      <tbody>
        {rows.map((seat) => (
          <HeldRow key={`${seat.positionId} ${seat.holder.cadreId}`} seat={seat}>
            <td>{seat.mainPost}</td>
            <td>{month(seat.since)}</td>
            <td className={seat.takesQuota ? '' : 'quiet'}>
              {say(seat.takesQuota ? seatsWords.takesQuota : seatsWords.takesNone)}
            </td>
          </HeldRow>
        ))}
      </tbody>
    </WideTable>
  )
}

/** Seats whose holder reaches the month of statutory retirement within a year. */
export function OpeningTable({ rows }: { rows: readonly OpeningSeat[] }) {
  const { say } = useSpeech()
  return (
    <WideTable label={say(seatsWords.opening)} className="figures seat-rows">
      <thead>
        <tr>
          <SeatHeads />
          <th scope="col">{say(seatsWords.holder)}</th>
          <th scope="col">{say(seatsWords.month)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((seat) => (
          <HeldRow key={`${seat.positionId} ${seat.holder.cadreId}`} seat={seat}>
            <td>{month(seat.month)}</td>
          </HeldRow>
        ))}
      </tbody>
    </WideTable>
  )
}
