import { useEffect, useState } from 'react'
import type { PasswordTrial } from '#server/contract/index.ts'
import { tryPassword } from '../../client/account-queries.ts'
import { useSpeech } from '../../language/language.tsx'
import { accountWords as words } from '../../language/words/account.ts'

const pauseMs = 400

/** How the password that is being typed would do. The site itself says so, by the rule it will hold it to; nothing is kept. */
export function PasswordMeter({ next, asked }: { next: string; asked: number }) {
  const { say } = useSpeech()
  const [found, setFound] = useState<{ readonly of: string; readonly trial: PasswordTrial }>()
  useEffect(() => {
    if (next === '') return
    let isOutdated = false
    const timer = setTimeout(() => {
      tryPassword(next).then(
        (trial) => isOutdated || setFound({ of: next, trial }),
        // What is wrong shows when the password is changed.
        () => undefined,
      )
    }, pauseMs)
    return () => {
      isOutdated = true
      clearTimeout(timer)
    }
  }, [next])
  if (next === '' || found === undefined) return null
  const { withstands, fault } = found.trial
  const power = Math.floor(withstands)
  return (
    <div className="password-meter" aria-live="polite" aria-busy={found.of !== next}>
      <meter
        min={0}
        max={asked * 1.4}
        low={asked}
        optimum={asked * 1.4}
        value={withstands}
        aria-label={say(words.strength)}
      />
      <span className="second">
        {fault ? say(fault.message) : say(words.strongEnough, { power })}
        {fault && ` ${say(fault.mend)}`}
      </span>
    </div>
  )
}
