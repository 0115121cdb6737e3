import type { ReactNode } from 'react'
import type { CandidateRow, Vacancy } from '#server/contract/index.ts'
import { Explained } from '../../../help/explained.tsx'
import { citationHead } from '../../../language/citation.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { vacancyWords } from '../../../language/words/appoint.ts'
import { frameWords } from '../../../language/words/frame.ts'
import type { Scale } from '../../../parts/interval-bar.tsx'
import { Separation } from '../../../parts/separation.tsx'
import { bearing } from './bearing.ts'
import { CandidateCells } from './candidate-cells.tsx'
import { LowerMoves } from './lower-moves.tsx'
import { Picked } from './picked.tsx'
import { Unmet } from './unmet.tsx'

interface MatrixProps {
  readonly vacancy: Vacancy
  readonly chosen: string | undefined
  onChoose(cadreId: string): void
  readonly picked: readonly string[]
  onPick(picked: readonly string[]): void
  onOpenUnmet(rule: string): void
}

/**
 * People by tier, one column a rule; a met cell is quiet so that the eye falls on the other three verdicts. Those pending
 * a fact stand in a table of their own, because other rules bear on them.
 */
export function Matrix({ vacancy, chosen, onChoose, picked, onPick, onOpenUnmet }: MatrixProps) {
  const { say } = useSpeech()
  const { tiers, pending, notComputed } = vacancy
  const listed = tiers.flatMap((tier) => tier.members)
  const rows = { vacancy, chosen, onChoose, picked, onPick }
  const listedRules = bearing(vacancy, listed)
  const pendingRules = bearing(vacancy, pending.members)
  const besideRules = bearing(vacancy, notComputed.members)
  return (
    <div className="matrix">
      {tiers.length === 0 && <p className="matrix-nobody">{say(vacancyWords.nobodyListed)}</p>}
      {tiers.length > 0 && (
        <MatrixTable vacancy={vacancy} rules={listedRules} label={say(vacancyWords.matrix)} moves>
          {tiers.map((tier) => (
            <tbody key={tier.rank}>
              <GroupHead
                columns={listedRules.length + 4}
                title={say(tier.label)}
                note={say(tier.reason)}
                people={tier.members.length}
              />
              <Members {...rows} rules={listedRules} members={tier.members} moves />
            </tbody>
          ))}
        </MatrixTable>
      )}
      {notComputed.members.length > 0 && (
        <MatrixTable vacancy={vacancy} rules={besideRules} label={say(notComputed.reason)}>
          <tbody>
            <GroupHead
              columns={besideRules.length + 3}
              title={say(notComputed.reason)}
              note={say(vacancyWords.besideOrder)}
              people={notComputed.members.length}
            />
            <Members {...rows} rules={besideRules} members={notComputed.members} />
          </tbody>
        </MatrixTable>
      )}
      {pending.total > 0 && (
        <MatrixTable vacancy={vacancy} rules={pendingRules} label={say(vacancyWords.pendingTitle)}>
          <tbody>
            <GroupHead
              columns={pendingRules.length + 3}
              title={say(vacancyWords.pendingTitle)}
              note={say(vacancyWords.pendingReason)}
              people={pending.total}
            />
            <Missing pending={pending} columns={pendingRules.length + 3} />
            <Members {...rows} rules={pendingRules} members={pending.members} />
          </tbody>
        </MatrixTable>
      )}
      <Unmet vacancy={vacancy} onOpen={onOpenUnmet} />
      <LowerMoves vacancy={vacancy} />
      <Picked positionId={vacancy.seat.positionId} picked={picked} onClear={() => onPick([])} />
      <footer className="matrix-foot">
        <Separation />
        <p>{say(vacancy.statement)}</p>
      </footer>
    </div>
  )
}

interface MatrixTableProps {
  readonly vacancy: Vacancy
  readonly rules: readonly number[]
  readonly label: string
  /** Whether a column says what kind of move it would be. */
  readonly moves?: boolean
  readonly children: ReactNode
}

