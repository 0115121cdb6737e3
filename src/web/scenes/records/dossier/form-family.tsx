import { Link } from '@tanstack/react-router'
import { ageOn, parseDate } from '#domain/calendar.ts'
import type { Dossier } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { formWords } from '../../../language/words/dossier.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { Unknown } from '../../../parts/nothing.tsx'

interface FormFamilyProps {
  readonly relatives: Dossier['relatives']
  readonly asOf: string
}

export function FormFamily({ relatives, asOf }: FormFamilyProps) {
  const { say } = useSpeech()
  const heads = [formWords.relation, formWords.name, formWords.age, formWords.politics, formWords.unitAndPost]
  return (
    <table className="form form-family">
      <caption>{say(formWords.family)}</caption>
      <thead>
        <tr>
          <ColumnHeads heads={heads} />
        </tr>
      </thead>
      <tbody>
        {relatives.length === 0 && (
          <tr>
            <td colSpan={5}>
              <Unknown wide />
            </td>
          </tr>
        )}
        {relatives.map((relative) => (
          <tr key={relative.relation + relative.name}>
            <td>{relative.relation}</td>
            <td>
              {relative.cadreId ? (
                <Link to="/cadres/$cadreId" params={{ cadreId: relative.cadreId }}>
                  {relative.name}
                </Link>
              ) : (
                relative.name
              )}
            </td>
            <td>{ageText(relative.bornOn, asOf) ?? <Unknown wide />}</td>
            <td>{relative.party ?? <Unknown wide />}</td>
            <td>{relative.post ?? <Unknown wide />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Completed years; both where the unknown day decides. */
function ageText(bornOn: string | null, asOf: string): string | undefined {
  const born = bornOn === null ? undefined : parseDate(bornOn)
  const today = parseDate(asOf)
  if (born === undefined || today === undefined) return undefined
  const { least, most } = ageOn(born, today)
  return least === most ? String(least) : `${least}–${most}`
}
