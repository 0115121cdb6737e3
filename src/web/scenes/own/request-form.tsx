import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OwnRequest } from '#server/contract/index.ts'
import { askOfDepartment, ownQuery } from '../../client/own-queries.ts'
import { useSpeech } from '../../language/language.tsx'
import { ownWords as words } from '../../language/words/own.ts'
import { ActDialog, Line } from '../../parts/act-dialog.tsx'

export interface Asking extends Pick<OwnRequest, 'kind' | 'about'> {
  readonly title: string
}

const grounds = { objection: words.objectGround, explanation: words.explainGround, erasure: words.eraseGround } as const

/** An objection, a question or a request for erasure, with its ground. */
export function RequestForm({ asking, onClose }: { asking: Asking; onClose(): void }) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const [says, setSays] = useState('')
  const { kind, about, title } = asking
  return (
    <ActDialog
      title={title}
      lead={
        <>
          <p>{say(words.requestLead)}</p>
          {kind === 'erasure' && <p>{say(words.eraseLead)}</p>}
        </>
      }
      verb={say(words.answer)}
      ready={says.trim() !== ''}
      act={async () => {
        queries.setQueryData(ownQuery.queryKey, await askOfDepartment({ kind, about, says: says.trim() }))
      }}
      onClose={onClose}
    >
      <Line label={say(grounds[kind])} value={says} onChange={setSays} rows={5} />
    </ActDialog>
  )
}
