import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { SimulationShape } from '#server/contract/index.ts'
import { noSteps, redone, type Steps, stepped, undone } from '../../../parts/steps.ts'
import { type Bench, holdersIn, type Named, personReader, seatChosen, seatReader } from './bench.ts'
import { type Change, type Draft, dropped, emptied, mostCompared, readDraft, restored, writeDraft } from './draft.ts'

type Changes = readonly Change[]

/** The draft of the address, and the steps back and forward through its changes. */
export function useDraft(unitId: string) {
  const draft = readDraft(useSearch({ from: '/office/teams/$unitId/simulation' }))
  const [steps, setSteps] = useState<Steps<Changes>>(noSteps)
  const navigate = useNavigate()
  const go = (to: Partial<Draft>): void => {
    const search = writeDraft({ ...draft, ...to })
    void navigate({ to: '/teams/$unitId/simulation', params: { unitId }, search, resetScroll: false })
  }
  const step = (made: [Changes, Steps<Changes>] | undefined) =>
    made &&
    (() => {
      setSteps(made[1])
      go({ changes: made[0] })
    })
  return {
    draft,
    go,
    set(changes: Changes): void {
      setSteps(stepped(steps, draft.changes))
      go({ changes })
    },
    /** Undefined where there is nothing to undo or do again. */
    undo: step(undone(steps, draft.changes)),
    redo: step(redone(steps, draft.changes)),
  }
}

export function useBench(data: SimulationShape, { draft, go, set }: ReturnType<typeof useDraft>): Bench {
  const [picked, pick] = useState<Named>()
  const holders = holdersIn(data)
  const seatAt = seatReader(data)
  const chosen = seatChosen(data, draft)
  const { changes, added, compared } = draft
  const settle = (next: Changes): void => {
    pick(undefined)
    set(next)
  }
  return {
    data,
    draft,
    seat: chosen === undefined ? undefined : seatAt(chosen),
    picked,
    person: personReader(data),
    seatAt,
    pick,
    drop: (positionId, cadreId) => settle(dropped(changes, holders, positionId, cadreId)),
    takeOut: (positionId) => settle(emptied(changes, holders, positionId)),
    restore: (positionId) => settle(restored(changes, positionId)),
    choose: (positionId) => go({ seat: positionId, compared: [] }),
    add: (cadreId) => go({ added: [...new Set([...added, cadreId])] }),
    compare(cadreId) {
      const others = compared.filter((one) => one !== cadreId)
      const next = others.length < compared.length ? others : [...compared, cadreId].slice(0, mostCompared)
      go({ compared: next, seat: chosen })
    },
  }
}
