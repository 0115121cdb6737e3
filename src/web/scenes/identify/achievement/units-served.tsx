import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Achievement } from '#server/contract/index.ts'
import { unitResultsQuery } from '../../../client/queries.ts'
import { figure, percent } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { achievementWords as words } from '../../../language/words/achievement.ts'
import { place, type Scale } from '../../../parts/interval-bar.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

type Unit = Achievement['units'][number]
type Year = Unit['years'][number]

/** Half-width of the central 90 % of a normal distribution, in standard deviations. */
const halfWidth90 = 1.645

/** Every unit served, latest first: result and expectation by year, own share, and who else was in office on demand. */
export function UnitsServed({ units }: { units: readonly Unit[] }) {
  const { say } = useSpeech()
  const bounds = units.flatMap(({ years }) =>
    years.flatMap(({ actual, expected, sd }) => [actual, expected - halfWidth90 * sd, expected + halfWidth90 * sd]),
  )
  const reach = 1.05 * Math.max(1, ...bounds.map(Math.abs))
  return (
    <WideTable className="figures units-served" label={say(words.units)}>
      <thead>
        <tr>
          <th scope="col">{say(words.year)}</th>
          <th scope="col">{say(words.kind)}</th>
          <th scope="col" className="course-axis">
            {say(words.against)}
          </th>
          <th scope="col" className="number">
            {say(words.actual)}
          </th>
          <th scope="col" className="number">
            {say(words.expected)}
          </th>
          <th scope="col" className="number">
            {say(words.added)}
          </th>
          <th scope="col" className="number">
            {say(words.share)}
          </th>
          <th scope="col" className="number">
            {say(words.own)}
          </th>
        </tr>
      </thead>
      {units.map((unit) => (
        <UnitRows key={unit.unitId} unit={unit} scale={{ from: -reach, to: reach }} />
      ))}
    </WideTable>
  )
}

function UnitRows({ unit, scale }: { unit: Unit; scale: Scale }) {
  const { say } = useSpeech()
  const [isOpen, setOpen] = useState(false)
  return (
    <tbody>
      <tr className="unit-head">
        <th scope="rowgroup" colSpan={8}>
          <b>{unit.unitName}</b>{' '}
          <span className="second">{say(unit.isPrincipal ? words.principal : words.member)}</span>{' '}
          <button type="button" className="plain-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {say(isOpen ? words.hideWho : words.who)}
          </button>
          {isOpen && <InOffice unitId={unit.unitId} years={unit.years} />}
        </th>
      </tr>
      {unit.years.map((year) => (
        <YearRow key={`${year.year} ${year.visibility}`} year={year} scale={scale} />
      ))}
    </tbody>
  )
}

function YearRow({ year, scale }: { year: Year; scale: Scale }) {
  const { say } = useSpeech()
  const left = place(scale, year.expected - halfWidth90 * year.sd)
  const right = place(scale, year.expected + halfWidth90 * year.sd)
  return (
    <tr>
      <td>{year.year}</td>
      <td>{say(words[year.visibility])}</td>
      <td className="course-axis">
        <span className="way-track" aria-hidden="true">
          <span className="course-expected" style={{ left: `${left}%`, width: `${right - left}%` }} />
          <span className="way-dot published" style={{ left: `${place(scale, year.actual)}%` }} />
        </span>
      </td>
      <td className="number">{figure(year.actual, 2)}</td>
      <td className="number">{figure(year.expected, 2)}</td>
      <td className="number">{figure(year.actual - year.expected, 2)}</td>
      <td className="number">{percent(year.share)}</td>
      <td className="number">{figure(year.own, 2)}</td>
    </tr>
  )
}

/** Who was in office in the years of a unit that the person is credited with, and their shares. */
function InOffice({ unitId, years }: { unitId: string; years: readonly Year[] }) {
  const { say } = useSpeech()
  const course = useQuery(unitResultsQuery(unitId))
  if (course.isError) return <ErrorPanel error={course.error} onRetry={() => void course.refetch()} />
  if (!course.data) return <SkeletonRows rows={3} height={20} />
  const own = new Set(years.map(({ year, visibility }) => `${year} ${visibility}`))
  return (
    <ul className="in-office">
      {course.data.years
        .filter(({ year, visibility }) => own.has(`${year} ${visibility}`))
        .map(({ year, visibility, people }) => (
          <li key={`${year} ${visibility}`}>
            <span>{year}</span> <span className="second">{say(words[visibility])}</span>{' '}
            {people.length === 0
              ? say(words.nobody)
              : people.map(({ name, share }) => say(words.whoShare, { name, share: percent(share) })).join(' · ')}
          </li>
        ))}
    </ul>
  )
}
