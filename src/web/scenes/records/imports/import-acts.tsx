import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ImportDetail } from '#server/contract/index.ts'
import { apply, compareAnew, discard, obstaclesQuery, undo } from '../../../client/import-queries.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { importWords as words } from '../../../language/words/imports.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { ProblemList } from './findings.tsx'
import { useEdit } from './use-edit.ts'

type Act = 'apply' | 'undo' | 'discard'

/** What can be done with the whole import, each asked once more before it is done. */
export function ImportActs({ found }: { found: ImportDetail }) {
  const { say } = useSpeech()
  const [act, setAct] = useState<Act>()
  const { importId, version, state } = found
  const comparing = useEdit(importId, () => compareAnew(importId, { version }))
  const close = () => setAct(undefined)
  return (
    <>
      {state === 'draft' && (
        <>
          <button
            type="button"
            className="side-button"
            disabled={comparing.isPending}
            onClick={() => comparing.mutate(undefined)}
          >
            {say(words.compareAnew)}
          </button>
          <button type="button" className="side-button" onClick={() => setAct('discard')}>
            {say(words.discard)}
          </button>
          <button type="button" className="main-button" onClick={() => setAct('apply')}>
            {say(words.apply)}
          </button>
        </>
      )}
      {state === 'failed' && (
        <button type="button" className="side-button" onClick={() => setAct('discard')}>
          {say(words.discard)}
        </button>
      )}
      {state === 'applied' && (
        <button type="button" className="side-button" onClick={() => setAct('undo')}>
          {say(words.undo)}
        </button>
      )}
      {comparing.isError && <ErrorPanel error={comparing.error} what={say(words.notDone)} />}
      {act === 'apply' && <ApplyDialog found={found} onClose={close} />}
      {act === 'undo' && <UndoDialog found={found} onClose={close} />}
      {act === 'discard' && (
        <Confirm
          found={found}
          title={say(words.discardTitle)}
          verb={say(words.discard)}
          ready
          work={() => discard(importId, { version })}
          onClose={close}
        >
          <p>{say(words.discardLead)}</p>
        </Confirm>
      )}
    </>
  )
}

interface DialogProps {
  readonly found: ImportDetail
  onClose(): void
}

function ApplyDialog({ found, onClose }: DialogProps) {
  const { say } = useSpeech()
  const { importId, version, standings } = found
  const asked = useQuery(obstaclesQuery(importId))
  const many = (standing: string): string => count(standings[standing] ?? 0)
  const lead = {
    added: many('new'),
    changed: count((standings.changed ?? 0) + (standings.conflicting ?? 0)),
    conflicting: many('conflicting'),
    left: many('left-out'),
  }
  return (
    <Confirm
      found={found}
      title={say(words.applyTitle)}
      verb={say(words.apply)}
      ready={asked.data?.problems.length === 0}
      work={() => apply(importId, { version })}
      onClose={onClose}
    >
      <p>{say(words.applyLead, lead)}</p>
      <Obstacles asked={asked} />
    </Confirm>
  )
}

function UndoDialog({ found, onClose }: DialogProps) {
  const { say } = useSpeech()
  const asked = useQuery(obstaclesQuery(found.importId))
  return (
    <Confirm
      found={found}
      title={say(words.undoTitle)}
      verb={say(words.undo)}
      ready={asked.data?.problems.length === 0}
      work={() => undo(found.importId)}
      onClose={onClose}
    >
      <p>{say(words.undoLead)}</p>
      <Obstacles asked={asked} />
    </Confirm>
  )
}

/** What stands against it, before it is tried. */
function Obstacles({ asked }: { asked: ReturnType<typeof useQuery<{ problems: ImportDetail['findings'] }>> }) {
  const { say } = useSpeech()
  const problems = asked.data?.problems
  if (asked.isError) return <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />
  if (!problems) return <SkeletonRows rows={2} height={24} what={say(words.checking)} />
  if (problems.length === 0) return null
  return (
    <>
      <p>{say(words.obstacles, { count: count(problems.length) })}</p>
      <div className="import-obstacles" tabIndex={0} role="group" aria-label={say(words.findings)}>
        <ProblemList problems={problems.slice(0, 200)} />
      </div>
    </>
  )
}

interface ConfirmProps extends DialogProps {
  readonly title: string
  readonly verb: string
  readonly ready: boolean
  work(): Promise<unknown>
  readonly children: ReactNode
}

function Confirm({ found, title, verb, ready, work, onClose, children }: ConfirmProps) {
  const { say } = useSpeech()
  const client = useQueryClient()
  const doing = useMutation({
    mutationFn: work,
    onSuccess: async () => {
      void client.invalidateQueries({ queryKey: ['imports'] })
      await client.invalidateQueries({ queryKey: ['import', found.importId] })
      onClose()
    },
  })
  return (
    <Dialog title={title} width={560} onClose={onClose}>
      {children}
      {doing.isError && <ErrorPanel error={doing.error} what={say(words.notDone)} />}
      <p className="import-do">
        <button
          type="button"
          className="main-button"
          disabled={!ready || doing.isPending}
          onClick={() => doing.mutate()}
        >
          {verb}
        </button>
        <button type="button" className="side-button" onClick={onClose}>
          {say(words.close)}
        </button>
      </p>
    </Dialog>
  )
}
