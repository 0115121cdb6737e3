import { labelOf } from '#domain/lexicon/terms.ts'
import type { GradePage } from '#server/contract/index.ts'
import { citationText } from '../../../language/citation.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { incentiveWords as words } from '../../../language/words/incentives.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

/** The places of a unit by the shares of the law: how many, filled, free. */
export function GradeShares({ unit }: { readonly unit: NonNullable<GradePage['unit']> }) {
  const { say, language } = useSpeech()
  return (
    <Panel
      title={say(words.shares, { unit: unit.name })}
      explained="grade-queue"
      note={unit.quota === null ? undefined : say(words.sharesNote, { quota: count(unit.quota) })}
      flush
    >
      {unit.quota === null && <EmptyState why={say(words.sharesUnknown)} />}
      {unit.quota !== null && (
        <WideTable label={say(words.grades)} className="figures">
          <thead>
            <tr>
              <ColumnHeads heads={[words.shareGrades]} />
              <ColumnHeads heads={[words.sharePlaces, words.shareFilled, words.shareFree]} figures />
            </tr>
          </thead>
          <tbody>
            {unit.shares.map(({ grades, places, filled, basis }) => (
              <tr key={grades.join()}>
                <th scope="row">
                  {grades.map((grade) => say(labelOf('grade', grade))).join(language === 'zh' ? '、' : ', ')}
                  <small>{citationText(basis, language)}</small>
                </th>
                <td className="number">{places === null ? say(words.unknown) : count(places)}</td>
                <td className="number">{count(filled)}</td>
                <td className="number">{places === null ? '' : count(places - filled)}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </Panel>
  )
}
