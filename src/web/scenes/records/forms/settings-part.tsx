import { useId } from 'react'
import { commonPurposes } from '#domain/lexicon/export-terms.ts'
import type { FormEdition, FormFormatName } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { formBatchWords } from '../../../language/words/forms.ts'
import { takeOutWords } from '../../../language/words/papers.ts'
import { DateInput } from '../../../parts/date-input.tsx'
import { FormLookFields } from './form-look.tsx'

/** As it is being filled in; empty where each form keeps its own. */
export interface FormSettings {
  readonly formats: readonly FormFormatName[]
  readonly edition: FormEdition
  readonly ageAsOf: string
  readonly filledOn: string
  readonly submittedBy: string
  readonly filledBy: string
  readonly reason: string
  readonly purpose: string
}

export const beginSettings: FormSettings = {
  formats: ['pdf'],
  edition: 'usual',
  ...{ ageAsOf: '', filledOn: '', submittedBy: '', filledBy: '', reason: '', purpose: '' },
}

const formats = ['pdf', 'docx', 'lrmx'] as const
const texts = ['submittedBy', 'filledBy', 'reason'] as const

interface SettingsPartProps {
  readonly settings: FormSettings
  onChange(settings: FormSettings): void
}

export function SettingsPart({ settings, onChange }: SettingsPartProps) {
  const { say } = useSpeech()
  const id = useId()
  const turn = (format: FormFormatName): readonly FormFormatName[] =>
    formats.filter((one) => settings.formats.includes(one) !== (one === format))
  return (
    <div className="form-fields">
      <fieldset className="form-choice">
        <legend className="out-of-sight">{say(formBatchWords.formats)}</legend>
        {formats.map((format) => (
          <label key={format}>
            <input
              type="checkbox"
              checked={settings.formats.includes(format)}
              onChange={() => onChange({ ...settings, formats: turn(format) })}
            />{' '}
            {say(formBatchWords[format])}
          </label>
        ))}
      </fieldset>
      <FormLookFields look={settings} onChange={(look) => onChange({ ...settings, ...look })} />
      <label htmlFor={`${id}-filledOn`}>{say(formBatchWords.filledOn)}</label>
      <DateInput
        id={`${id}-filledOn`}
        label={say(formBatchWords.filledOn)}
        value={settings.filledOn}
        optional
        onChange={(filledOn) => onChange({ ...settings, filledOn })}
      />
      {texts.map((field) => (
        <label key={field}>
          {say(formBatchWords[field])}
          <input
            type="text"
            maxLength={500}
            value={settings[field]}
            onChange={({ target }) => onChange({ ...settings, [field]: target.value })}
          />
        </label>
      ))}
      <label htmlFor={`${id}-purpose`}>{say(takeOutWords.purpose)}</label>
      <input
        id={`${id}-purpose`}
        type="text"
        list={`${id}-purposes`}
        maxLength={200}
        placeholder={say(takeOutWords.purposeHint)}
        value={settings.purpose}
        onChange={({ target }) => onChange({ ...settings, purpose: target.value })}
      />
      <datalist id={`${id}-purposes`}>
        {commonPurposes.map((one) => (
          <option key={one.en} value={one.zh} />
        ))}
      </datalist>
      <p className="quiet">{say(takeOutWords.log)}</p>
    </div>
  )
}
