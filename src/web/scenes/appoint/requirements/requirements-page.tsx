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
  const earlier = asked.versions.find(({ version }) => version === at && version !== asked.version)
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
  const shown = asked.facets.flatMap(({ elements }) => elements)
  const fromLibrary = (): Draft => draftOf(asked.library, true)
  return (
    <>
      <Head asked={asked} />
      <div className="requirements-grid">
        <Panel
          flush
          title={say(asked.kind === 'recorded' ? words.recordedHere : words.fromLibrary)}
          aside={
            !editing && (
              <>
                <button type="button" className="plain-button" onClick={() => setComparing(true)}>
                  {say(words.copySimilar)}
                </button>
                {asked.kind === 'recorded' && asked.library.length > 0 && (
                  <button
                    type="button"
                    className="plain-button"
                    onClick={() => begin(fromLibrary(), say(words.libraryReason))}
                  >
                    {say(words.takeLibrary)}
                  </button>
                )}
                <button
                  type="button"
                  className="plain-button"
                  onClick={() => begin(draftOf(shown, asked.kind === 'library'))}
                >
                  {say(words.edit)}
                </button>
              </>
            )
          }
        >
          {earlier && (
            <p className="requirements-earlier">
              {say(words.looking, { at: minute(earlier.at) })}
              <button
                type="button"
                className="plain-button"
                onClick={() =>
                  begin(
                    draftOf(
                      earlier.elements.length > 0 ? earlier.elements : asked.library,
                      earlier.elements.length === 0,
                    ),
                    say(words.restoreReason, { at: minute(earlier.at) }),
                  )
                }
              >
                {say(words.restore)}
              </button>
              <button type="button" className="plain-button" onClick={() => look()}>
                {say(words.backToPresent)}
              </button>
            </p>
          )}
          {editing && (
            <RequirementForm
              asked={asked}
              draft={editing.draft}
              reason={editing.reason}
              onDraft={(draft) => setEditing({ ...editing, draft })}
              onReason={(reason) => setEditing({ ...editing, reason })}
              onDone={() => setEditing(undefined)}
            />
          )}
          {!editing && shown.length === 0 && <EmptyState why={say(words.nothing)} />}
          {!editing && (shown.length > 0 || earlier) && (
            <RequirementTable facets={earlier ? rowsOfVersion(asked, earlier) : asked.facets} />
          )}
        </Panel>
        <VersionList asked={asked} at={earlier?.version} onLook={look} />
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
