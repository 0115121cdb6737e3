import { Link } from '@tanstack/react-router'
import { valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { whatIfWords } from '../../../language/words/what-if.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import type { OutcomeProps } from './outcome.tsx'

/** Whose verdict would be another, at which seat; each name opens the person, each seat the grounds. */
export function Names({ outcome, search, size, onShow }: OutcomeProps) {
  const { say } = useSpeech()
  const filtered = ['from', 'to', 'seat'].some((name) => valueOf(search, name) !== undefined)
  return (
    <Panel
      title={say(whatIfWords.names)}
      note={say(whatIfWords.namesNote, { total: count(outcome.total) })}
      aside={
        filtered && (
          <button
            type="button"
            className="plain-button"
            onClick={() => onShow({ ...search, from: '', to: '', seat: '', offset: '' })}
          >
            {say(whatIfWords.allNames)}
          </button>
        )
      }
      flush
    >
      <WideTable label={say(whatIfWords.names)} className="figures what-if-names">
        <thead>
          <tr>
            <ColumnHeads
              heads={[whatIfWords.name, whatIfWords.post, whatIfWords.seat, whatIfWords.before, whatIfWords.after]}
            />
          </tr>
        </thead>
        <tbody>
          {outcome.rows.map(({ person, positionId, seatTitle, seatUnitName, from, to }) => (
            <tr key={`${person.cadreId} ${positionId}`}>
              <td className="name-cell">
                <Link to="/cadres/$cadreId" params={{ cadreId: person.cadreId }}>
                  {person.name}
                </Link>
              </td>
              <td className="second">{[person.unitName, person.title].filter(Boolean).join(' ')}</td>
              <td className="second">
                <Link to="/vacancies/$positionId/rules" params={{ positionId }} search={{ cadre: person.cadreId }}>
                  {seatTitle}
                </Link>
                <small>{seatUnitName}</small>
              </td>
              <td>
                <VerdictMark verdict={from} />
              </td>
              <td>
                <VerdictMark verdict={to} />
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      <Pager
        offset={outcome.offset}
        size={size}
        total={outcome.total}
        onMove={(offset) => onShow({ ...search, offset: String(offset) })}
      />
    </Panel>
  )
}
