import type { CandidateRow, Vacancy } from '#server/contract/index.ts'
import { citationHead } from '../../../language/citation.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { vacancyWords } from '../../../language/words/appoint.ts'
import { frameWords } from '../../../language/words/frame.ts'
import type { Scale } from '../../../parts/interval-bar.tsx'
import { Separation } from '../../../parts/separation.tsx'
import { CandidateCells } from './candidate-cells.tsx'
import { Unmet } from './unmet.tsx'

interface MatrixProps {
  readonly vacancy: Vacancy
  readonly chosen: string | undefined
  onChoose(cadreId: string): void
  onOpenUnmet(rule: string): void
}

/** People by tier, one column a rule; a met cell is quiet so that the eye falls on the other three verdicts. */
export function Matrix({ vacancy, chosen, onChoose, onOpenUnmet }: MatrixProps) {
  const { say } = useSpeech()
  const columns = vacancy.rules.length + 3
  const rules = ruleOrder(vacancy)
  const rows = { vacancy, rules, chosen, onChoose, scale: fitScale(vacancy) }
  return (
    <div className="matrix">
      <div className="matrix-scroll" tabIndex={0} role="region" aria-label={say(vacancyWords.matrix)}>
        <table>
          <MatrixHead vacancy={vacancy} rules={rules} />
          {vacancy.tiers.length === 0 && (
            <tbody>
              <GroupHead columns={columns} title="" note={say(vacancyWords.nobodyListed)} people={0} />
            </tbody>
          )}
          {vacancy.tiers.map((tier) => (
            <tbody key={tier.rank}>
              <GroupHead
                columns={columns}
                title={say(tier.label)}
                note={say(tier.reason)}
                people={tier.members.length}
              />
              <Members {...rows} members={tier.members} />
            </tbody>
          ))}
          {vacancy.pending.total > 0 && (
            <tbody>
              <GroupHead
                columns={columns}
                title={say(vacancyWords.pendingTitle)}
                note={say(vacancyWords.pendingReason)}
                people={vacancy.pending.total}
              />
              <Pending vacancy={vacancy} columns={columns} />
              <Members {...rows} members={vacancy.pending.members} />
            </tbody>
          )}
        </table>
      </div>
      <Unmet vacancy={vacancy} onOpen={onOpenUnmet} />
      <footer className="matrix-foot">
        <Separation />
        <p>{say(vacancy.statement)}</p>
      </footer>
    </div>
  )
}

/** Columns as indices into `rules`: first those that bear on somebody in a tier, then those of the others alone. */
export function ruleOrder({ rules, tiers }: Pick<Vacancy, 'rules' | 'tiers'>): number[] {
  const bears = (rule: number) => tiers.some((tier) => tier.members.some((member) => member.verdicts[rule] !== null))
  const all = rules.map((_, index) => index)
  return [...all.filter(bears), ...all.filter((rule) => !bears(rule))]
}

function fitScale({ fitRange }: Vacancy): Scale {
  if (!fitRange || fitRange.most <= fitRange.least) return { from: 0, to: 1 }
  const margin = (fitRange.most - fitRange.least) * 0.04
  return { from: fitRange.least - margin, to: fitRange.most + margin }
}

function MatrixHead({ vacancy, rules }: { vacancy: Vacancy; rules: readonly number[] }) {
  const { say, language } = useSpeech()
  const band = vacancy.fitBand
  return (
    <thead>
      <tr>
        <th scope="col" className="matrix-name">
          {say(vacancyWords.person)}
        </th>
        <th scope="col" className="matrix-post">
          {say(vacancyWords.post)}
        </th>
        {rules.map((index) => {
          const column = vacancy.rules[index]
          if (!column) return null
          const { rule, basis } = column
          return (
            <th key={rule} scope="col" className="matrix-rule" title={`《${basis.instrument}》 ${basis.article}`}>
              {say(basis.title)}
              <small>{citationHead(basis, language)}</small>
            </th>
          )
        })}
        <th scope="col" className="matrix-fit">
          {say(vacancyWords.fit)}
          <small>
            {band ? say(vacancyWords.fitNote, { size: count(band.size) }) : say(vacancyWords.fitNoteNoBand)}
          </small>
        </th>
      </tr>
    </thead>
  )
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
          <b>{title}</b> {people > 0 && say(frameWords.people, { count: count(people) })}　{note}
        </span>
      </th>
    </tr>
  )
}

interface MembersProps {
  readonly vacancy: Vacancy
  readonly rules: readonly number[]
  readonly members: readonly CandidateRow[]
  readonly chosen: string | undefined
  readonly scale: Scale
  onChoose(cadreId: string): void
}

function Members({ vacancy, rules, members, chosen, scale, onChoose }: MembersProps) {
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
        scale={scale}
        chosen={member.cadreId === chosen}
        onChoose={onChoose}
      />
    </tr>
  ))
}

function Pending({ vacancy, columns }: { vacancy: Vacancy; columns: number }) {
  const { say } = useSpeech()
  const { missing, members, total } = vacancy.pending
  return (
    <tr className="matrix-missing">
      <td colSpan={columns}>
        <span>
          <b>{say(vacancyWords.pendingMissing)}</b>
          {missing
            .map(({ label, count: people }) => say(vacancyWords.missingPeople, { label, count: count(people) }))
            .join('　')}
          {members.length < total && `　${say(vacancyWords.pendingMore, { count: count(total - members.length) })}`}
        </span>
      </td>
    </tr>
  )
}
