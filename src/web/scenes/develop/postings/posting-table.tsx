import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { PostingPage, PostingProposalShape } from '#server/contract/index.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import {
  causeLabels,
  exposureLabels,
  placementWords,
  postingWords as words,
} from '../../../language/words/career-paths.ts'
import { needLabels } from '../../../language/words/development.ts'
import { ColumnHeads, explainedBy } from '../../../parts/column-heads.tsx'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { TeamEffect } from './team-effect.tsx'

type Row = PostingPage['rows'][number]

export function PostingTable({ rows }: { rows: readonly Row[] }) {
  const { say } = useSpeech()
  return (
    <WideTable label={say(words.title)} className="figures postings">
      <thead>
        <tr>
          <ColumnHeads
            heads={[
              words.person,
              explainedBy('development-need', words.need),
              words.seats,
              explainedBy('posting', words.gain),
              words.others,
              words.act,
            ]}
          />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <PersonRows key={`${row.cadre.cadreId} ${row.need}`} row={row} />
        ))}
      </tbody>
    </WideTable>
  )
}

function PersonRows({ row: { cadre, reserve, need, proposals } }: { row: Row }) {
  const { say } = useSpeech()
  const head = (
    <>
      <th scope="row" rowSpan={Math.max(1, proposals.length)}>
        <Link to="/cadres/$cadreId" params={{ cadreId: cadre.cadreId }}>
          {cadre.name}
        </Link>
        <span className="second posting-post">
          {cadre.post}
          {reserve && ` · ${say(words.reserve)}`}
        </span>
      </th>
      <td rowSpan={Math.max(1, proposals.length)}>{say(needLabels[need])}</td>
    </>
  )
  if (proposals.length === 0)
    return (
      <tr>
        {head}
        <td colSpan={3} className="second">
          {say(words.noSeat)}
        </td>
        <td>
          <Link to="/development/paths" search={{ cadre: cadre.cadreId, name: cadre.name }}>
            {say(words.path)}
          </Link>
        </td>
      </tr>
    )
  return proposals.map((proposal, place) => (
    <tr key={proposal.seat.positionId}>
      {place === 0 && head}
      <ProposalCells cadre={cadre} proposal={proposal} />
    </tr>
  ))
}

function ProposalCells({ cadre, proposal }: { cadre: Row['cadre']; proposal: PostingProposalShape }) {
  const { say, language } = useSpeech()
  const [isOpen, setOpen] = useState(false)
  const { seat, cause, on, holder, verdict, move, gain, others } = proposal
  const name = `${seat.unitName} ${seat.title}`
  return (
    <>
      <td>
        <span className="posting-seat">{name}</span> <VerdictMark verdict={verdict} />
        <span className="second posting-post">
          {[
            say(causeLabels[cause]),
            day(on),
            move && say(labelOf('move', move)),
            holder && say(cause === 'secondment' ? words.beside : words.after, { name: holder.name }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {isOpen && <TeamEffect cadreId={cadre.cadreId} positionId={seat.positionId} />}
      </td>
      <td>
        {gain
          .map(({ exposure, months }) => `${say(exposureLabels[exposure])} ${months}`)
          .join(language === 'zh' ? '、' : ', ')}
      </td>
      <td>{count(others)}</td>
      <td>
        <div className="posting-acts">
          {cause !== 'secondment' && (
            <button type="button" className="plain-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {say(words.effect)}
              <span className="out-of-sight"> {name}</span>
            </button>
          )}
          {cause === 'vacant' && <TakeOver cadre={cadre} positionId={seat.positionId} />}
          <Link to="/development/paths" search={{ cadre: cadre.cadreId, name: cadre.name, position: seat.positionId }}>
            {say(words.path)}
            <span className="out-of-sight"> {name}</span>
          </Link>
        </div>
      </td>
    </>
  )
}

/** Into a case, or into a slate that begins with this vacancy. */
export function TakeOver({ cadre, positionId }: { cadre: { cadreId: string; name: string }; positionId: string }) {
  const { say } = useSpeech()
  return (
    <>
      <Link to="/cases/new" search={{ position: positionId, cadre: cadre.cadreId, name: cadre.name }}>
        {say(words.openCase)}
        <span className="out-of-sight"> {cadre.name}</span>
      </Link>
      <Link to="/slates/new" search={{ vacancies: positionId }}>
        {say(placementWords.slate)}
        <span className="out-of-sight"> {cadre.name}</span>
      </Link>
    </>
  )
}
