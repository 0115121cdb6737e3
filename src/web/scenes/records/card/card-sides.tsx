import { certaintyLabels } from '#domain/lexicon/sheet-terms.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Dossier, Sheet } from '#server/contract/index.ts'
import { citationText } from '../../../language/citation.ts'
import { useSpeech } from '../../../language/language.tsx'
import { talentCardWords as words } from '../../../language/words/talent-card.ts'

type Line = Sheet['outputs'][number]['lines'][number]

const most = 4

/** What the sheet of judgement lists for and against, and what the rules find beside: each with how sure it is. */
export function CardSides({ dossier, sheet }: { readonly dossier: Dossier; readonly sheet: Sheet | undefined }) {
  const { say, language } = useSpeech()
  const lines = sheet?.outputs.find(({ output }) => output === 'strengths')?.lines ?? []
  const strengths = lines.filter(({ id }) => id === 'strengths')
  const others = lines.filter(({ id }) => id !== 'strengths')
  const findings = dossier.findings.filter(({ verdict }) => verdict !== 'met').slice(0, most)
  return (
    <section>
      <h3>{say(words.strengths)}</h3>
      {!sheet && <p className="second">{say(words.turnedBack)}</p>}
      {sheet && strengths.length === 0 && <p className="second">{say(words.noStrengths)}</p>}
      <Lines lines={strengths} />
      <h3>{say(words.against)}</h3>
      {others.length + findings.length === 0 && <p className="second">{say(words.noAgainst)}</p>}
      <Lines lines={others} />
      <ul>
        {findings.map(({ rule, verdict, basis }) => (
          <li key={rule}>
            {say(basis.title)}{' '}
            <small>
              {say(labelOf('verdict', verdict))} · {citationText(basis, language)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const { say } = useSpeech()
  return (
    <ul>
      {lines.map(({ id, says, certainty }) => (
        <li key={id}>
          {say(says)} <small>{say(certaintyLabels[certainty])}</small>
        </li>
      ))}
    </ul>
  )
}
