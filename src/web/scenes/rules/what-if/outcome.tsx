import { Link } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Verdict, WhatIf } from '#server/contract/index.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { citationText } from '../../../language/citation.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { whatIfWords } from '../../../language/words/what-if.ts'
import { Panel } from '../../../parts/panel.tsx'
import { VerdictMark, VerdictShape } from '../../../parts/verdict-mark.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { Names } from './names.tsx'

export interface OutcomeProps {
  readonly outcome: WhatIf
  readonly search: Search
  /** Names on one page. */
  readonly size: number
  onShow(search: Search): void
}

/** What would change: the sums, from which verdict to which, at which seats, and for whom. */
export function Outcome(props: OutcomeProps) {
  const { say, language } = useSpeech()
  const { outcome } = props
  const figures = [
    [whatIfWords.changedPairs, outcome.changed],
    [whatIfWords.changedPeople, outcome.changedPeople],
    [whatIfWords.gains, outcome.gains],
    [whatIfWords.losses, outcome.losses],
  ] as const
  return (
    <>
      <Panel
        title={say(whatIfWords.outcome)}
        note={say(whatIfWords.comparedAll, {
          people: count(outcome.people),
          seats: count(outcome.seats),
          pairs: count(outcome.pairs),
        })}
        foot={say(whatIfWords.onlyTried)}
      >
        <dl className="what-if-figures">
          {figures.map(([label, value]) => (
            <div key={label.en}>
              <dd>{count(value)}</dd>
              <dt>{say(label)}</dt>
            </div>
          ))}
        </dl>
        <p className="second">
          {say(whatIfWords.touched)}{' '}
          {outcome.rules
            .map(
              ({ basis, isNew }) =>
                `${say(basis.title)} ${citationText(basis, language)}${isNew ? say(whatIfWords.isNew) : ''}`,
            )
            .join(language === 'zh' ? '；' : '; ')}
        </p>
      </Panel>
      {outcome.changed === 0 ? (
        <p className="what-if-none">{say(whatIfWords.nothingChanges)}</p>
      ) : (
        <>
          <Transitions {...props} />
          <Seats {...props} />
          <Names {...props} />
        </>
      )}
    </>
  )
}

function Transitions({ outcome, search, onShow }: OutcomeProps) {
  const { say } = useSpeech()
  const [from, to] = [valueOf(search, 'from'), valueOf(search, 'to')]
  return (
    <Panel title={say(whatIfWords.transitions)} explained="what-if" note={say(whatIfWords.transitionsNote)} flush>
      <WideTable label={say(whatIfWords.transitions)} className="figures">
        <thead>
          <tr>
            <th scope="col">{say(whatIfWords.before)}</th>
            <th scope="col">{say(whatIfWords.after)}</th>
            <th scope="col" className="number">
              {say(whatIfWords.pairs)}
            </th>
            <th scope="col" className="number">
              {say(whatIfWords.people)}
            </th>
          </tr>
        </thead>
        <tbody>
          {outcome.transitions.map((one) => {
            const isChosen = one.from === from && one.to === to
            const next = isChosen ? { from: '', to: '' } : { from: one.from, to: one.to }
            return (
              <tr key={`${one.from} ${one.to}`} className={isChosen ? 'chosen' : ''}>
                <td>
                  <VerdictMark verdict={one.from} />
                </td>
                <td>
                  <VerdictMark verdict={one.to} />
                </td>
                <td className="number">{count(one.pairs)}</td>
                <td className="number">
                  <button
                    type="button"
                    className="plain-button"
                    aria-pressed={isChosen}
                    onClick={() => onShow({ ...search, ...next, offset: '' })}
                  >
                    {count(one.people)}
                  </button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </WideTable>
    </Panel>
  )
}

const verdicts: readonly Verdict[] = ['met', 'discretion', 'unknown', 'unmet']

function Seats({ outcome, search, onShow }: OutcomeProps) {
  const { say } = useSpeech()
  const chosen = valueOf(search, 'seat')
  return (
    <Panel title={say(whatIfWords.bySeat)} explained="vacancy" note={say(whatIfWords.bySeatNote)} flush>
      <WideTable label={say(whatIfWords.bySeat)} className="figures">
        <thead>
          <tr>
            <th scope="col">{say(whatIfWords.seat)}</th>
            {verdicts.map((verdict) => (
              <th key={verdict} scope="col" className="number">
                <VerdictShape verdict={verdict} size={12} /> {say(labelOf('verdict', verdict))}
              </th>
            ))}
            <th scope="col" className="number">
              {say(whatIfWords.changed)}
            </th>
          </tr>
        </thead>
        <tbody>
          {outcome.bySeat.map((seat) => (
            <tr key={seat.positionId} className={seat.positionId === chosen ? 'chosen' : ''}>
              <td>
                <Link to="/vacancies/$positionId/rules" params={{ positionId: seat.positionId }}>
                  {seat.title}
                </Link>
                <small>{seat.unitName}</small>
              </td>
              {verdicts.map((verdict) => (
                <td key={verdict} className="number">
                  <BeforeAfter before={seat.before[verdict] ?? 0} after={seat.after[verdict] ?? 0} />
                </td>
              ))}
              <td className="number">
                <button
                  type="button"
                  className="plain-button"
                  aria-pressed={seat.positionId === chosen}
                  onClick={() =>
                    onShow({ ...search, seat: seat.positionId === chosen ? '' : seat.positionId, offset: '' })
                  }
                >
                  {count(seat.changed)}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}

function BeforeAfter({ before, after }: { before: number; after: number }) {
  if (before === after) return <span className="quiet">{count(before)}</span>
  return (
    <>
      <span className="quiet">{count(before)} → </span>
      <b>{count(after)}</b>
    </>
  )
}
