import { Select } from 'antd'
import type { ParameterShape, RuleDetail, RuleParameter } from '#server/contract/index.ts'
import { citationText } from '../../../language/citation.ts'
import { useSpeech } from '../../../language/language.tsx'
import { whatIfWords } from '../../../language/words/what-if.ts'
import { useValueText } from '../named-terms.ts'
import { ParameterName } from '../parameter-name.tsx'
import { readValue, termsBeside, termText, typedValue } from '../parameter-value.ts'
import type { Setting } from './changes.ts'

interface ChangedRuleProps {
  readonly detail: RuleDetail
  readonly settings: readonly Setting[]
  onSet(setting: Setting, counts: ParameterShape): void
  onRemove(): void
}

/** A rule whose numbers are being tried: each parameter with a field, what counts now beside what is changed. */
export function ChangedRule({ detail, settings, onSet, onRemove }: ChangedRuleProps) {
  const { say, language } = useSpeech()
  const { rule, parameters } = detail
  return (
    <fieldset className="changed-rule">
      <legend>
        {say(rule.basis.title)} <span className="second">{citationText(rule.basis, language)}</span>
      </legend>
      {parameters.length === 0 && <p className="second">{say(whatIfWords.noParameters)}</p>}
      {parameters.map((parameter) => {
        const set = settings.find(({ rule: id, name }) => id === rule.id && name === parameter.name)
        return (
          <ParameterField
            key={parameter.name}
            parameter={parameter}
            typed={set?.typed ?? typedValue(parameter.value)}
            onType={(typed) => onSet({ rule: rule.id, name: parameter.name, typed }, parameter.value)}
          />
        )
      })}
      <button type="button" className="plain-button" onClick={onRemove}>
        {say(whatIfWords.removeRule)}
      </button>
    </fieldset>
  )
}

interface ParameterFieldProps {
  readonly parameter: RuleParameter
  readonly typed: string
  onType(typed: string): void
}

function ParameterField({ parameter, typed, onType }: ParameterFieldProps) {
  const { say } = useSpeech()
  const { name, value } = parameter
  const valueText = useValueText()
  const isChanged = typed !== typedValue(value)
  const isWrong = readValue(typed, value) === undefined
  return (
    <div className={isChanged ? 'parameter changed' : 'parameter'}>
      <ParameterName name={name} />
      <Control name={name} value={value} typed={typed} isWrong={isWrong} onType={onType} />
      {isWrong ? (
        <span className="parameter-note" role="alert">
          {say(typeof value === 'number' ? whatIfWords.notNumber : whatIfWords.notValue)}
        </span>
      ) : (
        isChanged && <span className="parameter-note">{say(whatIfWords.countsNow, { value: valueText(value) })}</span>
      )}
    </div>
  )
}

interface ControlProps extends Omit<ParameterFieldProps, 'parameter'> {
  readonly name: string
  readonly value: ParameterShape
  readonly isWrong: boolean
}

function Control({ name, value, typed, isWrong, onType }: ControlProps) {
  const { say } = useSpeech()
  const terms = typeof value === 'string' ? termsBeside(value) : []
  if (terms.length > 0) {
    return (
      <select aria-label={name} value={typed} onChange={({ target }) => onType(target.value)}>
        {terms.map(({ id, label }) => (
          <option key={id} value={id}>
            {say(label)}
          </option>
        ))}
      </select>
    )
  }
  const [first] = Array.isArray(value) ? value : []
  const among = typeof first === 'string' ? termsBeside(first) : []
  const chosen = readValue(typed, value)
  // A list may hold terms of the rule language beside those of the vocabulary.
  const others = (Array.isArray(value) ? value : [])
    .map(String)
    .filter((id) => among.every((term) => term.id !== id))
    .map((id) => ({ id, label: termText(id) }))
  if (among.length > 0 && Array.isArray(chosen)) {
    return (
      <Select
        mode="multiple"
        aria-label={name}
        options={[...others, ...among].map(({ id, label }) => ({ value: id, label: say(label) }))}
        value={chosen.map(String)}
        onChange={(ids: string[]) => onType(JSON.stringify(ids))}
      />
    )
  }
  return (
    <input
      type="text"
      aria-label={name}
      inputMode={typeof value === 'number' ? 'decimal' : 'text'}
      aria-invalid={isWrong}
      value={typed}
      onChange={({ target }) => onType(target.value)}
    />
  )
}
