import { Checkbox, Radio, Select, Switch } from 'antd'
import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import { useSpeech } from '../../language/language.tsx'
import { styleWords as words } from '../../language/words/style.ts'
import '../../parts/buttons.css'
import { DateInput } from '../../parts/date-input.tsx'
import { Pager } from '../../parts/pager.tsx'
import { Panel } from '../../parts/panel.tsx'
import '../../parts/tabs.css'
import '../../parts/views.css'

const levels = ['section-chief', 'division-deputy', 'division-chief'] as const

export function Controls() {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.controls)} note={say(words.controlsNote)}>
      <div className="style-rows">
        <Buttons />
        <Fields />
        <Choices />
        <Ways />
      </div>
    </Panel>
  )
}

function Buttons() {
  const { say } = useSpeech()
  return [false, true].map((disabled) => (
    <p key={String(disabled)}>
      <span className="quiet">{say(disabled ? words.disabled : words.usual)}</span>
      <button type="button" className="main-button" disabled={disabled}>
        {say(words.submit)}
      </button>
      <button type="button" className="side-button" disabled={disabled}>
        {say(words.compare)}
      </button>
      <button type="button" className="plain-button" disabled={disabled}>
        {say(words.list)}
      </button>
    </p>
  ))
}

function Fields() {
  const { say } = useSpeech()
  const [on, setOn] = useState('2026-11-24')
  const options = levels.map((level) => ({ value: level, label: say(labelOf('postLevel', level)) }))
  const states = [
    ['usual', {}],
    ['wrong', { 'aria-invalid': true }],
    ['disabled', { disabled: true }],
  ] as const
  return states.map(([name, state]) => (
    <p key={name}>
      <span className="quiet">{say(words[name])}</span>
      <input type="text" aria-label={say(words.name)} placeholder={say(words.name)} {...state} />
      <DateInput label={say(words.day)} value={on} onChange={setOn} disabled={name === 'disabled'} />
      <select aria-label={say(words.choice)} {...state}>
        {options.map(({ value, label }) => (
          <option key={value}>{label}</option>
        ))}
      </select>
      <Select
        aria-label={say(words.choice)}
        options={options}
        defaultValue={levels[0]}
        disabled={name === 'disabled'}
        {...(name === 'wrong' && { status: 'error' })}
      />
    </p>
  ))
}

function Choices() {
  const { say } = useSpeech()
  const [level, setLevel] = useState<string>(levels[0])
  return [false, true].map((disabled) => (
    <p key={String(disabled)}>
      <span className="quiet">{say(disabled ? words.disabled : words.usual)}</span>
      <Checkbox defaultChecked disabled={disabled}>
        {say(words.checked)}
      </Checkbox>
      <Checkbox disabled={disabled}>{say(words.unchecked)}</Checkbox>
      <Radio.Group
        value={level}
        disabled={disabled}
        onChange={({ target }) => setLevel(String(target.value))}
        options={levels.map((value) => ({ value, label: say(labelOf('postLevel', value)) }))}
      />
      <Switch defaultChecked disabled={disabled} aria-label={say(words.checked)} />
    </p>
  ))
}

/** Ways about a page: tabs, views of one list, pages of a long one. */
function Ways() {
  const { say } = useSpeech()
  const [offset, setOffset] = useState(50)
  const [view, setView] = useState(0)
  const names = [words.first, words.second, words.third]
  return (
    <>
      <nav className="tabs" aria-label={say(words.tabs)}>
        {names.map((name, at) => (
          <a key={name.en} href="#controls" aria-current={at === 0 ? 'page' : undefined}>
            {say(name)}
          </a>
        ))}
      </nav>
      <div className="views">
        {names.map((name, at) => (
          <button key={name.en} type="button" aria-pressed={at === view} onClick={() => setView(at)}>
            {say(name)} <span>{12 * (at + 1)}</span>
          </button>
        ))}
      </div>
      <Pager offset={offset} size={50} total={1846} onMove={setOffset} />
    </>
  )
}
