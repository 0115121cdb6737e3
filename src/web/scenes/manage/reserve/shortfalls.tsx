import { Link } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { ReserveCourseShape } from '#server/contract/index.ts'
import { citationText } from '../../../language/citation.ts'
import { useSpeech } from '../../../language/language.tsx'
import { reserveWords as words } from '../../../language/words/reserve.ts'
import { EvidenceLink } from '../../../parts/evidence.tsx'
import { Panel } from '../../../parts/panel.tsx'
import type { Opening } from './course-part.tsx'

interface ShortfallsProps {
  readonly course: ReserveCourseShape
  readonly name: string
  onOpen(opening: Opening): void
}

/** What is proposed for guidance, with what it rests on; a person takes it up, or leaves it. */
export function Shortfalls({ course: { shortfalls }, name, onOpen }: ShortfallsProps) {
  const { say, language } = useSpeech()
  return (
    <Panel title={say(words.shortfalls)} explained="shortfall" note={say(words.shortfallsNote)}>
      {shortfalls.length === 0 && <p className="quiet">{say(words.noShortfalls)}</p>}
      <ul>
        {shortfalls.map(({ kind, source, says, basis, evidence, matterId }) => (
          <li key={source} className="reserve-shortfall">
            <b>{say(labelOf('shortfallKind', kind))}</b>
            <span>{say(says)}</span>
            {basis && <span className="second">{citationText(basis, language)}</span>}
            <EvidenceLink evidence={evidence} />
            {matterId !== null && (
              <Link to="/matters/$matterId" params={{ matterId }}>
                {say(words.takenOpen)}
              </Link>
            )}
            {matterId === null && (
              <button
                type="button"
                className="plain-button"
                onClick={() =>
                  onOpen({
                    kind: 'guidance',
                    title: say(words.guideTitle, { name, kind: labelOf('shortfallKind', kind) }),
                    reason: say(says),
                    origin: { source, says },
                  })
                }
              >
                {say(words.takeUp)}
                <span className="out-of-sight"> {say(says)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
