import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { ArrivalDetail, ImportDetail } from '#server/contract/index.ts'
import { arrivalQuery, choose } from '../../../../client/import-queries.ts'
import type { Search } from '../../../../client/search.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { importWords as words } from '../../../../language/words/imports.ts'
import { ErrorPanel, SkeletonRows } from '../../../../parts/states.tsx'
import { useEdit } from '../use-edit.ts'
import { FieldTable } from './field-table.tsx'
import { RowList } from './row-list.tsx'
import { WhoChoice } from './who-choice.tsx'

interface ArrivalViewProps {
  readonly found: ImportDetail
  readonly number: number
  readonly search: Search
}

/** What is chosen of a person: one value at a time, or a field for everybody. */
export type Choose = (choices: Readonly<Record<string, 'file' | 'record' | null>>, forAll?: boolean) => void

/** One person of an import against the record. */
export function ArrivalView({ found, number, search }: ArrivalViewProps) {
  const { say } = useSpeech()
  const { importId, version, state } = found
  const asked = useQuery(arrivalQuery(importId, number))
  const arrival = asked.data
  const choosing = useEdit(importId, ({ choices, forAll }: { choices: Parameters<Choose>[0]; forAll: boolean }) =>
    choose(importId, { version, number: forAll ? null : number, choices }),
  )
  const onChoose: Choose = (choices, forAll = false) => choosing.mutate({ choices, forAll })
  const isOpen = state === 'draft' && !choosing.isPending
  if (asked.isError) return <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />
  if (!arrival) return <SkeletonRows rows={12} height={30} />
  const { row, file, match, authority, fault } = arrival
  return (
    <article className="arrival" aria-label={arrival.name}>
      <Steps found={found} arrival={arrival} search={search} />
      <header>
        <h2>{arrival.name}</h2>
        <span className="second">{row === null ? file : say(words.place, { file, row })}</span>
      </header>
      {match.notes.map((note) => (
        <p key={note.zh}>{say(note)}</p>
      ))}
      {fault && <p className="import-wanted">{say(fault)}</p>}
      <WhoChoice found={found} arrival={arrival} />
      {authority && (
        <p className="second">{say(words.managedBy, { name: authority.name, reason: authority.reason })}</p>
      )}
      {arrival.hasForm && arrival.target && <p className="second">{say(words.hasForm)}</p>}
      {choosing.isError && <ErrorPanel error={choosing.error} what={say(words.notDone)} />}
      {arrival.fields.length > 0 && (
        <FieldTable title={say(words.basics)} fields={arrival.fields} isOpen={isOpen} onChoose={onChoose} />
      )}
      {arrival.tables.map(({ table, label, rows }) => (
        <RowList key={table} title={say(label)} rows={rows} isOpen={isOpen} onChoose={onChoose} />
      ))}
    </article>
  )
}

function Steps({ found, arrival, search }: { found: ImportDetail; arrival: ArrivalDetail; search: Search }) {
  const { say } = useSpeech()
  const navigate = useNavigate()
  const { importId } = found
  const { previous, next } = arrival
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const to = event.key === 'ArrowUp' ? previous : event.key === 'ArrowDown' ? next : null
      if (!event.altKey || to === null) return
      event.preventDefault()
      void navigate({
        to: '/imports/$importId',
        params: { importId },
        search: { ...search, person: String(to) },
        resetScroll: false,
      })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [previous, next, importId, search, navigate])
  const step = (label: string, to: number | null) =>
    to === null ? (
      <span className="quiet">{label}</span>
    ) : (
      <Link
        to="/imports/$importId"
        params={{ importId }}
        search={{ ...search, person: String(to) }}
        resetScroll={false}
      >
        {label}
      </Link>
    )
  return (
    <nav className="arrival-steps" aria-label={say(words.keys)}>
      <Link to="/imports/$importId" params={{ importId }} search={{ ...search, person: '' }} className="arrival-back">
        {say(words.back)}
      </Link>
      {step(say(words.previous), previous)}
      {step(say(words.next), next)}
      <span className="quiet arrival-keys">{say(words.keys)}</span>
    </nav>
  )
}
