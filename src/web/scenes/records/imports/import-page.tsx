import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ImportDetail } from '#server/contract/index.ts'
import { analysisQuery } from '../../../client/analysis-queries.ts'
import { discard, importQuery, readFiles } from '../../../client/import-queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { minute } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { analysisWords } from '../../../language/words/analysis.ts'
import { importWords as words } from '../../../language/words/imports.ts'
import { AnalyseAgain } from '../../../parts/analyse-again.tsx'
import '../../../parts/buttons.css'
import { PageTitle } from '../../../parts/page-title.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { Arrivals } from './arrivals.tsx'
import { ArrivalView } from './difference/arrival-view.tsx'
import { fileNames } from './file-names.ts'
import { Findings } from './findings.tsx'
import './imports.css'
import { ImportActs } from './import-acts.tsx'
import { ManagingUnit } from './managing-unit.tsx'

/** One import: what its files brought, person by person against the record. */
export function ImportPage() {
  const { importId } = useParams({ from: '/office/imports/$importId' })
  const asked = useQuery(importQuery(importId))
  const found = asked.data
  return (
    <>
      {found ? <Head found={found} /> : <PageTitle title="…" />}
      {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && (
        <div className="sheet">
          <SkeletonRows rows={8} height={40} />
        </div>
      )}
      {found && <Body found={found} />}
    </>
  )
}

function Head({ found }: { found: ImportDetail }) {
  const { say } = useSpeech()
  const name =
    found.files.length > 1
      ? say(words.moreFiles, { name: found.files[0]?.name ?? '', count: found.files.length })
      : found.files[0]?.name
  return (
    <PageTitle
      title={name ?? say(words.noFiles)}
      note={`${say(words.importStates[found.state])} · ${say(found.madeBy)} ${minute(found.madeAt)}`}
      aside={<ImportActs found={found} />}
    />
  )
}

function Body({ found }: { found: ImportDetail }) {
  const { say } = useSpeech()
  if (found.state === 'reading') return <Reading found={found} />
  if (found.state === 'interrupted') return <Interrupted found={found} />
  const hasPeople = Object.keys(found.standings).length > 0
  return (
    <>
      <Notes found={found} />
      {found.findings.length > 0 && <Findings found={found} />}
      {found.state === 'failed' && found.findings.length === 0 && (
        <p className="sheet import-note">{say(words.failed)}</p>
      )}
      {found.state === 'discarded' && <p className="sheet import-note">{say(words.discarded)}</p>}
      {hasPeople && <People found={found} />}
    </>
  )
}

function Notes({ found }: { found: ImportDetail }) {
  const { say } = useSpeech()
  const { appliedBy, appliedAt, undoneBy, undoneAt, earlier } = found
  return (
    <div className="import-notes">
      {appliedBy && appliedAt && (
        <p>
          {say(words.appliedBy, { by: appliedBy, at: minute(appliedAt) })}
          {!undoneAt && <NotShownYet since={appliedAt} />}
        </p>
      )}
      {undoneBy && undoneAt && <p>{say(words.undoneBy, { by: undoneBy, at: minute(undoneAt) })}</p>}
      {found.state === 'draft' &&
        earlier.map(({ file, importId, appliedAt: at }) => (
          <p key={file}>
            {say(words.earlier, { file, at: minute(at) })}{' '}
            <Link to="/imports/$importId" params={{ importId }}>
              {say(words.earlierLink)}
            </Link>
          </p>
        ))}
      {found.state === 'draft' && <ManagingUnit found={found} />}
    </div>
  )
}

/** People appear with the next analysis: said until there is one. */
function NotShownYet({ since }: { since: string }) {
  const { say } = useSpeech()
  const knownAt = useQuery(analysisQuery).data?.knownAt
  if (knownAt === undefined || Date.parse(knownAt) >= Date.parse(since)) return null
  return (
    <span className="second">
      {' '}
      {say(words.afterApplying)} <AnalyseAgain className="plain-button">{say(analysisWords.title)}</AnalyseAgain>
    </span>
  )
}

/** The list, and beside it the person that was opened; on a narrow window one of the two. */
function People({ found }: { found: ImportDetail }) {
  const { say } = useSpeech()
  const search: Search = useSearch({ from: '/office/imports/$importId' })
  const person = Number(valueOf(search, 'person') ?? 0)
  return (
    <div className={person > 0 ? 'import-people opened' : 'import-people'}>
      <Arrivals found={found} person={person} search={search} />
      <div className="sheet import-person">
        {person > 0 ? (
          <ArrivalView found={found} number={person} search={search} />
        ) : (
          <p className="import-note quiet">{say(words.pick)}</p>
        )}
      </div>
    </div>
  )
}

function Reading({ found }: { found: ImportDetail }) {
  const { say } = useSpeech()
  const { progress } = found
  const stopping = useStopping(found)
  return (
    <div className="sheet import-note" role="status">
      <p>{say(words.steps[progress?.step ?? 'waiting'])}</p>
      {progress && (
        <>
          <progress
            aria-label={say(words.steps[progress.step])}
            max={Math.max(1, progress.total)}
            value={progress.step === 'waiting' ? 0 : progress.files}
          />
          <p className="second">
            {say(words.progress, { files: progress.files, total: progress.total, people: progress.people })}
          </p>
        </>
      )}
      <button type="button" className="side-button" disabled={stopping.isPending} onClick={() => stopping.mutate()}>
        {say(words.cancel)}
      </button>
    </div>
  )
}

function Interrupted({ found }: { found: ImportDetail }) {
  const { say } = useSpeech()
  const client = useQueryClient()
  const again = useMutation({
    mutationFn: () => readFiles(found.importId),
    onSuccess: () => client.invalidateQueries({ queryKey: ['import', found.importId] }),
  })
  const stopping = useStopping(found)
  return (
    <div className="sheet import-note">
      <p>
        {say(words.interrupted)} {fileNames(found.files, say)}
      </p>
      <button type="button" className="main-button" disabled={again.isPending} onClick={() => again.mutate()}>
        {say(words.readAgain)}
      </button>{' '}
      <button type="button" className="side-button" disabled={stopping.isPending} onClick={() => stopping.mutate()}>
        {say(words.discard)}
      </button>
      {again.isError && <ErrorPanel error={again.error} what={say(words.notDone)} />}
    </div>
  )
}

/** Nothing has been chosen yet, so it goes without being asked twice. */
function useStopping(found: ImportDetail) {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => discard(found.importId, found),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['imports'] })
      return navigate({ to: '/imports' })
    },
  })
}
