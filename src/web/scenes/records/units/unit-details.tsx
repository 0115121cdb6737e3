import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { UnitDetail } from '#server/contract/index.ts'
import { teamQuery } from '../../../client/queries.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { unitsWords, unitWords as words } from '../../../language/words/units.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { Results } from '../../identify/team/years.tsx'
import { Coming } from './coming.tsx'
import { QuotaTable } from './quota-list.tsx'
import { SeatTable } from './seat-table.tsx'
import { Sums } from './sums.tsx'
import { UnitHistory } from './unit-history.tsx'
import { UnitLine } from './unit-list.tsx'
import '../../identify/team/team.css'

export function UnitDetails({ unit }: { unit: UnitDetail }) {
  return (
    <div className="unit-details">
      <Counts unit={unit} />
      <Seats unit={unit} />
      <div className="unit-pair">
        <Quotas unit={unit} />
        <Coming coming={unit.coming} />
      </div>
      {unit.below.length > 0 && <Below unit={unit} />}
      <div className="unit-pair">
        {unit.hasCondition && <YearlyResults unitId={unit.unitId} />}
        <UnitHistory history={unit.history} />
      </div>
    </div>
  )
}

function Counts({ unit }: { unit: UnitDetail }) {
  const { say } = useSpeech()
  return (
    <div className="unit-counts">
      <p className="second">{say(unit.below.length > 0 ? words.all : words.own)}</p>
      <Sums sums={unit.all} within={{ under: unit.unitId }} />
    </div>
  )
}

function Seats({ unit }: { unit: UnitDetail }) {
  const { say } = useSpeech()
  const [isWhole, setWhole] = useState(false)
  const leading = unit.seats.filter((seat) => seat.leading)
  const others = unit.seats.length - leading.length
  const { own } = unit
  return (
    <Panel
      title={say(words.seats)}
      note={`${say(unitsWords.filled)} ${count(own.filled)} · ${say(unitsWords.vacant)} ${count(own.vacant)}`}
      aside={
        others > 0 && (
          <>
            <span>{say(words.otherSeats, { count: count(others) })}</span>
            <button type="button" className="plain-button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
              {say(isWhole ? words.hideOthers : words.showOthers)}
            </button>
          </>
        )
      }
      flush
    >
      {unit.seats.length === 0 ? (
        <EmptyState why={say(words.noSeats)} />
      ) : (
        <SeatTable label={say(words.seats)} seats={isWhole ? unit.seats : leading} canSimulate={unit.hasTeam} />
      )}
    </Panel>
  )
}

function Quotas({ unit }: { unit: UnitDetail }) {
  const { say } = useSpeech()
  const { quotas, terms, staffQuota } = unit
  return (
    <Panel
      title={say(words.quotas)}
      note={staffQuota === null ? say(words.staffUnknown) : say(words.staff, { quota: count(staffQuota) })}
      foot={
        terms.length > 0 &&
        terms
          .map(({ name, from, to }) =>
            from === null || to === null
              ? say(words.termUnknown, { name })
              : say(words.term, { name, from: day(from), to: day(to) }),
          )
          .join(say(semicolon))
      }
      flush
    >
      {quotas.length === 0 ? <EmptyState why={say(words.noQuotas)} /> : <QuotaTable rows={quotas} />}
    </Panel>
  )
}

const semicolon = { zh: '；', en: '; ' }
const most = 20

function Below({ unit }: { unit: UnitDetail }) {
  const { say } = useSpeech()
  const { below, unitId } = unit
  const [shown, setShown] = useState(most)
  return (
    <Panel
      title={say(words.below)}
      note={count(below.length)}
      aside={
        <Link to="/units" search={{ under: unitId }}>
          {say(unitsWords.byUnit)}
        </Link>
      }
      flush
    >
      <WideTable label={say(words.below)} className="figures unit-rows">
        <thead>
          <tr>
            {belowHeads.map(([label, isFigure]) => (
              <th key={label.en} scope="col" className={isFigure ? 'number' : ''}>
                {say(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {below.slice(0, shown).map((row) => (
            <UnitLine key={row.unitId} row={row} withParent={false} />
          ))}
        </tbody>
      </WideTable>
      {below.length > shown && (
        <p className="unit-more">
          <button type="button" className="plain-button" onClick={() => setShown(below.length)}>
            {say(words.more, { count: count(below.length - shown) })}
          </button>
        </p>
      )}
    </Panel>
  )
}

const belowHeads = [
  [unitsWords.unit, false],
  [unitsWords.level, false],
  [unitsWords.sector, false],
  [unitsWords.principal, false],
  [unitsWords.seats, true],
  [unitsWords.filled, true],
  [unitsWords.vacant, true],
  [unitsWords.over, true],
  [unitsWords.termTo, false],
] as const

function YearlyResults({ unitId }: { unitId: string }) {
  const team = useQuery(teamQuery(unitId)).data
  return team ? <Results results={team.results} /> : null
}
