import { useId } from 'react'
import type { FormLook } from '../../../client/form-queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { printedFormWords } from '../../../language/words/forms.ts'
import { DateInput } from '../../../parts/date-input.tsx'
import './forms.css'

const editions = ['usual', '2025'] as const

/** Which edition, and the day that ages are counted to. */
export function FormLookFields({ look, onChange }: { look: FormLook; onChange(look: FormLook): void }) {
  const { say } = useSpeech()
  const id = useId()
  return (
    <div className="form-fields">
      <fieldset className="form-choice">
        <legend className="out-of-sight">{say(printedFormWords.look)}</legend>
        {editions.map((edition) => (
          <label key={edition}>
            <input
              type="radio"
              name={`${id}-edition`}
              checked={look.edition === edition}
              onChange={() => onChange({ ...look, edition })}
            />{' '}
            {say(printedFormWords[edition])}
          </label>
        ))}
      </fieldset>
      <label htmlFor={`${id}-age`}>{say(printedFormWords.ageAsOf)}</label>
      <DateInput
        id={`${id}-age`}
        label={say(printedFormWords.ageAsOf)}
        value={look.ageAsOf}
        optional
        onChange={(ageAsOf) => onChange({ ...look, ageAsOf })}
      />
      <p className="quiet">{say(printedFormWords.ageAsOfNote)}</p>
    </div>
  )
}
