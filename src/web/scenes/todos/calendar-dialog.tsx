import { useState } from 'react'
import { useSpeech } from '../../language/language.tsx'
import { todoWords as words } from '../../language/words/todos.ts'
import '../../parts/act-dialog.css'
import { Dialog } from '../../parts/dialog.tsx'
import { TakeOut } from '../../parts/take-out.tsx'

const scopes = ['mine', 'department', 'all'] as const

/** What is due as a calendar file: whose, and what for. */
export function CalendarDialog({ onClose }: { onClose(): void }) {
  const { say } = useSpeech()
  const [scope, setScope] = useState<(typeof scopes)[number]>('mine')
  return (
    <Dialog title={say(words.takeOut)} onClose={onClose}>
      <div className="act-dialog">
        <p className="second">{say(words.takeOutNote)}</p>
        <fieldset className="act-choice">
          <legend className="out-of-sight">{say(words.scope)}</legend>
          {scopes.map((one) => (
            <label key={one}>
              <input type="radio" name="scope" checked={scope === one} onChange={() => setScope(one)} />
              {say(words[one])}
            </label>
          ))}
        </fieldset>
        <TakeOut path="/todos/calendar" formats={['ics']} order={{ scope }} />
      </div>
    </Dialog>
  )
}
