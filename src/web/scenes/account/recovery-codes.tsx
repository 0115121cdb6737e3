import { useSpeech } from '../../language/language.tsx'
import { accountWords as words } from '../../language/words/account.ts'
import { Panel } from '../../parts/panel.tsx'

/** Shown once: nothing keeps them but the paper that they are written on. */
export function RecoveryCodesOnce({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.codes)} note={say(words.codesOnce)} className="account-once">
      <ul className="account-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" className="main-button" onClick={onKept}>
          {say(words.codesKept)}
        </button>
      </p>
    </Panel>
  )
}
