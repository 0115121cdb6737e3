import type { SlatePlanShape, SlateShape } from '#server/contract/index.ts'
import { count } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { meetingWords } from '../../../../language/words/meeting.ts'
import { slateName } from '../../slate/slate-name.ts'
import { useNames } from '../names.tsx'
import './slate-pages.css'

/** What a page holds that is read from eight metres. */
const most = { seats: 12, teams: 7 }

type Move = SlatePlanShape['moves'][number]

/** A vacancy with who is proposed for it; nobody where it stays empty. */
interface Line {
  readonly seat: Move['to']
  readonly cadre: Move['cadre'] | undefined
}

function linesOf({ request }: SlateShape, { moves, unfilled }: SlatePlanShape): Line[] {
  const vacancies = new Set(request.vacancies)
  const proposed = moves.filter(({ to }) => vacancies.has(to.positionId))
  return [
    ...proposed.map(({ to, cadre }) => ({ seat: to, cadre })),
    ...unfilled.map(({ seat }) => ({ seat, cadre: undefined })),
  ]
}

/** How many pages the whole of a plan takes. */
export const summaryPages = (slate: SlateShape, plan: SlatePlanShape): number =>
  Math.max(1, Math.ceil(linesOf(slate, plan).length / most.seats), Math.ceil(plan.teams.length / most.teams))

interface SummaryPageProps {
  readonly slate: SlateShape
  readonly plan: SlatePlanShape
  /** Which page of the summary, from 0. */
  readonly part: number
}

/** The whole slate: each vacancy with who is proposed or that it stays empty, and the teams before and after. */
export function SummaryPage({ slate, plan, part }: SummaryPageProps) {
  const { say } = useSpeech()
  const lines = linesOf(slate, plan)
  const page = <T,>(all: readonly T[], size: number): readonly T[] => all.slice(part * size, (part + 1) * size)
  return (
    <div className="slate-summary">
      <h2>{slateName(slate.name, say)}</h2>
      <p className="slate-sums">
        {say(meetingWords.slateSums, {
          filled: count(lines.filter(({ cadre }) => cadre).length),
          empty: count(plan.unfilled.length),
          moves: count(plan.moves.length),
        })}
        <small>{say(plan.statement)}</small>
      </p>
      <div className="slate-columns">
        <Vacancies lines={page(lines, most.seats)} />
        <Teams teams={page(plan.teams, most.teams)} />
      </div>
    </div>
  )
}

function Vacancies({ lines }: { lines: readonly Line[] }) {
  const { say } = useSpeech()
  const { nameOf } = useNames()
  if (lines.length === 0) return null
  return (
    <section>
      <h3>{say(meetingWords.vacancies)}</h3>
      <dl>
        {lines.map(({ seat, cadre }) => (
          <div key={seat.positionId}>
            <dt className="cut">{`${seat.unitName}${seat.title}`}</dt>
            <dd className={cadre ? '' : 'stays-empty'}>{cadre ? nameOf(cadre) : say(meetingWords.staysEmpty)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Teams({ teams }: { teams: readonly SlatePlanShape['teams'][number][] }) {
  const { say } = useSpeech()
  if (teams.length === 0) return null
  return (
    <section>
      <h3>{say(meetingWords.teams)}</h3>
      <dl>
        {teams.map(({ unitId, unitName, before, after }) => (
          <div key={unitId}>
            <dt className="cut">{unitName}</dt>
            <dd>
              {say(meetingWords.people, { before: before.members.length, after: after.members.length })}
              {(before.empty > 0 || after.empty > 0) && (
                <span>{say(meetingWords.empties, { before: before.empty, after: after.empty })}</span>
              )}
            </dd>
            <Changed before={before} after={after} />
          </div>
        ))}
      </dl>
    </section>
  )
}

type Standing = SlatePlanShape['teams'][number]['before']

/** The counts of a goal, before and after; those that nobody asked for are left out. */
function Changed({ before, after }: { before: Standing; after: Standing }) {
  const { say } = useSpeech()
  const asked = after.counts.flatMap((now) => {
    const was = before.counts.find((one) => one.kind === now.kind && one.with === now.with)
    return now.least === null || !was ? [] : [`${say(now.label)} ${was.count} → ${now.count}`]
  })
  return asked.length > 0 && <dd className="standing-counts">{asked.join(' · ')}</dd>
}
