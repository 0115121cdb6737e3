import type { Text } from '#domain/text.ts'
import type { SlateChoices, SlateRequestShape } from '#server/contract/index.ts'
import { count } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { wishWords } from '../../../../language/words/slates.ts'
import { Panel } from '../../../../parts/panel.tsx'
import { NumberField, type PartProps } from './fields.tsx'

type Force = SlateRequestShape['fill']['force']

const forceLabels: Readonly<Record<Force, Text>> = {
  off: wishWords.off,
  goal: wishWords.goal,
  limit: wishWords.limit,
}

/** Goals and limits as switches: off, a goal with a price, or a limit that must hold. */
export function GoalsPart({ choices, request, onChange }: PartProps & { choices: SlateChoices }) {
  const { say } = useSpeech()
  const { fill, rotation, structure, reserve, grassroots } = request
  return (
    <Panel title={say(wishWords.goals)} foot={say(wishWords.priceMeans)}>
      <div className="wish-goals">
        <GoalRow
          label={wishWords.fill}
          means={say(wishWords.fillMeans)}
          force={fill.force}
          price={fill.price}
          onChange={(force, price) => onChange({ ...request, fill: { force, price } })}
        />
        <GoalRow
          label={wishWords.rotation}
          means={say(wishWords.rotationMeans, { count: count(choices.rotationDue) })}
          force={rotation.force}
          price={rotation.price}
          onChange={(force, price) => onChange({ ...request, rotation: { force, price } })}
        />
        <GoalRow
          label={wishWords.structure}
          means={say(wishWords.structureMeans)}
          force={structure.force}
          price={structure.price}
          onChange={(force, price) => onChange({ ...request, structure: { ...structure, force, price } })}
        />
        <GoalRow
          label={wishWords.reserve}
          means={say(wishWords.reserveMeans)}
          force={reserve.force}
          price={reserve.value}
          adds
          onChange={(force, value) =>
            onChange({ ...request, reserve: { force: force === 'off' ? 'off' : 'goal', value } })
          }
        />
        <GoalRow
          label={wishWords.grassroots}
          means={say(wishWords.grassrootsMeans)}
          force={grassroots.force}
          price={grassroots.value}
          adds
          onChange={(force, value) =>
            onChange({ ...request, grassroots: { ...grassroots, force: force === 'off' ? 'off' : 'goal', value } })
          }
        >
          <NumberField
            label={`${say(wishWords.grassroots)} ${say(wishWords.grassrootsYears)}`}
            value={grassroots.years}
            from={0}
            to={40}
            onChange={(years) => years !== undefined && onChange({ ...request, grassroots: { ...grassroots, years } })}
          />
          <span className="second">{say(wishWords.grassrootsYears)}</span>
        </GoalRow>
      </div>
    </Panel>
  )
}

interface GoalRowProps {
  readonly label: Text
  readonly means: string
  readonly force: Force
  readonly price: number
  /** It can only add to the objective, so it is no limit. */
  readonly adds?: boolean
  readonly children?: React.ReactNode
  onChange(force: Force, price: number): void
}

function GoalRow({ label, means, force, price, adds = false, children, onChange }: GoalRowProps) {
  const { say } = useSpeech()
  const forces: readonly Force[] = adds ? ['off', 'goal'] : ['off', 'goal', 'limit']
  const priceLabel = say(adds ? wishWords.value : wishWords.price)
  return (
    <fieldset className="wish-goal">
      <legend className="out-of-sight">{say(label)}</legend>
      <span className="wish-goal-name" aria-hidden="true">
        {say(label)}
      </span>
      <span className="wish-switch">
        {forces.map((each) => (
          <label key={each} className={each === force ? 'on' : ''}>
            <input
              type="radio"
              name={label.en}
              className="out-of-sight"
              checked={each === force}
              onChange={() => onChange(each, price)}
            />
            {say(forceLabels[each])}
          </label>
        ))}
      </span>
      <span className="wish-price">
        {force === 'goal' && (
          <>
            <span className="second">{priceLabel}</span>
            <NumberField
              label={`${say(label)} ${priceLabel}`}
              value={price}
              from={0}
              to={100}
              step={0.05}
              onChange={(next) => next !== undefined && onChange(force, next)}
            />
            {children}
          </>
        )}
      </span>
      <span className="second wish-means">{means}</span>
    </fieldset>
  )
}
