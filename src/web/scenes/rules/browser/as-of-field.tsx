import { useSpeech } from '../../../language/language.tsx'
import { rulesWords } from '../../../language/words/rules.ts'
import { DateInput } from '../../../parts/date-input.tsx'

interface AsOfFieldProps {
  /** The day in the address; none = the as-of date of the screens. */
  readonly asOf: string | undefined
  /** The day that the answer is for. */
  readonly shown: string | undefined
  onChange(asOf: string | undefined): void
}

/** The day that picks the versions in force, with the way back to the day of the other pages. */
export function AsOfField({ asOf, shown, onChange }: AsOfFieldProps) {
  const { say } = useSpeech()
  return (
    <>
      {asOf !== undefined && (
        <button type="button" className="plain-button" onClick={() => onChange(undefined)}>
          {say(rulesWords.asOfBack)}
        </button>
      )}
      <span className="as-of">
        {say(rulesWords.asOf)}
        <DateInput label={say(rulesWords.asOf)} value={asOf ?? shown ?? ''} onChange={onChange} />
      </span>
    </>
  )
}
