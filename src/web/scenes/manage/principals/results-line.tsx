import { Link } from '@tanstack/react-router'
import type { PrincipalDetail } from '#server/contract/index.ts'
import { figure } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { principalWords as words } from '../../../language/words/principals.ts'
import { WideTable } from '../../../parts/wide-table.tsx'

type Year = PrincipalDetail['results'][number]

const height = 120
const step = 64
const inset = 20
/** Nine in ten of a normal distribution lie within so many standard deviations. */
const reach = 1.645

/** Results of the unit year by year against where an average team would fall; the table beneath says the same. */
export function ResultsLine({ years, unitId }: { readonly years: readonly Year[]; readonly unitId: string }) {
  const { say } = useSpeech()
  const bounds = years.flatMap(({ actual, expected, sd }) => [actual, expected - reach * sd, expected + reach * sd])
  const least = Math.min(...bounds)
  const most = Math.max(...bounds)
  const y = (value: number): number => inset + ((most - value) / Math.max(most - least, 1e-9)) * (height - 2 * inset)
  const x = (place: number): number => inset + place * step
  const line = years.map(({ actual }, place) => `${x(place)},${y(actual)}`).join(' ')
  return (
    <figure className="results-line">
      <figcaption>
        <b>{say(words.resultsPart)}</b> <span className="second">{say(words.resultsNote)}</span>{' '}
        <Link to="/teams/$unitId" params={{ unitId }}>
          {say(words.teamPaper)}
        </Link>
      </figcaption>
      <div className="sheet-scroll">
        <svg width={2 * inset + (years.length - 1) * step} height={height} aria-hidden="true">
          {years.map(({ year, expected, sd }, place) => (
            <g key={year}>
              <line
                x1={x(place)}
                x2={x(place)}
                y1={y(expected - reach * sd)}
                y2={y(expected + reach * sd)}
                stroke="var(--group)"
                strokeWidth="14"
              />
              <text x={x(place)} y={height - 2} textAnchor="middle" className="results-year">
                {year}
              </text>
            </g>
          ))}
          <polyline points={line} fill="none" stroke="var(--interval)" strokeWidth="1.5" />
          {years.map(({ year, actual }, place) => (
            <circle key={year} cx={x(place)} cy={y(actual)} r="4" fill="var(--accent)" stroke="var(--paper)" />
          ))}
        </svg>
      </div>
      <WideTable label={say(words.resultsPart)} className="figures">
        <thead>
          <tr>
            <td />
            {years.map(({ year }) => (
              <th key={year} scope="col" className="number">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say(words.actual)}</th>
            {years.map(({ year, actual }) => (
              <td key={year} className="number">
                {figure(actual, 2)}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{say(words.expected)}</th>
            {years.map(({ year, expected, sd }) => (
              <td key={year} className="number">
                {figure(expected - reach * sd, 2)} – {figure(expected + reach * sd, 2)}
              </td>
            ))}
          </tr>
        </tbody>
      </WideTable>
    </figure>
  )
}
