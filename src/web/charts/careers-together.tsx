import { labelOf } from '#domain/lexicon/terms.ts'
import type { CareerStep } from '#server/contract/index.ts'
import { useSpeech } from '../language/language.tsx'
import { chartWords } from '../language/words/charts.ts'
import { comparisonWords as words } from '../language/words/comparison.ts'
import { careerTable, stepWords } from './career-timeline.tsx'
import { careersTogether, type LevelBand } from './careers-together-layout.ts'
import { ChartFigure, type ChartTable } from './chart-figure.tsx'
import './careers-together.css'

interface CareersTogetherProps {
  readonly people: readonly {
    readonly cadreId: string
    readonly name: string
    readonly career: readonly CareerStep[]
  }[]
  readonly asOf: string
}

const step = 9

/** Careers of several people: one axis of time, one ladder of levels, a row for each. */
export function CareersTogether({ people, asOf }: CareersTogetherProps) {
  const { say, language } = useSpeech()
  const { levels, years, now, rows } = careersTogether(people, asOf)
  const nameOf = (id: string): string => people.find(({ cadreId }) => cadreId === id)?.name ?? id
  const label = say(words.careersLabel, { count: people.length })
  const steps = levels.map((line) => say(line === 'outside' ? chartWords.outside : labelOf('postLevel', line)))
  const table: ChartTable = {
    columns: [words.person, chartWords.when, chartWords.post, chartWords.level, chartWords.kind].map((head) => ({
      head: say(head),
    })),
    rows: rows.flatMap(({ cadreId, layout }) =>
      careerTable(layout, say).rows.map(({ key, cells }) => ({
        key: `${cadreId} ${key}`,
        cells: [nameOf(cadreId), ...cells],
      })),
    ),
  }
  return (
    <ChartFigure
      label={label}
      table={table}
      legend={
        <span className="second">
          {say(words.careersNote, { levels: steps.join(language === 'zh' ? '、' : ', ') })}
        </span>
      }
    >
      <ul className="careers-together" aria-label={label}>
        {rows.map(({ cadreId, bands }) => (
          <li key={cadreId}>
            <span className="cut">{nameOf(cadreId)}</span>
            <div className="careers-track" style={{ height: levels.length * step + 6 }}>
              {bands.map((band) => (
                <Band key={band.step.tenureId} band={band} words={stepWords(band.step, say)} />
              ))}
              <span className="careers-now" style={{ left: `${now}%` }} />
            </div>
          </li>
        ))}
        <li className="careers-years" aria-hidden="true">
          <span />
          <div>
            {years.map(({ year, left }) => (
              <span key={year} style={{ left: `${left}%` }}>
                {year}
              </span>
            ))}
          </div>
        </li>
      </ul>
    </ChartFigure>
  )
}

function Band({
  band: { left, width, level, current, isBeside, step: post },
  words,
}: {
  band: LevelBand
  words: string
}) {
  const kind = isBeside ? 'beside' : current ? 'current' : ''
  return (
    <span
      className={`careers-band ${kind} ${post.grassroots ? 'grassroots' : ''}`}
      style={{ left: `${left}%`, width: `${width}%`, top: level * step + 3 + (isBeside ? 3 : 0) }}
      title={words}
    />
  )
}