function MatrixTable({ vacancy, rules, label, moves, children }: MatrixTableProps) {
  const { say, language } = useSpeech()
  const band = vacancy.fitBand
  return (
    <div className="matrix-scroll" tabIndex={0} role="region" aria-label={label}>
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col" className="matrix-name">
              {say(vacancyWords.person)}
            </th>
            <th scope="col" className="matrix-post">
              {say(vacancyWords.post)}
            </th>
            {moves && (
              <th scope="col" className="matrix-move">
                {say(vacancyWords.move)}
              </th>
            )}
            {rules.map((index) => {
              const basis = vacancy.rules[index]?.basis
              return (
                <th
                  key={index}
                  scope="col"
                  className="matrix-rule"
                  title={basis && `《${basis.instrument}》 ${basis.article}`}
                >
                  {basis && say(basis.title)}
                  <small>{basis && citationHead(basis, language)}</small>
                </th>
              )
            })}
            <th scope="col" className="matrix-fit">
              <Explained id="fit">{say(vacancyWords.fit)}</Explained>
              <small>
                {band ? say(vacancyWords.fitNote, { size: count(band.size) }) : say(vacancyWords.fitNoteNoBand)}
              </small>
            </th>
          </tr>
        </thead>
        {children}
      </table>
    </div>
  )
}

function fitScale({ fitRange }: Vacancy): Scale {
  if (!fitRange || fitRange.most <= fitRange.least) return { from: 0, to: 1 }
  const margin = (fitRange.most - fitRange.least) * 0.04
  return { from: fitRange.least - margin, to: fitRange.most + margin }
}

interface GroupHeadProps {
  readonly columns: number
  readonly title: string
  readonly note: string
  readonly people: number
}

function GroupHead({ columns, title, note, people }: GroupHeadProps) {
  const { say } = useSpeech()
  return (
    <tr className="matrix-group">
      <th scope="rowgroup" colSpan={columns}>
        <span>
          <b>{title}</b> {say(frameWords.people, { count: count(people) })} <i>{note}</i>
        </span>
      </th>
    </tr>
  )
}

interface MembersProps {
  readonly vacancy: Vacancy
  readonly rules: readonly number[]
  readonly members: readonly CandidateRow[]
  readonly moves?: boolean
  readonly chosen: string | undefined
  onChoose(cadreId: string): void
  readonly picked: readonly string[]
  onPick(picked: readonly string[]): void
}

function Members({ vacancy, rules, members, moves, chosen, onChoose, picked, onPick }: MembersProps) {
  const scale = fitScale(vacancy)
  return members.map((member) => (
    <tr
      key={member.cadreId}
      className={member.cadreId === chosen ? 'chosen' : ''}
      onClick={() => onChoose(member.cadreId)}
    >
      <CandidateCells
        candidate={member}
        vacancy={vacancy}
        rules={rules}
        moves={moves === true}
        scale={scale}
        chosen={member.cadreId === chosen}
        onChoose={onChoose}
        picked={picked.includes(member.cadreId)}
        onPick={(cadreId, isPicked) =>
          onPick(isPicked ? [...picked, cadreId] : picked.filter((one) => one !== cadreId))
        }
      />
    </tr>
  ))
}

function Missing({ pending, columns }: { pending: Vacancy['pending']; columns: number }) {
  const { say } = useSpeech()
  const { missing, members, total } = pending
  return (
    <tr className="matrix-missing">
      <td colSpan={columns}>
        <span>
          <b>{say(vacancyWords.pendingMissing)}</b>
          {missing.map(({ field, label, count: people }) => (
            <i key={field}>{say(vacancyWords.missingPeople, { label, count: count(people) })}</i>
          ))}
          {members.length < total && <i>{say(vacancyWords.pendingMore, { count: count(total - members.length) })}</i>}
        </span>
      </td>
    </tr>
  )
}
