import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { SlateRequestShape } from '#server/contract/index.ts'
import { rosterChoicesQuery } from '../../../../client/queries.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { teamKindLabels, wishWords } from '../../../../language/words/slates.ts'
import { Panel } from '../../../../parts/panel.tsx'
import { EmptyState } from '../../../../parts/states.tsx'
import { WideTable } from '../../../../parts/wide-table.tsx'
import { NumberField, type PartProps, Problem } from './fields.tsx'

type Floor = SlateRequestShape['structure']['floors'][number]
type Kind = Floor['kind']

const kinds = Object.keys(teamKindLabels) as Kind[]
const shownFirst = 8

/** What teams should have, row by row; the local defaults can be changed, added to and taken out. */
export function FloorsPart({ request, problem, onChange }: PartProps) {
  const { say } = useSpeech()
  const [isWhole, setWhole] = useState(false)
  const { structure } = request
  const { floors } = structure
  const set = (next: readonly Floor[]) => onChange({ ...request, structure: { ...structure, floors: [...next] } })
  const shown = isWhole ? floors : floors.slice(0, shownFirst)
  return (
    <Panel
      title={say(wishWords.floors)}
      explained="team-structure"
      note={say(structure.force === 'off' ? wishWords.floorsOff : wishWords.floorsNote, { count: floors.length })}
      aside={
        <button
          type="button"
          className="plain-button"
          onClick={() => {
            setWhole(true)
            set([...floors, { unitId: '', kind: 'woman', least: 1 }])
          }}
        >
          {say(wishWords.floorAdd)}
        </button>
      }
      flush
    >
      {floors.length === 0 ? (
        <EmptyState why={say(wishWords.floorsNone)} />
      ) : (
        <WideTable label={say(wishWords.floors)} className="figures wish-floors">
          <thead>
            <tr>
              {[wishWords.floorTeam, wishWords.floorKind, wishWords.floorWith, wishWords.floorLeast].map((head) => (
                <th key={head.en} scope="col">
                  {say(head)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {shown.map((floor, at) => (
              <FloorRow
                key={at}
                floor={floor}
                onChange={(next) => set(floors.map((each, index) => (index === at ? next : each)))}
                onRemove={() => set(floors.filter((_, index) => index !== at))}
              />
            ))}
          </tbody>
        </WideTable>
      )}
      {floors.length > shown.length && (
        <p className="wish-more">
          <button type="button" className="plain-button" onClick={() => setWhole(true)}>
            {say(wishWords.floorsAll, { count: floors.length })}
          </button>
        </p>
      )}
      <Problem problem={problem} />
    </Panel>
  )
}

interface FloorRowProps {
  readonly floor: Floor
  onChange(floor: Floor): void
  onRemove(): void
}

/** What a kind is counted with at first. */
const firstWith: Readonly<Partial<Record<Kind, number | string>>> = { under: 40, grassroots: 2, familiar: 'general' }

function withOf(kind: Kind): Pick<Floor, 'with'> {
  const bound = firstWith[kind]
  return bound === undefined ? {} : { with: bound }
}

function FloorRow({ floor, onChange, onRemove }: FloorRowProps) {
  const { say } = useSpeech()
  const units = useQuery(rosterChoicesQuery).data?.units ?? []
  return (
    <tr>
      <td>
        <Select<string>
          className="wish-team"
          variant="borderless"
          aria-label={say(wishWords.floorTeam)}
          placeholder={say(wishWords.floorTeam)}
          showSearch={{ optionFilterProp: 'label' }}
          options={units.map(({ unitId, name }) => ({ value: unitId, label: name }))}
          value={floor.unitId === '' ? null : floor.unitId}
          onChange={(unitId) => onChange({ ...floor, unitId })}
        />
      </td>
      <td>
        <select
          aria-label={say(wishWords.floorKind)}
          value={floor.kind}
          onChange={({ target }) => {
            const kind = kinds.find((each) => each === target.value) ?? floor.kind
            onChange({ unitId: floor.unitId, kind, least: floor.least, ...withOf(kind) })
          }}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {say(teamKindLabels[kind])}
            </option>
          ))}
        </select>
      </td>
      <td>
        <With floor={floor} onChange={onChange} />
      </td>
      <td>
        <NumberField
          label={say(wishWords.floorLeast)}
          value={floor.least}
          from={1}
          to={50}
          onChange={(least) => least !== undefined && onChange({ ...floor, least })}
        />
      </td>
      <td>
        <button type="button" className="plain-button" aria-label={say(wishWords.floorRemove)} onClick={onRemove}>
          {say(wishWords.remove)}
        </button>
      </td>
    </tr>
  )
}

function With({ floor, onChange }: Omit<FloorRowProps, 'onRemove'>) {
  const { say } = useSpeech()
  if (floor.kind === 'under' || floor.kind === 'grassroots') {
    const isAge = floor.kind === 'under'
    return (
      <span className="wish-with">
        <NumberField
          label={say(teamKindLabels[floor.kind])}
          value={typeof floor.with === 'number' ? floor.with : undefined}
          from={isAge ? 18 : 0}
          to={isAge ? 70 : 40}
          onChange={(bound) => bound !== undefined && onChange({ ...floor, with: bound })}
        />{' '}
        <span className="second">{say(isAge ? wishWords.floorAge : wishWords.floorYears)}</span>
      </span>
    )
  }
  if (floor.kind !== 'familiar') return null
  return (
    <select
      aria-label={say(wishWords.floorField)}
      value={String(floor.with ?? '')}
      onChange={({ target }) => onChange({ ...floor, with: target.value })}
    >
      {identifiersOf('sector').map((sector) => (
        <option key={sector} value={sector}>
          {say(labelOf('sector', sector))}
        </option>
      ))}
    </select>
  )
}
