import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { PlacedPersonShape } from '#server/contract/index.ts'
import { placementWhyNotQuery } from '../../../client/career-path-queries.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { causeLabels, placementWords as words } from '../../../language/words/career-paths.ts'
import { needLabels } from '../../../language/words/development.ts'
import { frameWords } from '../../../language/words/frame.ts'
import { ColumnHeads, explainedBy } from '../../../parts/column-heads.tsx'
import { FindingItem } from '../../../parts/finding-item.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { SeatSearch } from '../paths/seat-search.tsx'
import { TakeOver } from '../postings/posting-table.tsx'

interface PlacedTableProps {
  readonly placementId: string
  readonly people: readonly PlacedPersonShape[]
  readonly rounds: readonly string[]
}

export function PlacedTable({ placementId, people, rounds }: PlacedTableProps) {
  const { say } = useSpeech()
  return (
    <WideTable label={say(words.title)} className="figures placed">
      <thead>
        <tr>
          <ColumnHeads
            heads={[
              words.person,
              explainedBy('development-need', words.needs),
              words.seat,
              words.when,
              words.others,
              words.act,
            ]}
          />
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow key={person.cadre.cadreId} placementId={placementId} person={person} rounds={rounds} />
        ))}
      </tbody>
    </WideTable>
  )
}

const seatText = ({ unitName, title }: { unitName: string; title: string }): string => `${unitName} ${title}`

function PersonRow({ placementId, person, rounds }: Omit<PlacedTableProps, 'people'> & { person: PlacedPersonShape }) {
  const { say, language } = useSpeech()
  const [isAsking, setAsking] = useState(false)
  const { cadre, needs, placed, options, contested, alternatives } = person
  const comma = language === 'zh' ? '、' : ', '
  const others = [
    ...contested.map((one) => ({
      key: one.seat.positionId,
      text: `${seatText(one.seat)}${say(frameWords.bracketed, { words: say(words.heldBy, { name: one.heldBy.map(({ name }) => name).join(comma) }) })}`,
    })),
    ...alternatives.map((one) => ({
      key: one.seat.positionId,
      text: `${say(words.alternatives)} ${seatText(one.seat)}`,
    })),
  ]
  return (
    <tr>
      <th scope="row">
        <Link to="/cadres/$cadreId" params={{ cadreId: cadre.cadreId }}>
          {cadre.name}
        </Link>
        <span className="second placed-note">{cadre.post}</span>
      </th>
      <td>{needs.map((need) => say(needLabels[need])).join(comma)}</td>
      <td>
        {placed ? (
          <>
            <span className="posting-seat">{seatText(placed.seat)}</span> <VerdictMark verdict={placed.verdict} />
            <span className="second placed-note">
              {[
                say(causeLabels[placed.cause]),
                placed.move && say(labelOf('move', placed.move)),
                `${say(words.meets)} ${placed.meets.map((need) => say(needLabels[need])).join(comma)}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </>
        ) : (
          <span className="second">{say(options === 0 ? words.noOption : words.unplaced)}</span>
        )}
      </td>
      <td>{placed && say(words.round, { round: placed.round + 1, on: day(placed.on) })}</td>
      <td>
        <ul className="placed-others">
          {others.map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
        </ul>
        {isAsking && <WhyNot placementId={placementId} cadreId={cadre.cadreId} />}
      </td>
      <td>
        <div className="posting-acts">
          <button type="button" className="plain-button" aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>
            {say(words.whyNot)}
            <span className="out-of-sight"> {cadre.name}</span>
          </button>
          {placed?.cause === 'vacant' && placed.on.replaceAll('-', '.') === rounds[0] && (
            <TakeOver cadre={cadre} positionId={placed.seat.positionId} />
          )}
        </div>
      </td>
    </tr>
  )
}

function WhyNot({ placementId, cadreId }: { placementId: string; cadreId: string }) {
  const { say } = useSpeech()
  const [position, setPosition] = useState('')
  const answer = useQuery({ ...placementWhyNotQuery(placementId, cadreId, position), enabled: position !== '' })
  return (
    <div className="placed-why">
      <p>{say(words.ask)}</p>
      <SeatSearch onPick={({ positionId }) => setPosition(positionId)} />
      {position !== '' && answer.isPending && <SkeletonRows rows={1} height={20} />}
      {answer.isError && <ErrorPanel error={answer.error} />}
      {answer.data && (
        <div role="status">
          <p>{say(answer.data.says)}</p>
          {answer.data.findings.length > 0 && (
            <ul className="path-findings">
              {answer.data.findings.map((finding) => (
                <FindingItem key={finding.rule} finding={finding} />
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  )
}
