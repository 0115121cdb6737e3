import type { Comparison } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { certaintyWords, outputWords, comparisonWords as words } from '../../../language/words/sheet.ts'
import { Panel } from '../../../parts/panel.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

const outputs = Object.keys(outputWords) as (keyof typeof outputWords)[]

/** The sheets of judgement side by side, output by output. */
export function ComparedSheets({ comparison }: { comparison: Comparison }) {
  const { say } = useSpeech()
  const { people } = comparison
  return (
    <Panel title={say(words.sheets)} flush>
      <WideTable className="compared" label={say(words.sheets)}>
        <thead>
          <tr>
            <td />
            {people.map(({ cadreId, name }) => (
              <th key={cadreId} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {outputs.map((output) => (
            <tr key={output}>
              <th scope="row">{say(outputWords[output])}</th>
              {people.map((person) => (
                <td key={person.cadreId}>
                  <ul>
                    {person.lines
                      .filter((line) => line.output === output)
                      .map((line) => (
                        <li key={line.says.zh} className="second" title={say(certaintyWords[line.certainty])}>
                          {say(line.says)}
                        </li>
                      ))}
                  </ul>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
