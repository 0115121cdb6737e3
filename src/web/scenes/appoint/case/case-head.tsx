import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { CaseDetail } from '#server/contract/index.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { caseStandingWords, caseWords as words } from '../../../language/words/cases.ts'
import { frameWords } from '../../../language/words/frame.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import { type Course, CourseDialog } from './course-dialog.tsx'
import { daysSince } from './days.ts'
import { PrintDialog } from './print/print-dialog.tsx'

const courses = ['suspended', 'resumed', 'returned', 'closed'] as const satisfies readonly Course[]

/** What it is about, whom, where it stands and since when, and what may be done with the whole of it. */
export function CaseHead({ detail }: { detail: CaseDetail }) {
  const { say } = useSpeech()
  const [asked, setAsked] = useState<Course | 'print'>()
  const allowed = courses.filter((kind) => detail.actions.some((action) => action.kind === kind && action.allowed))
  return (
    <>
      <PageTitle
        title={detail.title}
        note={say(labelOf('caseKind', detail.kind))}
        aside={
          <>
            <Link to="/cases">{say(words.back)}</Link>
            {allowed.map((kind) => (
              <button key={kind} type="button" className="side-button" onClick={() => setAsked(kind)}>
                {say(words[kind])}
              </button>
            ))}
            <button type="button" className="side-button" onClick={() => setAsked('print')}>
              {say(words.print)}
            </button>
          </>
        }
      />
      <dl className="case-head">
        <Item label={say(words.stage)}>
          <b>{say(detail.stageTitle)}</b>{' '}
          <span className="second">
            {detail.standing === 'open'
              ? say(words.daysIn, { count: daysSince(detail.enteredOn, detail.today), from: day(detail.enteredOn) })
              : say(caseStandingWords[detail.standing])}
            {detail.outcome && ` · ${say(labelOf('caseOutcome', detail.outcome))}`}
          </span>
        </Item>
        {detail.seat && (
          <Item label={say(words.seat)}>
            <Link to="/vacancies/$positionId" params={{ positionId: detail.seat.positionId }}>
              {detail.seat.unitName} {detail.seat.title}
            </Link>
          </Item>
        )}
        {detail.grade && <Item label={say(words.grade)}>{say(labelOf('grade', detail.grade))}</Item>}
        <Item label={say(words.candidates)}>
          {detail.candidates.length === 0 && <span className="quiet">{say(words.nobodyYet)}</span>}
          {detail.candidates.map(({ cadreId, name }) => (
            <Link key={cadreId} to="/cadres/$cadreId" params={{ cadreId }} className="case-name">
              {name}
            </Link>
          ))}
        </Item>
        {detail.next && (
          <Item label={say(words.due)}>
            {detail.next.on && day(detail.next.on)} <span className="second">{say(detail.next.label)}</span>
          </Item>
        )}
        <Item label={say(words.handlers)}>
          {detail.handlers.map(({ name }) => say(name)).join(say(frameWords.comma))}
        </Item>
        {detail.batch && (
          <Item label={say(words.batch)}>
            <Link to="/cases" search={{ batch: detail.batch }}>
              {detail.batch}
            </Link>
          </Item>
        )}
      </dl>
      {asked === 'print' && <PrintDialog detail={detail} onClose={() => setAsked(undefined)} />}
      {asked !== undefined && asked !== 'print' && (
        <CourseDialog detail={detail} course={asked} onClose={() => setAsked(undefined)} />
      )}
    </>
  )
}

function Item({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
