import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { PrincipalDetail } from '#server/contract/index.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { principalWords as words } from '../../../language/words/principals.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'

type Entry = PrincipalDetail['course'][number]

interface CourseAxisProps {
  readonly today: string
  readonly course: readonly Entry[]
  readonly cadreId: string
}

/** One axis of everything on record, the last entry first; what lies ahead stands above today. */
export function CourseAxis({ today, course, cadreId }: CourseAxisProps) {
  const { say } = useSpeech()
  const [kind, setKind] = useState<Entry['kind'] | undefined>()
  const kinds = identifiersOf('principalEntry').flatMap((one) => {
    const of = course.filter((entry) => entry.kind === one).length
    return of === 0 ? [] : [[one, of] as const]
  })
  const shown = course.filter((entry) => kind === undefined || entry.kind === kind)
  const isAhead = (entry: Entry): boolean => entry.on > today
  const ahead = shown.filter(isAhead)
  const past = shown.filter((entry) => !isAhead(entry))
  return (
    <Panel title={say(words.axis)} explained="principal" note={say(words.axisNote)}>
      <p className="views">
        <button type="button" aria-pressed={kind === undefined} onClick={() => setKind(undefined)}>
          {say(words.all)} <span>{count(course.length)}</span>
        </button>
        {kinds.map(([one, of]) => (
          <button key={one} type="button" aria-pressed={kind === one} onClick={() => setKind(one)}>
            {say(labelOf('principalEntry', one))} <span>{count(of)}</span>
          </button>
        ))}
      </p>
      {shown.length === 0 && <EmptyState why={say(words.noCourse)} />}
      <ol className="course-axis">
        {ahead.map((entry, place) => (
          <AxisEntry key={place} entry={entry} cadreId={cadreId} isAhead />
        ))}
        <li className="course-today">
          <time dateTime={today}>{day(today)}</time> {say(words.today)}
        </li>
        {past.map((entry, place) => (
          <AxisEntry key={place} entry={entry} cadreId={cadreId} />
        ))}
      </ol>
    </Panel>
  )
}

interface AxisEntryProps {
  readonly entry: Entry
  readonly cadreId: string
  readonly isAhead?: boolean
}

function AxisEntry({ entry, cadreId, isAhead = false }: AxisEntryProps) {
  const { say } = useSpeech()
  const { kind, on, label, verdict } = entry
  return (
    <li className={isAhead ? 'course-entry ahead' : 'course-entry'}>
      <time dateTime={on}>{day(on)}</time>
      <span className="course-kind">{say(labelOf('principalEntry', kind))}</span>
      <span className="course-label">
        {say(label)} {verdict && <VerdictMark verdict={verdict} />}
      </span>
      <SourceLink entry={entry} cadreId={cadreId} />
    </li>
  )
}

function SourceLink({ entry: { source }, cadreId }: Pick<AxisEntryProps, 'entry' | 'cadreId'>) {
  const { say } = useSpeech()
  const [table = '', id = ''] = source.split('/')
  const word = <span title={source}>{say(words.source)}</span>
  if (table === 'meetings')
    return (
      <Link to="/principals/meetings/$meetingId" params={{ meetingId: id }}>
        {word}
      </Link>
    )
  if (table === 'matters')
    return (
      <Link to="/matters/$matterId" params={{ matterId: id }}>
        {word}
      </Link>
    )
  if (table === 'audits') return <Link to="/principals/audits">{word}</Link>
  return (
    <Link to="/cadres/$cadreId" params={{ cadreId }}>
      {word}
    </Link>
  )
}
