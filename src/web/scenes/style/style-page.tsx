import { useSpeech } from '../../language/language.tsx'
import { styleWords as words } from '../../language/words/style.ts'
import { PageTitle } from '../../parts/page-title.tsx'
import { AppearanceSwitch, DensitySwitch } from '../../tokens/choice-switch.tsx'
import { ChartSpecimens } from './charts.tsx'
import { ColourTable } from './colours.tsx'
import { Controls } from './controls.tsx'
import { MarkSpecimens } from './marks.tsx'
import { PageOrder } from './page-order.tsx'
import { Sizes, TypeScale } from './scales.tsx'
import { StateSpecimens } from './states.tsx'
import { TableSpecimen } from './tables.tsx'
import './style.css'

const parts = [
  ['page', words.page, PageOrder],
  ['colours', words.colours, ColourTable],
  ['type', words.type, TypeScale],
  ['sizes', words.sizes, Sizes],
  ['controls', words.controls, Controls],
  ['marks', words.marks, MarkSpecimens],
  ['table', words.table, TableSpecimen],
  ['charts', words.charts, ChartSpecimens],
  ['states', words.states, StateSpecimens],
] as const

/** Every part of the interface in all its states, in the appearance and language of the reader. */
export function StylePage() {
  const { say } = useSpeech()
  return (
    <>
      <PageTitle
        title={say(words.title)}
        note={say(words.note)}
        aside={
          <>
            <AppearanceSwitch />
            <DensitySwitch />
          </>
        }
      />
      <nav className="tabs" aria-label={say(words.contents)}>
        {parts.map(([id, title]) => (
          <a key={id} href={`#${id}`}>
            {say(title)}
          </a>
        ))}
      </nav>
      <div className="style-parts">
        {parts.map(([id, , Part]) => (
          <div key={id} id={id}>
            <Part />
          </div>
        ))}
      </div>
    </>
  )
}
