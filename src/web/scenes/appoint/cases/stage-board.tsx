import { Link } from '@tanstack/react-router'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { CaseSummary } from '#server/contract/index.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { caseListWords as words } from '../../../language/words/cases.ts'
import { frameWords } from '../../../language/words/frame.ts'
import { daysSince } from '../case/days.ts'

interface StageBoardProps {
  readonly cases: readonly CaseSummary[]
  readonly today: string
}

/** So many stand in a column; the rest is in the table. */
const mostShown = 12

/** The stages as columns, in the order of the procedure, each with its cases: those longest there first. */
export function StageBoard({ cases, today }: StageBoardProps) {
  const { say } = useSpeech()
  const columns = identifiersOf('processStage').map((stage) => ({
    stage,
    here: cases.filter((one) => one.stage === stage).toSorted((a, b) => (a.enteredOn < b.enteredOn ? -1 : 1)),
  }))
  const widths = columns.map(({ here }) => (here.length > 0 ? 'minmax(190px, 3fr)' : 'minmax(max-content, 1fr)'))
  return (
    <div
      className="stage-board"
      style={{ gridTemplateColumns: widths.join(' ') }}
      tabIndex={0}
      role="group"
      aria-label={say(words.byStage)}
    >
      {columns.map(({ stage, here }) => {
        return (
          <section key={stage} className={here.length === 0 ? 'stage-column empty' : 'stage-column'}>
            <h2>
              {say(labelOf('processStage', stage))} <span>{count(here.length)}</span>
            </h2>
            <ul>
              {here.slice(0, mostShown).map((one) => (
                <CaseCard key={one.caseId} summary={one} today={today} />
              ))}
            </ul>
            {here.length > mostShown && (
              <Link to="/cases" search={{ view: 'table', stage }}>
                {say(words.more, { count: count(here.length) })}
              </Link>
            )}
          </section>
        )
      })}
    </div>
  )
}

function CaseCard({ summary, today }: { summary: CaseSummary; today: string }) {
  const { say } = useSpeech()
  const { caseId, title, kind, candidates, enteredOn, next } = summary
  return (
    <li className="case-card">
      <Link to="/cases/$caseId" params={{ caseId }}>
        {title}
      </Link>
      <p className="second">
        {say(labelOf('caseKind', kind))}
        {candidates.length > 0 && ` · ${candidates.map(({ name }) => name).join(say(frameWords.comma))}`}
      </p>
      <p className="case-card-foot">
        <span>{say(words.days, { count: daysSince(enteredOn, today) })}</span>
        {next?.on && (
          <span className={next.due} title={say(next.label)}>
            {day(next.on)} <span className="cut">{say(next.label)}</span>
          </span>
        )}
      </p>
    </li>
  )
}
