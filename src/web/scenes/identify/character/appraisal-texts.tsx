import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Character } from '#server/contract/index.ts'
import { day, percent } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { characterWords as words } from '../../../language/words/character.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'

const shownAtFirst = 10

type AppraisalText = Character['texts'][number]

/** Every appraisal text: what is particular stands out, what fits anybody steps back, what is said elsewhere is named. */
export function AppraisalTexts({ character, cadreId }: { character: Character; cadreId: string }) {
  const { say } = useSpeech()
  const [all, setAll] = useState(false)
  const { texts } = character
  const shown = all ? texts : texts.slice(0, shownAtFirst)
  return (
    <Panel title={say(words.texts)} note={say(words.textsNote)} foot={say(character.summary)} flush>
      {texts.length === 0 && <EmptyState why={say(words.noTexts)} />}
      <ul>
        {shown.map((text) => (
          <TextItem key={text.statementId} text={text} cadreId={cadreId} />
        ))}
      </ul>
      {shown.length < texts.length && (
        <p className="findings-more">
          <button type="button" className="plain-button" onClick={() => setAll(true)}>
            {say(words.showRest, { count: texts.length - shown.length })}
          </button>
        </p>
      )}
    </Panel>
  )
}

function TextItem({ text, cadreId }: { text: AppraisalText; cadreId: string }) {
  const { say } = useSpeech()
  const head = [
    day(text.recordedOn),
    say(labelOf('statementChannel', text.channel)),
    text.aspect && say(labelOf('aspect', text.aspect)),
    text.event,
  ].filter(Boolean)
  return (
    <li className="appraisal-text">
      <p className="second">{head.join(' · ')}</p>
      <p>
        {text.pieces.map((piece, place) => (
          <span key={place} className={piece.kind}>
            {piece.text}
          </span>
        ))}
      </p>
      {text.same && <Sameness same={text.same} cadreId={cadreId} />}
    </li>
  )
}

function Sameness({ same, cadreId }: { same: NonNullable<AppraisalText['same']>; cadreId: string }) {
  const { say } = useSpeech()
  if (same.kind === 'boilerplate' || !same.other) return <p className="sameness">{say(words.boilerplate)}</p>
  const { other } = same
  const share = percent(same.similarity)
  const isOwn = other.cadreId === cadreId
  return (
    <details className="sameness">
      <summary>
        {isOwn ? say(words.copiedOwn, { share }) : say(words.copied, { share, name: other.name ?? other.statementId })}
        <span className="plain-button">{say(words.compare)}</span>
      </summary>
      <p>{other.text}</p>
      {other.cadreId && !isOwn && (
        <Link to="/cadres/$cadreId" params={{ cadreId: other.cadreId }} search={{ part: 'character' }}>
          {other.name}
        </Link>
      )}
    </details>
  )
}
