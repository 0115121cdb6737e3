import { useMemo } from 'react'
import type { RosterChoices, RosterPage, ViewColumn } from '#server/contract/index.ts'
import type { Search } from '../../../client/search.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rosterWords as words } from '../../../language/words/roster.ts'
import { gridColumns } from './columns.ts'
import './printed-roster.css'
import { saidConditions } from './said-conditions.ts'

interface PrintedRosterProps {
  readonly page: RosterPage
  readonly title: string
  readonly columns: readonly ViewColumn[]
  readonly search: Search
  readonly offered: RosterChoices | undefined
}

/** The list on paper: its title, whom it lists, as of when, and every row that was read; a list that is cut says so. */
export function PrintedRoster({ page, title, columns, search, offered }: PrintedRosterProps) {
  const speech = useSpeech()
  const { say } = speech
  const printed = useMemo(() => gridColumns(columns, page, speech), [columns, page, speech])
  const { total, rows } = page
  const conditions = saidConditions(search, offered, say).map((one) => one.words)
  return (
    <div className="printed-roster">
      <h1>{title}</h1>
      <p>{say(words.printedHead, { total: count(total), asOf: day(page.asOf) })}</p>
      {conditions.length > 0 && <p>{say(words.printedConditions, { conditions: conditions.join(say(words.and)) })}</p>}
      {rows.length < total && (
        <p>
          <b>{say(words.printedCut, { shown: count(rows.length), total: count(total) })}</b>
        </p>
      )}
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{say(words.printedNumber)}</th>
            {printed.map(({ id, title: head, note, about }) => (
              <th key={id} scope="col">
                {head} {about ?? note}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.cadreId}>
              <td>{at + 1}</td>
              {printed.map(({ id, figures, cell }) => (
                <td key={id} className={figures ? 'number' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
