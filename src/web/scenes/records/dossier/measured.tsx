import { useId, useState } from 'react'
import type { MeasuredQuantity } from '#server/contract/index.ts'
import { AgainstGroup, againstGroupTable } from '../../../charts/against-group.tsx'
import { ChartFigure } from '../../../charts/chart-figure.tsx'
import { PartsWaterfall } from '../../../charts/parts-waterfall.tsx'
import { count, intervalFigures } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { achievementWords } from '../../../language/words/achievement.ts'
import { chartWords } from '../../../language/words/charts.ts'
import { dossierWords } from '../../../language/words/dossier.ts'
import { separationWords } from '../../../language/words/separation.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'

/** Every measured quantity as an interval against its comparable group, in figures, and in words; its parts on demand. */
export function Measured({ measured }: { measured: readonly MeasuredQuantity[] }) {
  const { say } = useSpeech()
  const overall = measured[0]
  const sizes = new Set(measured.flatMap(({ group }) => (group ? [group.size] : [])))
  const [size] = sizes
  return (
    <Panel
      title={say(dossierWords.measured)}
      explained="estimate"
      note={
        sizes.size === 1 && size !== undefined
          ? say(dossierWords.measuredNote, { size: count(size) })
          : say(dossierWords.measuredNoteNoGroup)
      }
      foot={overall && say(overall.statement)}
      flush
    >
      {measured.length === 0 ? (
        <EmptyState why={say(dossierWords.noMeasured)} />
      ) : (
        <ChartFigure label={say(dossierWords.measured)} table={againstGroupTable(measured, say)}>
          <p className="measured-median" aria-hidden="true">
            {say(chartWords.median)}
          </p>
          <ul className="measured">
            {measured.map((quantity) => (
              <MeasuredRow key={quantity.measure} quantity={quantity} />
            ))}
          </ul>
        </ChartFigure>
      )}
    </Panel>
  )
}

function MeasuredRow({ quantity }: { quantity: MeasuredQuantity }) {
  const { say } = useSpeech()
  const { estimate } = quantity
  const [open, setOpen] = useState(false)
  const parts = useId()
  const canOpen = estimate.separable && estimate.parts.length > 0
  return (
    <li>
      <div className="measured-row">
        <div>
          <b>{say(quantity.label)}</b>
          <p className="second">
            {say(quantity.measure.startsWith('contribution') ? achievementWords.results : dossierWords.ballots, {
              n: count(estimate.n),
            })}{' '}
            {canOpen && (
              <button
                type="button"
                className="plain-button"
                aria-expanded={open}
                aria-controls={parts}
                onClick={() => setOpen(!open)}
              >
                {say(dossierWords.openParts)}
              </button>
            )}
          </p>
        </div>
        <AgainstGroup measured={quantity} />
        <Figures quantity={quantity} />
        <Standing quantity={quantity} />
      </div>
      <div id={parts} className="measured-parts" hidden={!open}>
        {open && estimate.separable && <PartsWaterfall estimate={estimate} />}
        <p className="second">{say(quantity.statement)}</p>
      </div>
    </li>
  )
}

function Figures({ quantity: { estimate } }: { quantity: MeasuredQuantity }) {
  if (!estimate.separable) return <span />
  const { value, lower, upper } = intervalFigures(estimate)
  return (
    <span className="measured-figures">
      {value}{' '}
      <span>
        [{lower}, {upper}]
      </span>
    </span>
  )
}

function Standing({ quantity }: { quantity: MeasuredQuantity }) {
  const { say } = useSpeech()
  const { estimate, standing } = quantity
  if (!estimate.separable) {
    return (
      <span>
        <b>{say(separationWords.inseparable)}</b>
        <span className="second">{say(estimate.cause)}</span>
      </span>
    )
  }
  if (!standing) return <span />
  const side = standing.side === 'above' ? dossierWords.above : dossierWords.below
  return (
    <span>
      <b>{say(separationWords[standing.certainty])}</b>
      <span className="second">{say(standing.certainty === 'inseparable' ? dossierWords.noSide : side)}</span>
    </span>
  )
}
