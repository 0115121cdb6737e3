import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ConductRowShape } from '#server/contract/index.ts'
import { figure, percent } from '../../../language/format.ts'
import { type Say, useSpeech } from '../../../language/language.tsx'
import { surveyWords as words } from '../../../language/words/surveys.ts'

const shownAtFirst = 6

const kinds = {
  'one-score': words['one-score'],
  severity: words.severityFlag,
  inverted: words.inverted,
  unrelated: words.unrelated,
  ring: words.ring,
  'unit-block': words['unit-block'],
} as const

export const kindLabel = (kind: ConductRowShape['kind']) => kinds[kind]

/** What a person should look at in how ballots were filled in, with how probable it is by chance and what it changes. */
export function ConductList({ rows }: { rows: readonly ConductRowShape[] }) {
  const { say } = useSpeech()
  const [all, setAll] = useState(false)
  const shown = all ? rows : rows.slice(0, shownAtFirst)
  return (
    <>
      <ul className="conduct">
        {shown.map((row) => (
          <ConductItem key={[row.kind, row.surveyId, row.lifted?.cadreId, ...row.raters].join(' ')} row={row} />
        ))}
      </ul>
      {shown.length < rows.length && (
        <p className="conduct-more">
          <button type="button" className="plain-button" onClick={() => setAll(true)}>
            {say(words.more, { count: rows.length - shown.length })}
          </button>
        </p>
      )}
    </>
  )
}

function ConductItem({ row }: { row: ConductRowShape }) {
  const { say } = useSpeech()
  const who = row.raters.length > 0 ? row.raters.join(' ') : say(words.fewRaters)
  return (
    <li>
      <p className="conduct-head">
        <b>{say(kindLabel(row.kind))}</b> <span>{detailOf(row, say)}</span>
        <span className="quiet">{say(words.chance, { p: chanceText(row.probability) })}</span>
      </p>
      <p className="second">
        {row.surveyId && (
          <Link to="/surveys/$surveyId" params={{ surveyId: row.surveyId }}>
            {row.surveyId}
          </Link>
        )}{' '}
        {row.size !== null && row.size > 1 && say(words.raters, { size: row.size })} <span className="code">{who}</span>
      </p>
      {row.people.length > 0 && <Bearings row={row} />}
    </li>
  )
}

function detailOf(row: ConductRowShape, say: Say): string {
  const ballots = row.ballots ?? 0
  switch (row.kind) {
    case 'one-score':
      return say(words.detailOneScore, { ballots, share: percent(row.strength) })
    case 'severity': {
      const detail = row.strength < 0 ? words.detailStern : words.detailKind
      return say(detail, { ballots, size: figure(Math.abs(row.strength), 1) })
    }
    case 'inverted':
    case 'unrelated':
      return say(words.detailSlope, { ballots, size: figure(row.strength, 1) })
    case 'ring':
    case 'unit-block':
      return say(words.detailBlock, { lift: figure(row.strength, 1), press: figure(Math.abs(row.press ?? 0), 1) })
  }
}

/** `0.3%`, `1/40000` where it is rarer than one in a thousand. */
function chanceText(probability: number): string {
  if (probability >= 0.001) return `${(100 * probability).toPrecision(1)}%`
  return probability < 1e-9 ? '<1/10⁹' : `1/${Math.round(1 / probability).toLocaleString('en-US')}`
}

const points = (share: number): string => figure(100 * share, 1)

/** The estimates of those it bears on, with and without the flagged raters. */
function Bearings({ row }: { row: ConductRowShape }) {
  const { say } = useSpeech()
  const roleOf = (cadreId: string): string =>
    cadreId === row.lifted?.cadreId ? say(words.lifted) : cadreId === row.pressed?.cadreId ? say(words.pressed) : ''
  return (
    <table className="bearings" aria-label={say(words.conduct)}>
      <tbody>
        {row.people.map((person) => (
          <tr key={person.cadreId}>
            <td className="quiet">{roleOf(person.cadreId)}</td>
            <th scope="row">
              <Link to="/cadres/$cadreId" params={{ cadreId: person.cadreId }}>
                {person.name ?? person.cadreId}
              </Link>
            </th>
            <td className="number">
              <span className="quiet">{say(words.withAll)}</span> {points(person.with.value)}
            </td>
            <td className="number">
              <span className="quiet">{say(words.withoutThem)}</span> {points(person.without.value)}
            </td>
            <td>{say(sensitivityOf(person), { turned: person.turned })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function sensitivityOf({ sensitive, turned }: ConductRowShape['people'][number]) {
  if (!sensitive) return words.notSensitive
  return turned > 0 ? words.sensitive : words.sensitiveValue
}
