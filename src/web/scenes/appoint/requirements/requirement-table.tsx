import { Link } from '@tanstack/react-router'
import type { SeatRequirementsShape, ShownElement } from '#server/contract/index.ts'
import { Explained } from '../../../help/explained.tsx'
import { count, minute, percent } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { frameWords } from '../../../language/words/frame.ts'
import { requirementWords as words } from '../../../language/words/requirements.ts'
import { WideTable } from '../../../parts/wide-table.tsx'
import { ParameterName } from '../../rules/parameter-name.tsx'
import { draftOf, shareOf } from './draft.ts'
import { LevelMark } from './level-mark.tsx'

type FacetRows = SeatRequirementsShape['facets'][number]
type Version = SeatRequirementsShape['versions'][number]

/** An earlier version in the shape of the present one; a version that is empty followed the library. */
export function rowsOfVersion(asked: SeatRequirementsShape, { at, by, reason, elements }: Version): FacetRows[] {
  const draft = draftOf(elements)
  const assessedOf = ({ facet, element }: { facet: string; element: string }): number =>
    asked.known.find((one) => one.facet === facet && one.element === element)?.assessed ?? 0
  const rows = elements.map((one, place): ShownElement => {
    const row = draft.rows[place]
    const share = one.facet === 'party-spirit' || !row ? null : (shareOf(row, draft) ?? 0)
    return { ...one, share, origin: { kind: 'recorded', since: at, by, reason }, assessed: assessedOf(one) }
  })
  return asked.facets.map((facet) => ({ ...facet, elements: rows.filter((row) => row.facet === facet.facet) }))
}

/** The six facets with what is asked in each; a facet that asks nothing says so. */
export function RequirementTable({ facets }: { facets: readonly FacetRows[] }) {
  const { say } = useSpeech()
  return (
    <WideTable label={say(words.title)} className="figures requirements">
      <thead>
        <tr>
          <th scope="col">{say(words.facet)}</th>
          <th scope="col">{say(words.element)}</th>
          <th scope="col">
            {say(words.level)}
            <small>{say(words.levelNote)}</small>
          </th>
          <th scope="col" className="number">
            {say(words.weight)}
            <small>{say(words.weightNote)}</small>
          </th>
          <th scope="col" className="number">
            {say(words.assessed)}
            <small>{say(words.assessedNote)}</small>
          </th>
          <th scope="col">
            <Explained id="requirement">{say(words.origin)}</Explained>
          </th>
        </tr>
      </thead>
      <tbody>
        {facets.map((facet) => (
          <Facet key={facet.facet} facet={facet} />
        ))}
      </tbody>
    </WideTable>
  )
}

function Facet({ facet: { label, elements } }: { facet: FacetRows }) {
  const { say } = useSpeech()
  if (elements.length === 0) {
    return (
      <tr className="facet-begins">
        <th scope="rowgroup">{say(label)}</th>
        <td colSpan={5} className="quiet">
          {say(words.notAsked)}
        </td>
      </tr>
    )
  }
  return elements.map((row, place) => (
    <tr key={row.element} className={place === 0 ? 'facet-begins' : ''}>
      {place === 0 && (
        <th scope="rowgroup" rowSpan={elements.length}>
          {say(label)}
        </th>
      )}
      <td>{row.element}</td>
      <Measured row={row} />
      <td className="requirements-origin">
        <Origin origin={row.origin} />
      </td>
    </tr>
  ))
}

/** Level, weight and how many were assessed; of Party spirit none of them. */
function Measured({ row: { level, share, assessed } }: { row: ShownElement }) {
  const { say } = useSpeech()
  if (share === null) {
    return (
      <td colSpan={3} className="quiet">
        {say(words.noNumber)}
      </td>
    )
  }
  return (
    <>
      <td>
        <LevelMark level={level} />
      </td>
      <td className="number">{share === 0 ? <small>{say(words.notCounted)}</small> : percent(share)}</td>
      <td className="number">{assessed === 0 ? <small>{say(words.nobodyAssessed)}</small> : count(assessed)}</td>
    </>
  )
}

function Origin({ origin }: { origin: ShownElement['origin'] }) {
  const { say } = useSpeech()
  if (origin.kind === 'library') {
    return (
      <Link to="/rules/$ruleId" params={{ ruleId: origin.rule }}>
        {say(words.fromLibrary)}
        {say(frameWords.colon)}
        <ParameterName name={origin.parameter} />
      </Link>
    )
  }
  const by = origin.by ?? say(words.byImport)
  return <span title={origin.reason ?? undefined}>{say(words.byWhom, { by, on: minute(origin.since) })}</span>
}
