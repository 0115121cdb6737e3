import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Text } from '#domain/text.ts'
import type { ConsiderationRow, Considerations } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { considerationWords as words } from '../../../language/words/considerations.ts'
import { EvidenceLink } from '../../../parts/evidence.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { BearingMark } from './bearing-mark.tsx'
import { ReadinessCell } from './readiness-cell.tsx'
import { StrengthRows } from './strength-rows.tsx'
import { SupportList } from './support-list.tsx'

interface ConsiderationTableProps {
  readonly sheet: Considerations
  onRemove?(cadreId: string): void
}

/** A column a person, the three factors as groups of rows; strengths and readiness stand with them. */
export function ConsiderationTable({ sheet, onRemove }: ConsiderationTableProps) {
  const { say } = useSpeech()
  const { candidates, rows } = sheet
  const of = (factor: ConsiderationRow['factor']): ConsiderationRow[] => rows.filter((row) => row.factor === factor)
  return (
    <WideTable className="considered" label={say(words.table)}>
      <thead>
        <tr>
          <th scope="col">{say(words.aspect)}</th>
          <th scope="col">{say(words.need)}</th>
          {candidates.map(({ person }) => (
            <th key={person.cadreId} scope="col">
              <Link to="/cadres/$cadreId" params={{ cadreId: person.cadreId }} className="considered-name">
                {person.name}
              </Link>{' '}
              {onRemove && (
                <button
                  type="button"
                  className="plain-button sign-button"
                  aria-label={say(words.remove, { name: person.name })}
                  onClick={() => onRemove(person.cadreId)}
                >
                  ×
                </button>
              )}
              <span className="second">{[person.unitName, person.title].filter(Boolean).join(' ')}</span>
            </th>
          ))}
        </tr>
      </thead>
      <Group title={words.region} columns={candidates.length}>
        {of('region').map((row) => (
          <FactorRow key={row.id} row={row} sheet={sheet} />
        ))}
        {of('region').length === 0 && <Nothing says={words.noRegion} columns={candidates.length} />}
      </Group>
      <Group title={words.team} columns={candidates.length}>
        {of('team').map((row) => (
          <FactorRow key={row.id} row={row} sheet={sheet} />
        ))}
        {of('team').length === 0 && <Nothing says={words.noTeam} columns={candidates.length} />}
      </Group>
      <Group title={words.growth} columns={candidates.length}>
        {of('growth').map((row) => (
          <FactorRow key={row.id} row={row} sheet={sheet} />
        ))}
      </Group>
      <Group title={words.strengths} columns={candidates.length}>
        <StrengthRows sheet={sheet} />
      </Group>
      <Group title={words.timing} columns={candidates.length}>
        <tr>
          <th scope="row">{say(words.readiness)}</th>
          <td />
          {candidates.map(({ person, readiness }) => (
            <td key={person.cadreId}>
              <ReadinessCell readiness={readiness} />
            </td>
          ))}
        </tr>
      </Group>
    </WideTable>
  )
}

function Group({ title, columns, children }: { title: Text; columns: number; children: ReactNode }) {
  const { say } = useSpeech()
  return (
    <tbody>
      <tr className="considered-factor">
        <th colSpan={columns + 2} scope="rowgroup">
          {say(title)}
        </th>
      </tr>
      {children}
    </tbody>
  )
}

function Nothing({ says, columns }: { says: Text; columns: number }) {
  const { say } = useSpeech()
  return (
    <tr>
      <td colSpan={columns + 2} className="second">
        {say(says)}
      </td>
    </tr>
  )
}

/** One need and how each candidate bears on it; under the theme stand the deeds themselves. */
function FactorRow({ row, sheet }: { row: ConsiderationRow; sheet: Considerations }) {
  const { say } = useSpeech()
  const isTheme = row.id.startsWith('theme:')
  return (
    <tr>
      <th scope="row">{say(row.label)}</th>
      <td className="considered-need">
        {row.need && <p>{say(row.need)}</p>}
        <EvidenceLink evidence={row.evidence} />
      </td>
      {row.cells.map((cell, place) => {
        const candidate = sheet.candidates[place]
        if (!candidate) return null
        return (
          <td key={candidate.person.cadreId}>
            <BearingMark bearing={cell.bearing} />
            <p>{say(cell.says)}</p>
            {isTheme && candidate.theme ? (
              <SupportList supports={candidate.theme.supports} against={candidate.theme.against} />
            ) : (
              <EvidenceLink evidence={cell.evidence} />
            )}
          </td>
        )
      })}
    </tr>
  )
}
