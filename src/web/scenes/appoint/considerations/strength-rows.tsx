import { Link } from '@tanstack/react-router'
import type { Considerations, StrengthShape } from '#server/contract/index.ts'
import { citationText } from '../../../language/citation.ts'
import { useSpeech } from '../../../language/language.tsx'
import {
  meetingWords,
  supportWords,
  traitWords,
  considerationWords as words,
} from '../../../language/words/considerations.ts'
import { VerdictShape } from '../../../parts/verdict-mark.tsx'
import { SupportList } from './support-list.tsx'

/** The strengths that the place asks for, a row each; then what else the record supports. */
export function StrengthRows({ sheet: { asks, candidates } }: { sheet: Considerations }) {
  const { say, language } = useSpeech()
  const asked = candidates[0]?.strengths.filter(({ meeting }) => meeting !== 'not-asked') ?? []
  return (
    <>
      {asked.map(({ trait, rule, basis }) => (
        <tr key={trait}>
          <th scope="row">{say(traitWords[trait])}</th>
          <td className="considered-need">
            <p>{say(words.asksFor)}</p>
            <Link to="/rules/$ruleId" params={{ ruleId: rule }} className="second">
              {citationText(basis, language)}
            </Link>
          </td>
          {candidates.map(({ person, strengths }) => (
            <td key={person.cadreId}>
              {strengths
                .filter((one) => one.trait === trait)
                .map((one) => (
                  <Strength key={one.trait} strength={one} />
                ))}
            </td>
          ))}
        </tr>
      ))}
      <tr>
        <th scope="row">{say(words.others)}</th>
        <td className="considered-need">{asks.length === 0 && <p>{say(words.asksNone)}</p>}</td>
        {candidates.map(({ person, strengths }) => (
          <td key={person.cadreId}>
            <Others strengths={strengths.filter(({ meeting }) => meeting === 'not-asked')} />
          </td>
        ))}
      </tr>
    </>
  )
}

function Strength({ strength }: { strength: StrengthShape }) {
  const { say, language } = useSpeech()
  const { meeting, verdict, supports, against } = strength
  const kinds = [...new Set(supports.map(({ kind }) => kind))].map((kind) => say(supportWords[kind]))
  return (
    <>
      <span className={`bearing ${meeting}`}>
        <VerdictShape verdict={verdict} />
        {say(meetingWords[meeting])}
      </span>
      {kinds.length > 0 && <p>{kinds.join(language === 'zh' ? '、' : ', ')}</p>}
      <SupportList supports={supports} against={against} />
    </>
  )
}

function Others({ strengths }: { strengths: readonly StrengthShape[] }) {
  const { say } = useSpeech()
  if (strengths.length === 0) return <span className="quiet">{say(words.noOthers)}</span>
  return strengths.map((one) => (
    <div key={one.trait} className="other-strength">
      <p>{say(traitWords[one.trait])}</p>
      <SupportList supports={one.supports} against={one.against} />
    </div>
  ))
}
