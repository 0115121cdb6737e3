import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { NewClassAct, TrainingClassDetail } from '#server/contract/index.ts'
import { recordClassEvent, trainingClassQuery } from '../../../client/training-queries.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { actWords } from '../../../language/words/acts.ts'
import { trainingWords as words } from '../../../language/words/training.ts'
import '../../../parts/buttons.css'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { ClassDialog } from './class-dialog.tsx'
import { EnrolmentPanel } from './enrolment-panel.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import './training.css'

/** One class: its facts, who is on the list, attendance with the check of leave, completion, and everything recorded. */
export function ClassPage() {
  const { classId } = useParams({ from: '/office/training/classes/$classId' })
  const asked = useQuery(trainingClassQuery(classId))
  if (asked.isError) return <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.isPending) return <SkeletonRows rows={10} height={32} />
  return <ClassShown key={classId} one={asked.data} />
}

/** Records an act of today; what comes back is the class as it then stands. */
function useClassActs(one: TrainingClassDetail) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (act: NewClassAct) => recordClassEvent(one.classId, { version: one.version, on: one.today, act }),
    onSuccess: (next) => client.setQueryData(['training', 'class', one.classId], next),
  })
}

function ClassShown({ one }: { one: TrainingClassDetail }) {
  const { say } = useSpeech()
  const acting = useClassActs(one)
  const [asked, setAsked] = useState<'change' | 'cancel' | number>()
  const close = () => setAsked(undefined)
  const facts = [
    [words.type, say(labelOf('trainingType', one.type))],
    [words.topicName, one.topicName],
    [words.organiser, one.organiser],
    [words.dates, `${day(one.from)}–${day(one.to)}`],
    [words.classHours, String(one.hours)],
    ...(one.forWhom === '' ? [] : [[words.forWhom, one.forWhom] as const]),
    [words.state, say(labelOf('classStanding', one.standing))],
  ] as const
  return (
    <>
      <PageTitle
        title={one.name}
        aside={
          <>
            <Link to="/training">{say(words.title)}</Link>
            {one.standing !== 'cancelled' && (
              <>
                <button type="button" className="side-button" onClick={() => setAsked('change')}>
                  {say(words.change)}
                </button>
                <button type="button" className="side-button" onClick={() => setAsked('cancel')}>
                  {say(words.cancelClass)}
                </button>
              </>
            )}
          </>
        }
      />
      <div className="training">
        <Panel title={say(words.className)}>
          <dl className="class-head">
            {facts.map(([label, value]) => (
              <div key={label.en}>
                <dt>{say(label)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Panel>
        {acting.isError && <ErrorPanel error={acting.error} what={say(actWords.notDone)} />}
        <EnrolmentPanel one={one} act={(act) => acting.mutate(act)} busy={acting.isPending} />
        <Panel title={say(words.timeline)} flush>
          <ol className="class-timeline">
            {one.timeline.toReversed().map(({ seq, on, byName, says }) => (
              <li key={seq}>
                <span>{day(on)}</span>
                <span>{say(says)}</span>
                <span className="second">{byName}</span>
              </li>
            ))}
          </ol>
          {one.completions.length > 0 && (
            <div className="class-acts">
              {one.completions.map(({ event, people }) => (
                <button key={event} type="button" className="side-button" onClick={() => setAsked(event)}>
                  {say(words.undo, { people: String(people) })}
                </button>
              ))}
            </div>
          )}
        </Panel>
      </div>
      {asked === 'change' && <ClassDialog today={one.today} changed={one} onClose={close} />}
      {asked === 'cancel' && (
        <ReasonDialog
          title={say(words.cancelClass)}
          act={(reason) => acting.mutateAsync({ kind: 'cancelled', reason })}
          onClose={close}
        />
      )}
      {typeof asked === 'number' && (
        <ReasonDialog
          title={say(words.undo, { people: '' })}
          act={(reason) => acting.mutateAsync({ kind: 'completion-undone', event: asked, reason })}
          onClose={close}
        />
      )}
    </>
  )
}
