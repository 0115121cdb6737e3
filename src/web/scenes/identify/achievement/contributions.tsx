import { useId, useState } from 'react'
import type { MeasuredQuantity } from '#server/contract/index.ts'
import { AgainstGroup, againstGroupTable } from '../../../charts/against-group.tsx'
import { ChartFigure } from '../../../charts/chart-figure.tsx'
import { PartsWaterfall } from '../../../charts/parts-waterfall.tsx'
import { count, intervalFigures } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { achievementWords as words } from '../../../language/words/achievement.ts'
import { separationWords } from '../../../language/words/separation.ts'

const order = ['contribution', 'contribution.visible', 'contribution.latent']

/** The contribution, then the visible and the latent one: interval against the group, figures, and its parts on demand. */
export function Contributions({ measured }: { measured: readonly MeasuredQuantity[] }) {
  const { say } = useSpeech()
  const shown = order.flatMap((measure) => measured.filter((quantity) => quantity.measure === measure))
  return (
    <ChartFigure label={say(words.known)} table={againstGroupTable(shown, say)}>
      <ul className="contributions">
        {shown.map((quantity) => (
          <Contribution key={quantity.measure} quantity={quantity} />
        ))}
      </ul>
    </ChartFigure>
  )
}

function Contribution({ quantity }: { quantity: MeasuredQuantity }) {
  const { say } = useSpeech()
  const { estimate, standing } = quantity
  const [isOpen, setOpen] = useState(quantity.measure !== 'contribution')
  const parts = useId()
  const figures = estimate.separable ? intervalFigures(estimate) : undefined
  return (
    <li>
      <div className="contribution">
        <div>
          <b>{say(quantity.label)}</b>
          <p className="second">
            {say(words.results, { n: count(estimate.n) })}{' '}
            {estimate.separable && (
              <button
                type="button"
                className="plain-button"
                aria-expanded={isOpen}
                aria-controls={parts}
                onClick={() => setOpen(!isOpen)}
              >
                {say(words.parts)}
              </button>
            )}
          </p>
        </div>
        <AgainstGroup measured={quantity} />
        <span className="contribution-figures">
          {figures && (
            <>
              {figures.value}{' '}
              <span className="second">
                [{figures.lower}, {figures.upper}]
              </span>
            </>
          )}
        </span>
        <span>
          <b>{say(separationWords[standing?.certainty ?? 'inseparable'])}</b>{' '}
          <span className="second">{say(quantity.statement)}</span>
        </span>
      </div>
      <div id={parts} className="contribution-parts" hidden={!isOpen}>
        {isOpen && estimate.separable && <PartsWaterfall estimate={estimate} />}
      </div>
    </li>
  )
}
