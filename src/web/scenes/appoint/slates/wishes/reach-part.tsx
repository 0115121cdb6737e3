import { useSpeech } from '../../../../language/language.tsx'
import { wishWords } from '../../../../language/words/slates.ts'
import { Panel } from '../../../../parts/panel.tsx'
import { NumberField, type PartProps, Sentence } from './fields.tsx'

/** How far the moves reach: steps of a chain, exchanges, how many people in all, what a move costs. */
export function ReachPart({ request, onChange }: PartProps) {
  const { say } = useSpeech()
  const { movesMost, ...unbounded } = request
  return (
    <Panel title={say(wishWords.chains)} explained="chain">
      <Sentence>
        <span>{say(wishWords.chainMost)}</span>
        <NumberField
          label={say(wishWords.chainMost)}
          value={request.chainMost}
          from={1}
          to={5}
          onChange={(chainMost) => chainMost !== undefined && onChange({ ...request, chainMost })}
        />
        <span>{say(wishWords.chainMostAfter)}</span>
      </Sentence>
      <Sentence>
        <label>
          <input
            type="checkbox"
            checked={request.exchanges}
            onChange={({ target }) => onChange({ ...request, exchanges: target.checked })}
          />{' '}
          {say(wishWords.exchanges)}
        </label>
      </Sentence>
      <Sentence>
        <span>{say(wishWords.movesMost)}</span>
        <NumberField
          label={say(wishWords.movesMost)}
          value={movesMost}
          from={1}
          to={50_000}
          optional
          onChange={(most) => onChange(most === undefined ? unbounded : { ...request, movesMost: most })}
        />
        <span>{say(wishWords.movesMostAfter)}</span>
      </Sentence>
      <Sentence>
        <span>{say(wishWords.moveCost)}</span>
        <NumberField
          label={say(wishWords.moveCost)}
          value={request.moveCost}
          from={0}
          to={100}
          step={0.05}
          onChange={(moveCost) => moveCost !== undefined && onChange({ ...request, moveCost })}
        />
        <span>{say(wishWords.moveCostAfter)}</span>
      </Sentence>
    </Panel>
  )
}
