import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { SeatRequirementsShape } from '#server/contract/index.ts'
import { requirementsQuery } from '../../../client/queries.ts'
import { valueOf } from '../../../client/search.ts'
import { day, minute } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { requirementWords as words } from '../../../language/words/requirements.ts'
import '../../../parts/buttons.css'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { VacancyTabs } from '../vacancy/vacancy-head.tsx'
import { type Draft, draftOf } from './draft.ts'
import { OutdatedList } from './outdated-list.tsx'
import { RequirementForm } from './requirement-form.tsx'
import { RequirementTable, rowsOfVersion } from './requirement-table.tsx'
import { SimilarSeatsDrawer } from './similar-seats.tsx'
import { VersionList } from './version-list.tsx'
import './requirements.css'

type Version = SeatRequirementsShape['versions'][number]

/** What is being written, and the reason that its beginning suggests. */
interface Editing {
  readonly draft: Draft
  readonly reason: string
}

/** What a seat asks for: where each element comes from, how it is changed, and every earlier version. */
export function RequirementsPage() {
  const { positionId } = useParams({ from: '/office/vacancies/$positionId/requirements' })
  const requirements = useQuery(requirementsQuery(positionId))
  if (requirements.isError) {
    return <ErrorPanel error={requirements.error} onRetry={() => void requirements.refetch()} />
  }
  if (!requirements.data) return <SkeletonRows rows={12} height={38} />
  return <Requirements key={positionId} asked={requirements.data} />
}

function Requirements({ asked }: { asked: SeatRequirementsShape }) {
  const { say } = useSpeech()
  const { positionId } = asked.seat
  const navigate = useNavigate()
  const at = valueOf(useSearch({ from: '/office/vacancies/$positionId/requirements' }), 'version')
  const [editing, setEditing] = useState<Editing>()
  const [comparing, setComparing] = useState(false)
  const earlier = editing ? undefined : asked.versions.find(({ version }) => version === at && at !== asked.version)
  const look = (version?: string) =>
    void navigate({
      to: '/vacancies/$positionId/requirements',
      params: { positionId },
      search: version === undefined ? {} : { version },
      replace: true,
      resetScroll: false,
    })
  const begin = (draft: Draft, reason = '') => {
    setComparing(false)
    setEditing({ draft, reason })
    look()
  }
  return (
    <>
      <Head asked={asked} />
      <div className="requirements-grid">
        <Panel
          flush
          title={say(asked.kind === 'recorded' ? words.recordedHere : words.fromLibrary)}
          aside={!editing && <Ways asked={asked} onBegin={begin} onCompare={() => setComparing(true)} />}
        >
          {earlier && <Earlier asked={asked} version={earlier} onBegin={begin} onBack={() => look()} />}
          {editing ? (
            <RequirementForm
              asked={asked}
              {...editing}
              onDraft={(draft) => setEditing({ ...editing, draft })}
              onReason={(reason) => setEditing({ ...editing, reason })}
              onDone={() => setEditing(undefined)}
            />
          ) : (
            <Asked asked={asked} earlier={earlier} />
          )}
        </Panel>
        <VersionList asked={asked} at={earlier?.version} onLook={editing ? undefined : look} />
      </div>
      <SimilarSeatsDrawer
        positionId={positionId}
        open={comparing}
        onClose={() => setComparing(false)}
        onTake={(seat) =>
          begin(draftOf(seat.elements), say(words.copyReason, { seat: `${seat.unitName}${seat.title}` }))
        }
      />
    </>
  )
}

interface BeginProps {
  readonly asked: SeatRequirementsShape
  onBegin(draft: Draft, reason?: string): void
}

/** Three beginnings of an edit: what stands, the library, a similar seat. */
function Ways({ asked, onBegin, onCompare }: BeginProps & { onCompare(): void }) {
  const { say } = useSpeech()
  const { kind, library, facets } = asked
  const standing = () =>
    draftOf(
      facets.flatMap(({ elements }) => elements),
      kind === 'library',
    )
  return (
    <>
      <button type="button" className="plain-button" onClick={onCompare}>
        {say(words.copySimilar)}
      </button>
      {kind === 'recorded' && library.length > 0 && (
        <button
          type="button"
          className="plain-button"
          onClick={() => onBegin(draftOf(library, true), say(words.libraryReason))}
        >
          {say(words.takeLibrary)}
        </button>
      )}
      <button type="button" className="plain-button" onClick={() => onBegin(standing())}>
        {say(words.edit)}
      </button>
    </>
  )
}

/** Says which earlier version is looked at, with the way to restore it and the way back. */
function Earlier({ asked, version, onBegin, onBack }: BeginProps & { readonly version: Version; onBack(): void }) {
  const { say } = useSpeech()
  const at = minute(version.at)
  const followed = version.elements.length === 0
  const restore = () =>
    onBegin(draftOf(followed ? asked.library : version.elements, followed), say(words.restoreReason, { at }))
  return (
    <p className="requirements-earlier">
      {say(words.looking, { at })}
      <button type="button" className="plain-button" onClick={restore}>
        {say(words.restore)}
      </button>
      <button type="button" className="plain-button" onClick={onBack}>
        {say(words.backToPresent)}
      </button>
    </p>
  )
}

function Asked({ asked, earlier }: { asked: SeatRequirementsShape; earlier: Version | undefined }) {
  const { say } = useSpeech()
  const facets = earlier ? rowsOfVersion(asked, earlier) : asked.facets
  const isEmpty = facets.every(({ elements }) => elements.length === 0)
  if (!isEmpty) return <RequirementTable facets={facets} />
  return <EmptyState why={say(earlier ? words.followed : words.nothing)} />
}

function Head({ asked: { seat, shortlist } }: { asked: SeatRequirementsShape }) {
  const { say } = useSpeech()
  const { positionId } = seat
  return (
    <>
      <PageTitle
        title={`${seat.unitName}　${seat.title}`}
        note={[
          say(words.title),
          say(labelOf('postLevel', seat.postLevel)),
          ...(seat.vacantFrom ? [say(words.vacantSince, { from: day(seat.vacantFrom) })] : []),
        ].join(' · ')}
      />
      {seat.vacantFrom && <VacancyTabs positionId={positionId} unitId={seat.unitId} />}
      <OutdatedList shortlist={shortlist} />
    </>
  )
}
