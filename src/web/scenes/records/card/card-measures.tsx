import type { MeasuredQuantity } from '#server/contract/index.ts'
import { AgainstGroup } from '../../../charts/against-group.tsx'
import { intervalFigures } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { dossierWords } from '../../../language/words/dossier.ts'
import { separationWords } from '../../../language/words/separation.ts'
import { talentCardWords as words } from '../../../language/words/talent-card.ts'

const most = 5

/** Whole measures, not the items of one: those with a figure first, in their usual order. */
export const chosenMeasures = (measured: readonly MeasuredQuantity[]): readonly MeasuredQuantity[] =>
  measured
    .filter(({ measure }) => !measure.startsWith('rating.'))
    .toSorted((a, b) => Number(b.estimate.separable) - Number(a.estimate.separable))
    .slice(0, most)

/** Up to five intervals against the comparable group, each with its figures and what may be said of it. */
export function CardMeasures({ measured }: { readonly measured: readonly MeasuredQuantity[] }) {
  const { say } = useSpeech()
  const shown = chosenMeasures(measured)
  return (
    <section>
      <h3>
        {say(words.measured)} <small>{say(words.measuredNote)}</small>
      </h3>
      {shown.length === 0 && <p className="second">{say(words.noMeasured)}</p>}
      <ul className="talent-measures">
        {shown.map((quantity) => (
          <li key={quantity.measure}>
            <span>{say(quantity.label)}</span>
            <AgainstGroup measured={quantity} />
            <Said quantity={quantity} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Said({ quantity: { estimate, standing } }: { readonly quantity: MeasuredQuantity }) {
  const { say } = useSpeech()
  if (!estimate.separable) return <span className="second">{say(estimate.cause)}</span>
  const { value, lower, upper } = intervalFigures(estimate)
  const isTold = standing && standing.certainty !== 'inseparable'
  return (
    <span className="second">
      <span>
        {value} [{lower}, {upper}]
      </span>
      <span>
        {standing && say(separationWords[standing.certainty])}
        {isTold && ` ${say(standing.side === 'above' ? dossierWords.above : dossierWords.below)}`}
      </span>
    </span>
  )
}
