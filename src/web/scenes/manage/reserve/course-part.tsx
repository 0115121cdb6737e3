import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Dossier, NewMatter, ReserveCourseShape } from '#server/contract/index.ts'
import { ChartFigure } from '../../../charts/chart-figure.tsx'
import { reserveCourseQuery } from '../../../client/reserve-queries.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { frameWords } from '../../../language/words/frame.ts'
import { reserveWords as words } from '../../../language/words/reserve.ts'
import '../../../parts/buttons.css'
import { OpenMatterDialog } from '../../../parts/matter/open-matter-dialog.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { PlanSteps } from '../../../parts/plan/plan-steps.tsx'
import { RatingCourse, ratingTable } from '../../../parts/rating-course.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { DraftPlan } from '../../develop/plans/draft-plan.tsx'
import { Shortfalls } from './shortfalls.tsx'
import './reserve.css'

/** What is to be opened about the person. */
export type Opening = Pick<NewMatter, 'kind' | 'title' | 'reason' | 'origin'>

/** The part of a dossier that follows a person over time: conduct, development, shortfalls, who is responsible. */
export function CoursePart({ dossier: { cadreId, facts } }: { readonly dossier: Dossier }) {
  const asked = useQuery(reserveCourseQuery(cadreId))
  const [opening, setOpening] = useState<Opening>()
  if (asked.isError) return <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.isPending) return <SkeletonRows rows={6} height={60} />
  return (
    <>
      <Standing course={asked.data} name={facts.name} onOpen={setOpening} />
      <Shortfalls course={asked.data} name={facts.name} onOpen={setOpening} />
      <div className="reserve-course">
        <Course course={asked.data} />
      </div>
      {opening && (
        <OpenMatterDialog
          {...opening}
          cadre={{ id: cadreId, name: facts.name }}
          onClose={() => setOpening(undefined)}
        />
      )}
    </>
  )
}

interface CourseProps {
  readonly course: ReserveCourseShape
  readonly name: string
  onOpen(opening: Opening): void
}

/** In the reserve or not, who follows, and what may be opened. */
function Standing({ course: { reserve, tracking, plan, cadreId }, name, onOpen }: CourseProps) {
  const { say } = useSpeech()
  const label = reserve ? words.track : words.enter
  return (
    <p className="reserve-acts">
      <span>{say(reserve ? words.inReserve : words.notReserve)}</span>
      {tracking && (
        <span>
          {say(words.isTracked, {
            names: tracking.responsible.map((one) => say(one.name)).join(say(frameWords.comma)),
          })}
        </span>
      )}
      {tracking?.matterId && (
        <Link to="/matters/$matterId" params={{ matterId: tracking.matterId }}>
          {say(words.tracking)}
        </Link>
      )}
      {!tracking && (
        <button
          type="button"
          className="side-button"
          onClick={() => onOpen({ kind: 'reserve-tracking', title: `${name} ${say(words.title)}`, reason: say(label) })}
        >
          {say(label)}
        </button>
      )}
      {!plan && <DraftPlan cadreId={cadreId} name={name} />}
    </p>
  )
}

function Course({ course }: { course: ReserveCourseShape }) {
  const { say } = useSpeech()
  const { evaluations, ratings, posts, hours, honours, contacts, changes, since, plan, asOf } = course
  const bounds = ratings.flatMap(({ lower, upper }) => [lower, upper])
  return (
    <>
      <Lines title={say(words.changes)} note={say(words.changesSince, { day: day(since) })}>
        {changes.map(({ kind, says }) => (
          <li key={says.en}>
            <span className="second">{say(labelOf('courseChange', kind))}</span> {say(says)}
          </li>
        ))}
      </Lines>
      <Panel title={say(words.ratings)} note={say(words.ratingsNote)}>
        <ChartFigure label={say(words.ratings)} table={ratingTable(ratings, say)}>
          <RatingCourse ratings={ratings} scale={{ from: Math.min(-1, ...bounds), to: Math.max(1, ...bounds) }} />
        </ChartFigure>
      </Panel>
      <Lines title={say(words.evaluations)}>
        {evaluations.map(({ year, result }) => (
          <li key={year}>
            {year} {say(labelOf('evaluationResult', result))}
          </li>
        ))}
      </Lines>
      {plan && (
        <Panel title={say(words.plan)}>
          <PlanSteps steps={plan.steps} today={asOf} />
        </Panel>
      )}
      <Lines title={say(words.contacts)} note={say(words.contactsNote)}>
        {contacts.map(({ statementId, on, channel, source, says }) => (
          <li key={statementId}>
            <span className="second">
              {day(on)} {say(labelOf('statementChannel', channel))} {source}
            </span>{' '}
            {says}
          </li>
        ))}
      </Lines>
      <Lines title={say(words.posts)}>
        {posts.map(({ from, title }) => (
          <li key={`${from} ${title}`}>
            <span className="second">{day(from)}</span> {title}
          </li>
        ))}
      </Lines>
      <Lines title={say(words.hours)}>
        {hours.map(({ year, hours: sum }) => (
          <li key={year}>{say(words.hoursIn, { year, hours: Math.round(sum) })}</li>
        ))}
      </Lines>
      <Lines title={say(words.honours)}>
        {honours.map(({ on, title }) => (
          <li key={`${on} ${title}`}>
            <span className="second">{day(on)}</span> {title}
          </li>
        ))}
      </Lines>
    </>
  )
}

function Lines({ title, note, children }: { title: string; note?: string; children: readonly ReactNode[] }) {
  const { say } = useSpeech()
  return (
    <Panel title={title} note={note}>
      {children.length === 0 ? <p className="quiet">{say(words.nothing)}</p> : <ul>{children}</ul>}
    </Panel>
  )
}
