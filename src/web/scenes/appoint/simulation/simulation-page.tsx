import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { SimulationShape } from '#server/contract/index.ts'
import { simulationQuery } from '../../../client/queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { simulationWords as words } from '../../../language/words/simulation.ts'
import { teamPageWords } from '../../../language/words/teams.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { type Named, requestOf } from './bench.ts'
import { Board } from './board.tsx'
import { Checks } from './checks.tsx'
import { Sheet } from './sheet.tsx'
import { TeamChanges } from './team-changes.tsx'
import { Tray } from './tray.tsx'
import { useBench, useDraft } from './use-bench.ts'
import '../../../parts/buttons.css'
import '../slate/slate.css'
import './simulation.css'

/** A team on a bench: who would sit where, and what that does. The whole board is in the address. */
export function SimulationPage() {
  const { say } = useSpeech()
  const { unitId } = useParams({ from: '/office/teams/$unitId/simulation' })
  const drafting = useDraft(unitId)
  const asked = useQuery(simulationQuery(unitId, requestOf(drafting.draft)))
  const data = asked.data?.unitId === unitId ? asked.data : undefined
  return (
    <>
      {asked.isError && (
        <ErrorPanel
          error={asked.error}
          onRetry={() => void asked.refetch()}
          onward={
            drafting.draft.changes.length > 0 ? (
              <button type="button" className="plain-button" onClick={() => drafting.set([])}>
                {say(words.reset)}
              </button>
            ) : (
              <Link to="/teams">{say(teamPageWords.back)}</Link>
            )
          }
        />
      )}
      {data ? (
        <Workplace data={data} drafting={drafting} isBusy={asked.isPlaceholderData} />
      ) : (
        !asked.isError && <SkeletonRows rows={12} height={56} />
      )}
    </>
  )
}

interface WorkplaceProps {
  readonly data: SimulationShape
  readonly drafting: ReturnType<typeof useDraft>
  readonly isBusy: boolean
}

function Workplace({ data, drafting, isBusy }: WorkplaceProps) {
  const { say } = useSpeech()
  const bench = useBench(data, drafting)
  const { draft, undo, redo, set } = drafting
  return (
    <>
      <PageTitle
        title={say(words.title, { unit: data.unitName })}
        note={say(words.note)}
        aside={
          <Link to="/teams/$unitId" params={{ unitId: data.unitId }}>
            {say(words.back)}
          </Link>
        }
      />
      <p className="simulation-steps">
        <button type="button" className="side-button" disabled={!undo} onClick={undo}>
          {say(words.undo)}
        </button>
        <button type="button" className="side-button" disabled={!redo} onClick={redo}>
          {say(words.redo)}
        </button>
        <button type="button" className="side-button" disabled={draft.changes.length === 0} onClick={() => set([])}>
          {say(words.reset)}
        </button>
        {draft.compared.length > 0 && (
          <button type="button" className="plain-button" onClick={showSheet}>
            {say(words.toSheet, { count: draft.compared.length })}
          </button>
        )}
        <span className="second" role="status">
          {isBusy
            ? say(words.updating)
            : bench.picked && <Picked person={bench.picked} onLetGo={() => bench.pick(undefined)} />}
        </span>
      </p>
      {draft.seat !== undefined && bench.seat?.positionId !== draft.seat && (
        <p className="second simulation-steps">{say(words.notOfTeam)}</p>
      )}
      <div className="simulation">
        <Tray bench={bench} />
        <div className="simulation-board">
          <Board bench={bench} />
          <Checks bench={bench} />
        </div>
        <TeamChanges bench={bench} />
      </div>
      <Sheet bench={bench} />
    </>
  )
}

const showSheet = (): void => document.querySelector('.simulation-sheet')?.scrollIntoView()

function Picked({ person, onLetGo }: { person: Named; onLetGo(): void }) {
  const { say } = useSpeech()
  return (
    <>
      {say(words.picked, { name: person.name })}{' '}
      <button type="button" className="plain-button" onClick={onLetGo}>
        {say(words.letGo)}
      </button>
    </>
  )
}
