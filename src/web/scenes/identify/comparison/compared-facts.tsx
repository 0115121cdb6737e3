import type { ReactNode } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import type { Comparison } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { comparisonWords as words } from '../../../language/words/sheet.ts'
import { Unknown } from '../../../parts/nothing.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

type Person = Comparison['people'][number]

const labels: Record<string, Text> = {
  age: words.age,
  education: words.education,
  post: words.post,
  level: words.level,
  grassroots: words.grassroots,
}

/** Plain facts of the record side by side. */
export function ComparedFacts({ comparison, head }: { comparison: Comparison; head: (person: Person) => ReactNode }) {
  const { say } = useSpeech()
  const { people, years } = comparison
  const rows = people[0]?.facts.map(({ id }) => id) ?? []
  return (
    <Panel title={say(words.facts)} flush>
      <WideTable className="compared" label={say(words.facts)}>
        <thead>
          <tr>
            <td />
            {people.map((person) => (
              <th key={person.cadreId} scope="col">
                {head(person)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((id) => (
            <tr key={id}>
              <th scope="row">{labels[id] && say(labels[id])}</th>
              {people.map((person) => {
                const says = person.facts.find((fact) => fact.id === id)?.says
                return <td key={person.cadreId}>{says ? say(says) : <Unknown />}</td>
              })}
            </tr>
          ))}
          <tr>
            <th scope="row">
              {say(words.evaluations)} {years.map((year) => String(year).slice(2)).join(' ')}
            </th>
            {people.map((person) => (
              <td key={person.cadreId}>
                {person.evaluations
                  .map((result) => (result === '' ? '—' : say(labelOf('evaluationResult', result))))
                  .join(' ')}
              </td>
            ))}
          </tr>
        </tbody>
      </WideTable>
    </Panel>
  )
}
