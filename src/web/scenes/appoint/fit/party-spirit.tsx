import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { FitDetail } from '#server/contract/index.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { fitWords as words } from '../../../language/words/fit.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'

type Statement = FitDetail['partySpirit']['statements'][number]

const shownAtFirst = 6

/** What is on file of political conduct, each with who said it: read by people, added up by nothing. */
export function PartySpirit({ detail: { partySpirit } }: { detail: FitDetail }) {
  const { say, language } = useSpeech()
  const [all, setAll] = useState(false)
  const { asked, statements } = partySpirit
  const shown = all ? statements : statements.slice(0, shownAtFirst)
  return (
    <Panel title={say(words.partySpirit)} note={say(words.partySpiritNote)} flush>
      {asked.length > 0 && (
        <p className="fit-asked-spirit second">
          {say(words.spiritAsked, { elements: asked.join(language === 'zh' ? '、' : ', ') })}
        </p>
      )}
      {statements.length === 0 && <EmptyState why={say(words.noStatements)} />}
      <ul className="fit-statements">
        {shown.map((statement) => (
          <li key={statement.evidence}>
            <Quotation statement={statement} />
          </li>
        ))}
      </ul>
      {shown.length < statements.length && (
        <p className="fit-more">
          <button type="button" className="plain-button" onClick={() => setAll(true)}>
            {say(words.showRest, { count: statements.length - shown.length })}
          </button>
        </p>
      )}
    </Panel>
  )
}

function Quotation({ statement }: { statement: Statement }) {
  const { say } = useSpeech()
  const { aspect, channel, tone, on, source, event, text, repeats } = statement
  const said = [labelOf('aspect', aspect), ...(tone ? [labelOf('tone', tone)] : [])].map((label) => say(label))
  return (
    <>
      <p className="second">
        {said.join(' · ')}
        {event && ` · ${event}`}
      </p>
      {text && <blockquote>{text}</blockquote>}
      <p className="quiet">
        {say(words.recorded, {
          source: [source, say(labelOf('statementChannel', channel))].filter(Boolean).join(' '),
          on: day(on),
        })}
        {repeats && ` · ${say(words.repeats, { id: repeats })}`}
      </p>
    </>
  )
}
