import type { Text } from '#domain/text.ts'
import { useSpeech } from '../language/language.tsx'
import { appearanceWords as words } from '../language/words/appearance.ts'
import { appearance, density } from './appearance.ts'
import { type RootChoice, useRootChoice } from './root-choice.ts'
import './choice-switch.css'

interface ChoiceSwitchProps<Choice extends string> {
  readonly of: RootChoice<Choice>
  readonly title: Text
  readonly names: Readonly<Record<Choice, Text>>
}

function ChoiceSwitch<Choice extends string>({ of, title, names }: ChoiceSwitchProps<Choice>) {
  const { say } = useSpeech()
  const [chosen, choose] = useRootChoice(of)
  return (
    <fieldset className="choice-switch">
      <legend className="out-of-sight">{say(title)}</legend>
      {of.choices.map((choice) => (
        <button key={choice} type="button" aria-pressed={choice === chosen} onClick={() => choose(choice)}>
          {say(names[choice])}
        </button>
      ))}
    </fieldset>
  )
}

/** Light, dark, or as the system has it; remembered in this browser. */
export function AppearanceSwitch() {
  return <ChoiceSwitch of={appearance} title={words.appearance} names={words.appearances} />
}

/** Dense or comfortable rows in the tables; remembered in this browser. */
export function DensitySwitch() {
  return <ChoiceSwitch of={density} title={words.density} names={words.densities} />
}
