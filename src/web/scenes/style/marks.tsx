import { identifiersOf } from '#domain/lexicon/terms.ts'
import { useSpeech } from '../../language/language.tsx'
import { separations, separationWords } from '../../language/words/separation.ts'
import { styleWords as words } from '../../language/words/style.ts'
import { DueMonth } from '../../parts/due-month.tsx'
import { ConfirmedNone, Unknown } from '../../parts/nothing.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Separation } from '../../parts/separation.tsx'
import { VerdictMark } from '../../parts/verdict-mark.tsx'

export function MarkSpecimens() {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.marks)} note={say(words.marksNote)}>
      <div className="style-rows">
        <p>
          <span className="quiet">{say(words.verdicts)}</span>
          {identifiersOf('verdict').map((verdict) => (
            <VerdictMark key={verdict} verdict={verdict} />
          ))}
        </p>
        <p>
          <span className="quiet">{say(words.nothings)}</span>
          <span>
            <Unknown /> {say(words.unknown)}
          </span>
          <span>{say(words.empty)}</span>
          <span>
            <ConfirmedNone /> {say(words.none)}
          </span>
        </p>
        <p>
          <span className="quiet">{say(words.separations)}</span>
          {separations.map((separation) => (
            <span key={separation}>
              {separation === 'inseparable' && <Separation />} {say(separationWords[separation])}
            </span>
          ))}
        </p>
        <p>
          <span className="quiet">{say(words.due)}</span>
          <DueMonth dueOn="2026-03-01" state="overdue" />
          <DueMonth dueOn="2027-02-01" state="due-within-year" />
          <DueMonth dueOn="2030-02-01" state="later" />
        </p>
      </div>
    </Panel>
  )
}
