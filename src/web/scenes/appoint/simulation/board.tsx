import { useState } from 'react'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { simulationWords as words } from '../../../language/words/simulation.ts'
import { Panel } from '../../../parts/panel.tsx'
import { type Bench, type Seat, seatsBeside, type Team } from './bench.ts'
import { onDropOf, PersonCard } from './person-card.tsx'

/** The seats of the team, then those of the other teams that changes touch: a seat that is opened can be filled at once. */
export function Board({ bench }: { bench: Bench }) {
  return (
    <>
      {bench.data.teams.map((team) => (
        <TeamSeats key={team.unitId} bench={bench} team={team} />
      ))}
      <OtherSeats bench={bench} />
    </>
  )
}

/** Changed seats that belong to no team: they stand beside it, and count for none. */
function OtherSeats({ bench }: { bench: Bench }) {
  const { say } = useSpeech()
  const lines = seatsBeside(bench.data)
  if (lines.length === 0) return null
  return (
    <Panel title={say(words.otherSeats)} note={say(words.otherSeatsNote)} flush>
      <ul className="simulation-seats" aria-label={say(words.otherSeats)}>
        {lines.map((line) => {
          const seat = bench.seatAt(line.positionId)
          return seat && <SeatLine key={line.positionId} bench={bench} seat={seat} line={line} />
        })}
      </ul>
    </Panel>
  )
}

function TeamSeats({ bench, team }: { bench: Bench; team: Team }) {
  const { say } = useSpeech()
  const filled = team.staying.length + team.coming.length
  const note = { filled: count(filled), empty: count(team.empty.after), quota: team.quota ?? '' }
  return (
    <Panel title={team.unitName} note={say(team.quota === null ? words.seatsNoteUnknown : words.seatsNote, note)} flush>
      <ul className="simulation-seats" aria-label={say(words.seats)}>
        {team.seats.map((line) => {
          const seat = bench.seatAt(line.positionId)
          return seat && <SeatLine key={line.positionId} bench={bench} seat={seat} line={line} />
        })}
      </ul>
    </Panel>
  )
}

interface SeatLineProps {
  readonly bench: Bench
  readonly seat: Seat
  readonly line: Team['seats'][number]
}

function SeatLine({ bench, seat, line }: SeatLineProps) {
  const { say } = useSpeech()
  const [isOver, setOver] = useState(false)
  const { positionId } = seat
  const isChosen = bench.seat?.positionId === positionId
  const target = onDropOf((cadreId) => {
    setOver(false)
    bench.drop(positionId, cadreId)
  })
  return (
    <li
      className={`simulation-seat ${isOver ? 'over' : ''} ${isChosen ? 'chosen' : ''}`}
      data-position={positionId}
      onDragEnter={() => setOver(true)}
      onDragLeave={(event) => event.currentTarget === event.target && setOver(false)}
      {...target}
    >
      <div className="seat-said">
        <b>{seat.title}</b>
        <span className="second">{seat.portfolio ?? say(words.noPortfolio)}</span>
      </div>
      <Occupant bench={bench} seat={seat} line={line} />
      <SeatActions bench={bench} seat={seat} line={line} isChosen={isChosen} />
    </li>
  )
}

function Occupant({ bench, line: { before, after } }: SeatLineProps) {
  const { say } = useSpeech()
  return (
    <div className="seat-holder">
      {after === null ? (
        <span className="seat-empty">{say(before === null ? words.empty : words.emptied)}</span>
      ) : (
        <PersonCard bench={bench} person={{ ...bench.person(after), post: '' }} isNew={after !== before} />
      )}
      {after !== before && (
        <span className="seat-was second">
          {before === null ? say(words.wasEmpty) : say(words.was, { name: bench.person(before).name })}
        </span>
      )}
    </div>
  )
}

function SeatActions({ bench, seat, line, isChosen }: SeatLineProps & { isChosen: boolean }) {
  const { say } = useSpeech()
  const { title, positionId } = seat
  const { before, after } = line
  const nameOf = (cadreId: string): string => bench.person(cadreId).name
  const { picked } = bench
  const isSeated = bench.data.teams.some(({ seats }) => seats.some((one) => one.after === picked?.cadreId))
  const isExchange = isSeated && after !== null
  return (
    <div className="seat-actions">
      {picked && picked.cadreId !== after && (
        <button
          type="button"
          className="side-button"
          aria-label={
            isExchange
              ? say(words.swapFor, { name: picked.name, other: nameOf(after) })
              : say(words.putFor, { name: picked.name, title })
          }
          onClick={() => bench.drop(positionId, picked.cadreId)}
        >
          {say(isExchange ? words.swap : words.put)}
        </button>
      )}
      {after !== null && (
        <button
          type="button"
          className="plain-button"
          aria-label={say(words.takeOutOf, { name: nameOf(after), title })}
          onClick={() => bench.takeOut(positionId)}
        >
          {say(words.takeOut)}
        </button>
      )}
      {before !== after && bench.draft.changes.some((change) => change.positionId === positionId) && (
        <button
          type="button"
          className="plain-button"
          aria-label={say(words.restoreOf, { title })}
          onClick={() => bench.restore(positionId)}
        >
          {say(words.restore)}
        </button>
      )}
      <button
        type="button"
        className="plain-button"
        aria-pressed={isChosen}
        aria-label={say(isChosen ? words.chosenOf : words.chooseOf, { title })}
        onClick={() => bench.choose(positionId)}
      >
        {say(isChosen ? words.chosen : words.choose)}
      </button>
    </div>
  )
}
