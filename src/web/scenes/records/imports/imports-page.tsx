import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { ImportSummary } from '#server/contract/index.ts'
import { handIn, importsQuery, type Upload } from '../../../client/import-queries.ts'
import { count, minute } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { importWords as words } from '../../../language/words/imports.ts'
import '../../../parts/buttons.css'
import { PageTitle } from '../../../parts/page-title.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { fileNames } from './file-names.ts'
import './imports.css'

/** Every import, and the way to begin one. */
export function ImportsPage() {
  const { say } = useSpeech()
  const asked = useQuery(importsQuery)
  const imports = asked.data?.imports
  return (
    <>
      <PageTitle title={say(words.title)} note={imports && say(words.count, { total: count(imports.length) })} />
      <Inbox />
      <div className="sheet">
        {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
        {asked.isPending && <SkeletonRows rows={6} height={46} />}
        {imports?.length === 0 && <EmptyState why={say(words.none)} next={say(words.noneNext)} />}
        {imports && imports.length > 0 && <ImportsTable imports={imports} />}
      </div>
    </>
  )
}

function Inbox() {
  const { say } = useSpeech()
  const id = useId()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [progress, setProgress] = useState<Upload>()
  const [isOver, setIsOver] = useState(false)
  const handing = useMutation({
    mutationFn: (files: readonly File[]) => handIn(files, setProgress),
    onSuccess: (importId) => {
      void client.invalidateQueries({ queryKey: ['imports'] })
      return navigate({ to: '/imports/$importId', params: { importId } })
    },
  })
  const take = (files: FileList | null) => {
    if (files && files.length > 0 && !handing.isPending) handing.mutate([...files])
  }
  return (
    <section
      className={isOver ? 'inbox over' : 'inbox'}
      aria-label={say(words.choose)}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <div>
        <input
          id={id}
          type="file"
          multiple
          className="inbox-file"
          disabled={handing.isPending}
          onChange={({ target }) => {
            take(target.files)
            target.value = ''
          }}
        />
        <label htmlFor={id} className="main-button">
          {say(words.choose)}
        </label>
      </div>
      <div>
        <p>{say(words.drop)}</p>
        <p className="second">{say(words.promise)}</p>
        <p role="status">
          {handing.isPending && progress && say(words.uploading, { done: progress.done + 1, total: progress.total })}
        </p>
        {handing.isError && <ErrorPanel error={handing.error} what={say(words.notUploaded)} />}
      </div>
    </section>
  )
}

function ImportsTable({ imports }: { imports: readonly ImportSummary[] }) {
  const { say } = useSpeech()
  return (
    <WideTable label={say(words.title)} className="figures imports">
      <thead>
        <tr>
          {[words.files, words.made, words.state, words.result].map((head) => (
            <th key={head.en} scope="col">
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {imports.map((one) => (
          <tr key={one.importId}>
            <th scope="row">
              <Link to="/imports/$importId" params={{ importId: one.importId }}>
                {fileNames(one.files, say)}
              </Link>
            </th>
            <td className="second">
              {say(one.madeBy)} · {minute(one.madeAt)}
            </td>
            <td>
              {say(words.importStates[one.state])}
              {one.problems > 0 && <span className="second"> · {say(words.problems, { count: one.problems })}</span>}
            </td>
            <td>
              <Result of={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

function Result({ of: { counts, standings } }: { of: ImportSummary }) {
  const { say } = useSpeech()
  if (counts) {
    const { new: added, changed, same } = counts.people
    return say(words.resultOf, { added: count(added), changed: count(changed), same: count(same) })
  }
  const total = Object.values(standings).reduce((sum, many) => sum + many, 0)
  return total === 0 ? null : say(words.waitingOf, { total: count(total), choose: count(standings.choose ?? 0) })
}
