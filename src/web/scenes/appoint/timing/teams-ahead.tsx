import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { LimitsPage } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { timingWords } from '../../../language/words/timing.ts'
import { Pager } from '../../../parts/pager.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

const pageSize = 20
const spans = [12, 24, 36] as const

/** How many members each team loses when; the teams that lose most come first, and a figure lists who. */
export function TeamsAhead({ teams }: { teams: LimitsPage['teams'] }) {
  const { say } = useSpeech()
  const [offset, setOffset] = useState(0)
  return (
    <Panel title={say(timingWords.leaving)} note={say(timingWords.leavingNote)} flush>
      <WideTable className="figures" label={say(timingWords.leaving)}>
        <thead>
          <tr>
            <th scope="col">{say(timingWords.unit)}</th>
            <th scope="col" className="number">
              {say(timingWords.members)}
            </th>
            {spans.map((months) => (
              <th key={months} scope="col" className="number">
                {say(timingWords.within, { months })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {teams.slice(offset, offset + pageSize).map(({ unitId, unitName, members, leaving }) => (
            <tr key={unitId}>
              <td>
                <Link to="/timing" search={{ part: 'limits', unit: unitId }} resetScroll={false}>
                  {unitName}
                </Link>
              </td>
              <td className="number">{members}</td>
              {spans.map((months, at) => (
                <td key={months} className="number">
                  <Leaving unitId={unitId} months={months} people={leaving[at] ?? 0} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
      <Pager offset={offset} size={pageSize} total={teams.length} onMove={setOffset} />
    </Panel>
  )
}

function Leaving({ unitId, months, people }: { unitId: string; months: number; people: number }) {
  if (people === 0) return <span className="quiet">0</span>
  return (
    <Link to="/timing" search={{ part: 'limits', unit: unitId, within: String(months) }} resetScroll={false}>
      {people}
    </Link>
  )
}
