import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { daysBetween, parseDate } from '#domain/calendar.ts'
import type { MatterDetail } from '#server/contract/index.ts'
import { day } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { frameWords } from '../../language/words/frame.ts'
import { matterStandingWords, matterWords as words } from '../../language/words/matters.ts'
import { PageTitle } from '../page-title.tsx'
import './matter.css'

interface MatterHeadProps {
  readonly matter: MatterDetail
  /** What may be done with the whole of it. */
  readonly aside?: ReactNode
}

/** What it is about, whom, where it stands and since when, who handles it, and what it came from. */
export function MatterHead({ matter, aside }: MatterHeadProps) {
  const { say } = useSpeech()
  const { title, kindLabel, subject, stage, standing, stageSince, today, handlers, openedOn, closedOn } = matter
  const days = daysBetween(parseDate(stageSince) ?? 0, parseDate(today) ?? 0)
  return (
    <>
      <PageTitle title={title} note={say(kindLabel)} aside={aside} />
      <dl className="matter-head">
        <Item label={say(words.subject)}>
          {subject.cadreId !== null && (
            <Link to="/cadres/$cadreId" params={{ cadreId: subject.cadreId }}>
              {subject.name ?? subject.cadreId}
            </Link>
          )}{' '}
          {subject.post && <span className="second">{subject.post}</span>}
          {subject.cadreId === null && subject.unitName}
        </Item>
        <Item label={say(words.stage)}>
          <b>{say(stage.label)}</b>{' '}
          <span className="second">
            {standing === 'open'
              ? say(words.daysIn, { count: days + 1, from: day(stageSince) })
              : say(matterStandingWords[standing])}
          </span>
        </Item>
        <Item label={say(words.handlers)}>{handlers.map(({ name }) => say(name)).join(say(frameWords.comma))}</Item>
        <Item label={say(words.opened)}>{day(openedOn)}</Item>
        {closedOn && <Item label={say(words.closed)}>{day(closedOn)}</Item>}
        {matter.origin && <Item label={say(words.origin)}>{say(matter.origin.says)}</Item>}
        <Item label={say(words.reason)}>{matter.reason}</Item>
      </dl>
      {matter.isPrivate && <p className="matter-private second">{say(words.private)}</p>}
    </>
  )
}

function Item({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
