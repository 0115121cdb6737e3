import { Link } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { ReservePage, ReserveRow } from '#server/contract/index.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { frameWords } from '../../../language/words/frame.ts'
import { reserveWords as words } from '../../../language/words/reserve.ts'
import { evaluationMarks } from '../../../language/words/roster.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { RatingCourse } from '../../../parts/rating-course.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

export function ReserveTable({ list: { rows, scale } }: { list: ReservePage }) {
  const { say } = useSpeech()
  const heads = [
    words.person,
    words.responsible,
    words.evaluations,
    words.ratings,
    words.contact,
    words.changes,
    words.needs,
    words.plan,
    words.guidance,
  ]
  return (
    <WideTable label={say(words.title)} className="figures reserve-table">
      <thead>
        <tr>
          <ColumnHeads heads={heads} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.cadreId} row={row} scale={scale} />
        ))}
      </tbody>
    </WideTable>
  )
}

function Row({ row, scale }: { row: ReserveRow; scale: ReservePage['scale'] }) {
  const { say } = useSpeech()
  const {
    cadreId,
    name,
    post,
    since,
    responsible,
    evaluations,
    ratings,
    lastContact,
    contactDue,
    needs,
    plan,
    guidance,
  } = row
  const course = { to: '/cadres/$cadreId', params: { cadreId }, search: { part: 'over-time' } } as const
  return (
    <tr>
      <th scope="row">
        <Link {...course}>{name}</Link> <small>{post}</small>
      </th>
      <td>
        {responsible.length === 0 ? (
          <span className="reserve-lacking">{say(words.nobody)}</span>
        ) : (
          responsible.map((officer) => say(officer.name)).join(say(frameWords.comma))
        )}
        {since && <small>{say(words.inSince, { day: day(since) })}</small>}
      </td>
      <td>
        {[...evaluations]
          .reverse()
          .map(({ year, result }) => `${String(year).slice(2)}${say(evaluationMarks[result])}`)
          .join(' ')}
      </td>
      <td>
        <RatingCourse ratings={ratings} scale={scale} />
      </td>
      <td>
        {lastContact === null ? <span className="quiet">{say(words.noContact)}</span> : day(lastContact)}
        {contactDue && <small className="reserve-lacking">{say(words.contactDue)}</small>}
      </td>
      <td>
        <Changes row={row} />
      </td>
      <td className="number">
        <Link to="/cadres/$cadreId" params={{ cadreId }} search={{ part: 'work' }}>
          {needs}
        </Link>
      </td>
      <td>
        {plan ? (
          <Link to="/matters/$matterId" params={{ matterId: plan.matterId }}>
            {say(labelOf('planState', plan.state))}
            <span className="out-of-sight"> {name}</span>
          </Link>
        ) : (
          <span className="quiet">{say(words.noPlan)}</span>
        )}
      </td>
      <td className="number">
        {guidance > 0 ? (
          <Link {...course} search={{ part: 'matters' }}>
            {guidance}
          </Link>
        ) : (
          '0'
        )}
      </td>
    </tr>
  )
}

const shown = 2

function Changes({ row: { changes } }: { row: ReserveRow }) {
  const { say } = useSpeech()
  if (changes.length === 0) return <span className="quiet">{say(words.unchanged)}</span>
  return (
    <ul>
      {changes.slice(0, shown).map(({ kind, says }) => (
        <li key={says.en}>
          <span className="second">{say(labelOf('courseChange', kind))}</span> {say(says)}
        </li>
      ))}
      {changes.length > shown && <li className="second">{say(words.more, { count: changes.length - shown })}</li>}
    </ul>
  )
}
