import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OwnMatter } from '#server/contract/index.ts'
import { actAsPerson, ownQuery } from '../../client/own-queries.ts'
import { useSpeech } from '../../language/language.tsx'
import { ownWords as words } from '../../language/words/own.ts'
import '../../parts/buttons.css'
import { draftOf } from '../../parts/matter/draft.ts'
import { MatterActForm } from '../../parts/matter/matter-act-form.tsx'

type OwnActOffered = OwnMatter['acts'][number]

interface OwnActsProps {
  readonly matter: OwnMatter
  readonly acts: readonly OwnActOffered[]
  readonly today: string
}

/** Is it for nobody but the cadre? */
export const isForMe = ({ by }: OwnActOffered): boolean => by.every((actor) => actor === 'person')

/** The ways to answer a matter, each opening its form. */
export function OwnActs({ matter, acts, today }: OwnActsProps) {
  const { say } = useSpeech()
  const [chosen, setChosen] = useState<OwnActOffered>()
  if (acts.length === 0) return null
  return (
    <p className="own-acts">
      {acts.map((act) => (
        <button
          key={act.id}
          type="button"
          className="side-button"
          disabled={act.hindrance !== null}
          onClick={() => setChosen(act)}
        >
          {say(act.label)}
        </button>
      ))}
      {chosen && <Answer matter={matter} act={chosen} today={today} onClose={() => setChosen(undefined)} />}
    </p>
  )
}

interface AnswerProps {
  readonly matter: OwnMatter
  readonly act: OwnActOffered
  readonly today: string
  onClose(): void
}

function Answer({ matter, act, today, onClose }: AnswerProps) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  return (
    <MatterActForm
      act={act}
      today={today}
      officers={[]}
      initial={draftOf(act.initial)}
      undated
      lead={<p>{say(words.answerLead)}</p>}
      verb={say(words.answer)}
      send={async (facts) => {
        const sent = { read: matter.deeds.length, act: act.id, facts }
        queries.setQueryData(ownQuery.queryKey, await actAsPerson(matter.matterId, sent))
      }}
      onClose={onClose}
    />
  )
}
