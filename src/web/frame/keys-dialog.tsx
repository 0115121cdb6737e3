import { type Ref, useImperativeHandle, useRef } from 'react'
import { useSpeech } from '../language/language.tsx'
import { frameWords } from '../language/words/frame.ts'
import { keyWords as words } from '../language/words/keys.ts'
import { letterKeys } from './keys.ts'
import { switchLetterKeys, useLetterKeys } from './letter-keys.ts'
import './keys-dialog.css'

const always = [
  { keys: ['Ctrl K'], label: words.search },
  { keys: ['F1'], label: words.help },
  { keys: ['Esc'], label: words.leave },
] as const

/** All keys, and the switch for the single ones. */
export function KeysDialog({ ref }: { ref: Ref<{ open(): void }> }) {
  const { say } = useSpeech()
  const dialog = useRef<HTMLDialogElement>(null)
  const on = useLetterKeys()
  useImperativeHandle(ref, () => ({ open: () => dialog.current?.showModal() }), [])
  return (
    <dialog ref={dialog} className="keys-dialog" aria-labelledby="keys-title">
      <header>
        <h2 id="keys-title">{say(words.title)}</h2>
        <button type="button" className="plain-button" onClick={() => dialog.current?.close()}>
          {say(frameWords.close)}
        </button>
      </header>
      <KeyList rows={always} />
      {letterKeys.map((group) => (
        <section key={group.label.en} data-off={!on || undefined}>
          <h3>{say(group.label)}</h3>
          <KeyList rows={group.keys} />
        </section>
      ))}
      <label>
        <input type="checkbox" checked={on} onChange={(event) => switchLetterKeys(event.target.checked)} />
        {say(words.letters)}
      </label>
      <p className="quiet">{say(words.lettersNote)}</p>
    </dialog>
  )
}

function KeyList({ rows }: { rows: readonly { keys: readonly string[]; label: { zh: string; en: string } }[] }) {
  const { say } = useSpeech()
  return (
    <dl>
      {rows.map(({ keys, label }) => (
        <div key={keys.join(' ')}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{say(label)}</dd>
        </div>
      ))}
    </dl>
  )
}
