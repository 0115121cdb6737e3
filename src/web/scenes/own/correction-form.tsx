import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { OwnCorrection } from '#server/contract/index.ts'
import { askForCorrection, ownQuery } from '../../client/own-queries.ts'
import { useSpeech } from '../../language/language.tsx'
import { ownWords as words } from '../../language/words/own.ts'
import { ActDialog, Line } from '../../parts/act-dialog.tsx'

/** Asks for what is held to be corrected. */
export function CorrectionForm({ onClose }: { onClose(): void }) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const id = useId()
  const [part, setPart] = useState<OwnCorrection['part']>('basics')
  const [says, setSays] = useState('')
  return (
    <ActDialog
      title={say(words.correct)}
      lead={say(words.correctLead)}
      verb={say(words.answer)}
      ready={says.trim() !== ''}
      act={async () => queries.setQueryData(ownQuery.queryKey, await askForCorrection({ part, says: says.trim() }))}
      onClose={onClose}
    >
      <div className="act-line">
        <label htmlFor={id}>{say(words.correctPart)}</label>
        <select id={id} value={part} onChange={({ target }) => setPart(target.value as OwnCorrection['part'])}>
          {identifiersOf('recordPart').map((each) => (
            <option key={each} value={each}>
              {say(labelOf('recordPart', each))}
            </option>
          ))}
        </select>
      </div>
      <Line label={say(words.correctSays)} value={says} onChange={setSays} rows={5} />
    </ActDialog>
  )
}
