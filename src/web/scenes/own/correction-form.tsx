import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { HeldFact, HeldPart } from '#server/contract/index.ts'
import { askForCorrection, ownQuery } from '../../client/own-queries.ts'
import { useSpeech } from '../../language/language.tsx'
import { ownWords as words } from '../../language/words/own.ts'
import { ActDialog, Line } from '../../parts/act-dialog.tsx'

interface CorrectionFormProps {
  /** One fact, or a part of the record. */
  readonly about: HeldFact | HeldPart
  onClose(): void
}

/** Asks for what is held to be corrected; of one fact, it is said which, as it is held now. */
export function CorrectionForm({ about, onClose }: CorrectionFormProps) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const id = useId()
  const fact = typeof about === 'string' ? undefined : about
  const [part, setPart] = useState(typeof about === 'string' ? about : about.part)
  const [says, setSays] = useState('')
  const held = fact && [fact.when, fact.label.zh, fact.says.zh].filter((one) => one !== '').join(' ')
  return (
    <ActDialog
      title={say(words.correct)}
      lead={held === undefined ? say(words.correctLead) : say(words.correctNow, { what: held })}
      verb={say(words.answer)}
      ready={says.trim() !== ''}
      act={async () => {
        const whole = held === undefined ? says.trim() : `「${held}」：${says.trim()}`
        queries.setQueryData(ownQuery.queryKey, await askForCorrection({ part, says: whole }))
      }}
      onClose={onClose}
    >
      {!fact && (
        <div className="act-line">
          <label htmlFor={id}>{say(words.correctPart)}</label>
          <select id={id} value={part} onChange={({ target }) => setPart(target.value as HeldPart)}>
            {identifiersOf('recordPart').map((each) => (
              <option key={each} value={each}>
                {say(labelOf('recordPart', each))}
              </option>
            ))}
          </select>
        </div>
      )}
      <Line label={say(words.correctSays)} value={says} onChange={setSays} rows={5} />
      {fact && <p className="second">{say(words.correctLead)}</p>}
    </ActDialog>
  )
}
