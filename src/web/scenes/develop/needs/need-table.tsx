import { Link } from '@tanstack/react-router'
import { labelOfFact } from '#domain/lexicon/facts.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { NeedRow } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { needLabels, developmentWords as words } from '../../../language/words/development.ts'
import { ColumnHeads, explainedBy } from '../../../parts/column-heads.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

/** A row for each need; the name opens the development of the person. */
export function NeedTable({ rows }: { readonly rows: readonly NeedRow[] }) {
  const { say, language } = useSpeech()
  const listed = (fields: readonly string[]): string =>
    fields.map((field) => say(labelOfFact(field))).join(language === 'zh' ? '、' : ', ')
  return (
    <WideTable label={say(words.title)} className="figures needs">
      <thead>
        <tr>
          <ColumnHeads
            heads={[words.person, words.post, explainedBy('development-need', words.need), words.why, words.proposal]}
          />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.cadreId} ${row.need}`}>
            <th scope="row">
              <Link to="/cadres/$cadreId" params={{ cadreId: row.cadreId }} search={{ part: 'development' }}>
                {row.name}
              </Link>
              {row.reserve === true && <p className="second">{say(words.isReserve)}</p>}
            </th>
            <td>
              {row.unitName} {row.title}
              {row.postLevel && <p className="second">{say(labelOf('postLevel', row.postLevel))}</p>}
            </td>
            <td>{say(needLabels[row.need])}</td>
            <td>
              {row.finding.reasons.map((reason) => (
                <p key={reason.en}>{say(reason)}</p>
              ))}
              {row.finding.missing.length > 0 && (
                <p className="second">{say(words.missing, { fields: listed(row.finding.missing) })}</p>
              )}
            </td>
            <td>{row.proposal ? say(row.proposal) : say(words.fill)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
