import { Link } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { GradeStepShape } from '#server/contract/index.ts'
import { citationText } from '../../../language/citation.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { incentiveWords as words } from '../../../language/words/incentives.ts'
import { ColumnHeads, explainedBy } from '../../../parts/column-heads.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { stateWords } from './grades-page.tsx'

/** One step a row: from, to, what the rules say, place in the unit's order, and the grounds of whatever is not met. */
export function GradeTable({ steps }: { readonly steps: readonly GradeStepShape[] }) {
  const { say } = useSpeech()
  return (
    <WideTable label={say(words.grades)} className="figures grade-table">
      <thead>
        <tr>
          <ColumnHeads heads={[words.name, words.step, words.state]} />
          <ColumnHeads heads={[explainedBy('grade-queue', words.place), words.free]} figures />
          <ColumnHeads heads={[words.keys, words.grounds]} />
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <GradeRow key={step.cadreId} step={step} />
        ))}
      </tbody>
    </WideTable>
  )
}

function GradeRow({ step }: { readonly step: GradeStepShape }) {
  const { say, language } = useSpeech()
  const years = (months: number | null) =>
    months === null ? say(words.unknown) : say(words.years, { years: (months / 12).toFixed(1) })
  return (
    <tr>
      <th scope="row">
        <Link to="/cadres/$cadreId" params={{ cadreId: step.cadreId }}>
          {step.name}
        </Link>
        <small>{step.post}</small>
      </th>
      <td>
        {step.from === null ? say(words.onlyPost) : say(labelOf('grade', step.from))} → {say(labelOf('grade', step.to))}
      </td>
      <td>
        {say(stateWords[step.state])}
        {step.fromDay && <small>{say(words.fromDay, { day: day(step.fromDay) })}</small>}
        {step.state === 'open' && (
          <small>
            <Link
              to="/cases/new"
              search={{ kind: 'grade-promotion', cadre: step.cadreId, name: step.name, grade: step.to }}
            >
              {say(words.openCase)}
            </Link>
          </small>
        )}
      </td>
      <td className="number">{step.place === null ? '' : count(step.place)}</td>
      <td className="number">{step.free === null ? say(words.unknown) : count(step.free)}</td>
      <td>
        {say(words.keysOf, {
          excellent: count(step.excellentYears),
          grade: years(step.monthsInGrade),
          service: years(step.monthsOfService),
        })}
      </td>
      <td>
        {step.findings.map((finding) => (
          <p key={finding.rule} className="grade-ground">
            {say(finding.reasons[0] ?? finding.questions?.[0] ?? finding.basis.title)}
            <small>{citationText(finding.basis, language)}</small>
          </p>
        ))}
      </td>
    </tr>
  )
}
