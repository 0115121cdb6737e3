import { certaintyLabels, outputLabels } from '#domain/lexicon/sheet-terms.ts'
import type { Say } from '../../../language/language.tsx'
import { type Compared, type ComparedRow, isSameOf } from './compared-row.ts'

const outputs = Object.keys(outputLabels) as (keyof typeof outputLabels)[]

/** The sheets of judgement output by output, each line with how surely it holds. */
export const sheetRows = (people: readonly Compared[], say: Say): readonly ComparedRow[] =>
  outputs.map((output) => ({
    key: output,
    head: say(outputLabels[output]),
    cell: ({ lines }) => (
      <ul>
        {lines
          .filter((line) => line.output === output)
          .map(({ says, certainty }) => (
            <li key={says.zh} className="second">
              {say(says)} <small>{say(certaintyLabels[certainty])}</small>
            </li>
          ))}
      </ul>
    ),
    isSame: isSameOf(people, ({ lines }) => lines.filter((line) => line.output === output).map(({ says }) => says.zh)),
  }))
