import type { ReactNode } from 'react'
import { rosterTopics } from '#domain/lexicon/roster-fields.ts'
import type { Comparison } from '#server/contract/index.ts'
import { CareersTogether } from '../../../charts/careers-together.tsx'
import { Explained } from '../../../help/explained.tsx'
import { type Say, useSpeech } from '../../../language/language.tsx'
import { comparisonWords as words } from '../../../language/words/comparison.ts'
import { WideTable } from '../../../parts/wide-table.tsx'
import { ComparedHead, type HeadActs } from './compared-head.tsx'
import type { Compared, ComparedRow } from './compared-row.ts'
import { fieldRows } from './field-rows.tsx'
import { findingRows } from './finding-rows.tsx'
import { measureRows } from './measure-rows.tsx'
import { sheetRows } from './sheet-rows.tsx'

export interface Section {
  readonly key: string
  readonly title: ReactNode
  readonly note?: string
  readonly rows: readonly ComparedRow[]
  /** Drawn over the whole width, above the rows. */
  readonly drawing?: ReactNode
}

/** Everything that is laid side by side, in the order in which a meeting asks for it. */
export function sectionsOf(comparison: Comparison, say: Say): readonly Section[] {
  const { people, seat, asOf } = comparison
  const fields = (...topics: (keyof typeof rosterTopics)[]) => topics.flatMap((topic) => fieldRows(people, topic, say))
  return [
    { key: 'person', title: say(rosterTopics.person), rows: fields('person', 'education') },
    { key: 'post', title: say(rosterTopics.post), rows: fields('post') },
    {
      key: 'career',
      title: say(words.careers),
      rows: fields('career'),
      drawing: <CareersTogether people={people} asOf={asOf} />,
    },
    { key: 'conduct', title: say(rosterTopics.conduct), rows: fields('conduct') },
    ...(seat
      ? [
          {
            key: 'findings',
            title: say(words.findings),
            note: say(words.findingsNote, { unit: seat.unitName, title: seat.title }),
            rows: findingRows(people, seat),
          },
        ]
      : []),
    {
      key: 'measures',
      title: <Explained id="interval">{say(words.measures)}</Explained>,
      note: say(words.measuresNote),
      rows: measureRows(comparison),
    },
    { key: 'growth', title: say(rosterTopics.growth), rows: fields('growth') },
    {
      key: 'sheets',
      title: <Explained id="judgement-sheet">{say(words.sheets)}</Explained>,
      note: say(words.sheetsNote),
      rows: sheetRows(people, say),
    },
  ]
}

interface ComparedTableProps {
  readonly people: readonly Compared[]
  readonly sections: readonly Section[]
  readonly acts: HeadActs
}

/** One table, so that a person is one column from the photo to the sheet; the heads and the names of the rows stay in sight. */
export function ComparedTable({ people, sections, acts }: ComparedTableProps) {
  const { say } = useSpeech()
  return (
    <WideTable className="compared" label={say(words.title)}>
      <colgroup>
        <col className="compared-names" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <span className="out-of-sight">{say(words.who)}</span>
          </th>
          {people.map((person, at) => (
            <th key={person.cadreId} scope="col">
              <ComparedHead person={person} at={at} of={people.length} acts={acts} />
            </th>
          ))}
        </tr>
      </thead>
      {sections.map(({ key, title, note, rows, drawing }) => (
        <tbody key={key}>
          <tr className="compared-section">
            <th colSpan={people.length + 1} scope="rowgroup">
              <div>
                <h2>{title}</h2>
                {note && <p className="second">{note}</p>}
              </div>
            </th>
          </tr>
          {drawing && (
            <tr>
              <td className="compared-drawing" colSpan={people.length + 1}>
                {drawing}
              </td>
            </tr>
          )}
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.head}</th>
              {people.map((person) => (
                <td key={person.cadreId}>{row.cell(person)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </WideTable>
  )
}
