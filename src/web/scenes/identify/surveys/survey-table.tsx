import { Link } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { SurveyRow, SurveysPage } from '#server/contract/index.ts'
import { count, day, figure, percent } from '../../../language/format.ts'
import { type Say, useSpeech } from '../../../language/language.tsx'
import { frameWords } from '../../../language/words/frame.ts'
import { surveyWords as words } from '../../../language/words/surveys.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

export function unitText({ units, unitCount }: Pick<SurveyRow, 'units' | 'unitCount'>, say: Say): string {
  const [first] = units
  if (!first) return say(words.noUnit)
  return unitCount > 1 ? say(words.unitMore, { name: first.name, count: unitCount }) : first.name
}

export function SurveyTable({ list }: { list: SurveysPage }) {
  const { say } = useSpeech()
  return (
    <WideTable className="figures surveys" label={say(words.menu)}>
      <thead>
        <tr>
          <ColumnHeads heads={[words.closed, words.unit, words.channel]} />
          {[words.ratersHead, words.people, words.ballots, words.filled, words.reliabilityHead].map((head) => (
            <th key={head.en} scope="col" className="number">
              {say(head)}
            </th>
          ))}
          <th scope="col">{say(words.flags)}</th>
        </tr>
      </thead>
      <tbody>
        {list.rows.map((row) => (
          <SurveyLine key={row.surveyId} row={row} />
        ))}
      </tbody>
    </WideTable>
  )
}

function SurveyLine({ row }: { row: SurveyRow }) {
  const { say } = useSpeech()
  const flags = row.flags.reduce((sum, each) => sum + each.count, 0)
  return (
    <tr>
      <td className="quiet">{day(row.to)}</td>
      <td>
        <Link to="/surveys/$surveyId" params={{ surveyId: row.surveyId }} title={row.surveyId}>
          {unitText(row, say)}
        </Link>
      </td>
      <td>{row.channels.map((channel) => say(labelOf('ratingChannel', channel))).join(say(frameWords.comma))}</td>
      <td className="number">{count(row.raters)}</td>
      <td className="number">{count(row.cadres)}</td>
      <td className="number">{count(row.ballots)}</td>
      <td className="number">{percent(row.filled)}</td>
      <td className="number">
        {row.reliability ? (
          figure(row.reliability.generalisability, 2)
        ) : (
          <span className="quiet" title={say(words.noReliability)}>
            —
          </span>
        )}
      </td>
      <td>{flags > 0 ? count(flags) : ''}</td>
    </tr>
  )
}
