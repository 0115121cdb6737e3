import { Link } from '@tanstack/react-router'
import type { Comparison } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { comparisonWords as words } from '../../../language/words/comparison.ts'
import { Unknown } from '../../../parts/nothing.tsx'
import { Portrait } from '../../../parts/portrait.tsx'
import { writeDraft } from '../../appoint/simulation/draft.ts'
import type { Compared } from './compared-row.ts'

export interface HeadActs {
  /** The seat asked about: it goes along to the card, and each may be tried in it. */
  readonly seat: Comparison['seat']
  onMove(cadreId: string, by: -1 | 1): void
  onRemove(cadreId: string): void
}

interface ComparedHeadProps {
  readonly person: Compared
  readonly at: number
  readonly of: number
  readonly acts: HeadActs
}

/** Who stands in this column. */
export function ComparedHead({ person, at, of, acts }: ComparedHeadProps) {
  const { say } = useSpeech()
  const { cadreId, name, hasPhoto, line } = person
  const post = `${line.unitName ?? ''}${line.title ?? ''}`
  return (
    <div className="compared-head">
      <Portrait cadreId={cadreId} name={name} hasPhoto={hasPhoto} />
      <div>
        <Link to="/cadres/$cadreId" params={{ cadreId }} className="compared-name">
          {name}
        </Link>
        <span className="second">{post === '' ? <Unknown wide /> : post}</span>
      </div>
      <p className="compared-acts">
        <button
          type="button"
          className="plain-button"
          aria-label={say(words.left, { name })}
          disabled={at === 0}
          onClick={() => acts.onMove(cadreId, -1)}
        >
          ←
        </button>
        <button
          type="button"
          className="plain-button"
          aria-label={say(words.right, { name })}
          disabled={at === of - 1}
          onClick={() => acts.onMove(cadreId, 1)}
        >
          →
        </button>
        <Link
          to="/cadres/$cadreId/card"
          params={{ cadreId }}
          search={acts.seat ? { seat: acts.seat.positionId } : {}}
          aria-label={say(words.cardOf, { name })}
        >
          {say(words.card)}
        </Link>
        <Link
          to="/cadres/$cadreId"
          params={{ cadreId }}
          search={{ part: 'form' }}
          aria-label={say(words.formOf, { name })}
        >
          {say(words.form)}
        </Link>
        {acts.seat?.ofTeam && <TryOut cadreId={cadreId} name={name} seat={acts.seat} />}
        <button
          type="button"
          className="plain-button sign-button"
          aria-label={say(words.remove, { name })}
          onClick={() => acts.onRemove(cadreId)}
        >
          ×
        </button>
      </p>
    </div>
  )
}

/** The team of the seat with this person in it. */
function TryOut(props: { cadreId: string; name: string; seat: NonNullable<Comparison['seat']> }) {
  const { say } = useSpeech()
  const { cadreId, name, seat } = props
  const { positionId, unitId } = seat
  const draft = writeDraft({ changes: [{ positionId, cadreId }], seat: positionId, added: [], compared: [] })
  return (
    <Link to="/teams/$unitId/simulation" params={{ unitId }} search={draft} aria-label={say(words.tryOutOf, { name })}>
      {say(words.tryOut)}
    </Link>
  )
}
