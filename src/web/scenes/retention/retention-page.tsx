import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Erased, RetentionPage as Page } from '#server/contract/index.ts'
import { sessionQuery } from '../../client/queries.ts'
import { erasePerson, expireRecords, retentionQuery } from '../../client/register-queries.ts'
import { citationText } from '../../language/citation.ts'
import { count, day, minute } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { retentionWords as words } from '../../language/words/register.ts'
import { ActDialog, Line } from '../../parts/act-dialog.tsx'
import { ColumnHeads } from '../../parts/column-heads.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { Panel } from '../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../parts/states.tsx'
import { WideTable } from '../../parts/wide-table.tsx'
import './retention.css'

type DuePerson = Page['people'][number]
type KeptKind = Page['kinds'][number]

/** How long each kind is kept, what is over, and deleting it by the head. */
export function RetentionPage() {
  const { say } = useSpeech()
  const isHead = useQuery(sessionQuery).data?.role === 'head'
  const asked = useQuery({ ...retentionQuery, enabled: isHead })
  return (
    <>
      <PageTitle
        title={say(words.title)}
        note={asked.data && say(words.peopleNote, { count: count(asked.data.people.length) })}
      />
      <p className="page-purpose">{say(words.purpose)}</p>
      {!isHead && <EmptyState why={say(words.onlyHead)} />}
      {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {isHead && asked.isPending && <SkeletonRows rows={8} height={40} />}
      {asked.data && <Kept page={asked.data} />}
    </>
  )
}

function Kept({ page }: { page: Page }) {
  const queries = useQueryClient()
  const [person, setPerson] = useState<DuePerson>()
  const [kind, setKind] = useState<KeptKind>()
  const [done, setDone] = useState<Erased>()
  const show = (next: Page) => queries.setQueryData(retentionQuery.queryKey, next)
  return (
    <div className="retention">
      {done && <Done done={done} />}
      <People people={page.people} onErase={setPerson} />
      <Kinds kinds={page.kinds} onExpire={setKind} />
      <History page={page} />
      {person && (
        <EraseDialog
          person={person}
          onDone={(outcome) => {
            show(outcome.page)
            setDone(outcome)
          }}
          onClose={() => setPerson(undefined)}
        />
      )}
      {kind && <ExpireDialog kind={kind} onDone={show} onClose={() => setKind(undefined)} />}
    </div>
  )
}

function Done({ done }: { done: Erased }) {
  const { say } = useSpeech()
  const { pseudonym, deleted, changed, auditEntries, auditNamed, papers, namesakes } = done
  const named = auditNamed === 0 ? '' : say(words.doneNamed, { count: count(auditNamed) })
  return (
    <p className="retention-done" role="status">
      {say(words.done, {
        pseudonym,
        deleted: count(deleted),
        changed: count(changed),
        audit: count(auditEntries),
        named,
        papers: count(papers),
        namesakes: count(namesakes),
      })}
    </p>
  )
}

function People({ people, onErase }: { people: readonly DuePerson[]; onErase(person: DuePerson): void }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.people)} flush={people.length > 0}>
      {people.length === 0 ? (
        <p className="second">{say(words.noPeople)}</p>
      ) : (
        <WideTable label={say(words.people)} className="figures retention-table">
          <thead>
            <tr>
              <ColumnHeads heads={[words.name, words.since, words.ground]} />
              <td />
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.cadreId}>
                <th scope="row">{person.name}</th>
                <td>{person.since.replaceAll('-', '.')}</td>
                <td>{say(person.ground === 'request' ? words.byRequest : words.byRetention)}</td>
                <td>
                  {person.hindrance ? (
                    <span className="second">
                      {say(person.hindrance.says)} {say(person.hindrance.mend)}
                    </span>
                  ) : (
                    <button type="button" className="plain-button" onClick={() => onErase(person)}>
                      {say(words.erase)}
                      <span className="out-of-sight"> {person.name}</span>
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </Panel>
  )
}

function Kinds({ kinds, onExpire }: { kinds: readonly KeptKind[]; onExpire(kind: KeptKind): void }) {
  const { say, language } = useSpeech()
  return (
    <Panel title={say(words.kinds)} flush>
      <WideTable label={say(words.kinds)} className="figures retention-table">
        <thead>
          <tr>
            <ColumnHeads heads={[words.kind, words.months, words.basis, words.due]} />
            <td />
          </tr>
        </thead>
        <tbody>
          {kinds.map((kept) => (
            <tr key={kept.rule}>
              <th scope="row">{say(kept.label)}</th>
              <td>
                {say(words.monthsOf, { count: kept.months })}{' '}
                {!kept.isConfirmed && <span className="second">{say(words.unconfirmed)}</span>}
              </td>
              <td>{citationText(kept.basis, language)}</td>
              <td>
                {kept.due === null ? (
                  <span className="second">
                    {say(kept.rule === 'RETAIN-PERSON' ? words.listedAbove : words.keptAlways)}
                  </span>
                ) : (
                  say(words.dueRows, { count: count(kept.due), day: day(kept.until) })
                )}
              </td>
              <td>
                {kept.due !== null && kept.due > 0 && (
                  <button type="button" className="plain-button" onClick={() => onExpire(kept)}>
                    {say(words.expire)}
                    <span className="out-of-sight"> {say(kept.label)}</span>
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}

function History({ page: { erasures, expiries } }: { page: Page }) {
  const { say } = useSpeech()
  const lines = [
    ...erasures.map(({ pseudonym, ...one }) => ({ ...one, what: say(words.erased, { pseudonym }) })),
    ...expiries.map(({ label, rows, ...one }) => ({
      ...one,
      what: say(words.expired, { kind: label, count: count(rows) }),
    })),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1))
  return (
    <Panel title={say(words.history)}>
      {lines.length === 0 && <p className="second">{say(words.noHistory)}</p>}
      <ul className="retention-history">
        {lines.map(({ at, by, what, reason }) => (
          <li key={`${at} ${what}`}>
            <span>{minute(at)}</span>
            <span>
              {what} <span className="second">{`${by} · ${reason}`}</span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

interface EraseProps {
  readonly person: DuePerson
  onDone(outcome: Erased): void
  onClose(): void
}

function EraseDialog({ person, onDone, onClose }: EraseProps) {
  const { say } = useSpeech()
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={say(words.eraseTitle, { name: person.name })}
      lead={say(words.eraseLead)}
      verb={say(words.erase)}
      ready={name.trim() === person.name.trim() && reason.trim() !== ''}
      act={async () => onDone(await erasePerson(person.cadreId, { name, reason: reason.trim() }))}
      onClose={onClose}
    >
      <Line label={say(words.typeName)} value={name} onChange={setName} />
      <Line label={say(words.reason)} value={reason} onChange={setReason} rows={3} />
    </ActDialog>
  )
}

interface ExpireProps {
  readonly kind: KeptKind
  onDone(page: Page): void
  onClose(): void
}

function ExpireDialog({ kind, onDone, onClose }: ExpireProps) {
  const { say } = useSpeech()
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={say(words.expireTitle, { kind: kind.label })}
      lead={say(words.expireLead, { day: day(kind.until), count: count(kind.due ?? 0) })}
      verb={say(words.expire)}
      ready={reason.trim() !== ''}
      act={async () => onDone(await expireRecords(kind.kind ?? '', { reason: reason.trim() }))}
      onClose={onClose}
    >
      <Line label={say(words.reason)} value={reason} onChange={setReason} rows={3} />
    </ActDialog>
  )
}
