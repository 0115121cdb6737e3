import { day, minute } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { dossierHeadWords as words } from '../../../../language/words/dossier-parts.ts'
import { useClocks } from './use-clocks.ts'

/** A moment as the page names it: its day, or its minute where it is within one. */
export const saidMoment = (known: string): string => (known.length === 10 ? day(known) : minute(known))

/** Says in words where the clocks stand, with the way back; nothing while they stand at today. */
export function ClockState() {
  const { say } = useSpeech()
  const { asOf, known, isSet, move } = useClocks()
  if (!isSet) return null
  const text = asOf && known ? words.thenBoth : asOf ? words.thenFacts : words.then
  return (
    <p className="clock-state" role="status">
      {say(text, { ...(asOf && { asOf: day(asOf) }), ...(known && { known: saidMoment(known) }) })}{' '}
      <button type="button" className="plain-button" onClick={() => move({})}>
        {say(words.back)}
      </button>
    </p>
  )
}
