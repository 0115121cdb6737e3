import { useState } from 'react'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { CaseActShape, CaseDetail } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { courseLeads, caseWords as words } from '../../../language/words/cases.ts'
import { ActDialog, Line } from '../../../parts/act-dialog.tsx'
import { DateInput } from '../../../parts/date-input.tsx'
import { useActs } from './use-acts.ts'

/** What is done with a case as a whole, beside going on. */
export type Course = 'suspended' | 'resumed' | 'returned' | 'closed'

interface CourseDialogProps {
  readonly detail: CaseDetail
  readonly course: Course
  onClose(): void
}

type Stage = CaseDetail['stage']
type Outcome = NonNullable<CaseDetail['outcome']>

/** Suspends, takes up again, sends back or closes; always with the day and the reason. */
export function CourseDialog({ detail, course, onClose }: CourseDialogProps) {
  const { say } = useSpeech()
  const act = useActs(detail)
  const earlier = detail.path.filter(({ state }) => state === 'done')
  const [on, setOn] = useState(detail.today)
  const [to, setTo] = useState<Stage | undefined>(earlier.at(-1)?.stage)
  const [outcome, setOutcome] = useState<Outcome>('withdrawn')
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={say(words[course])}
      lead={<p>{say(courseLeads[course])}</p>}
      verb={say(words[course])}
      ready={reason.trim() !== '' && (course !== 'returned' || to !== undefined)}
      act={() => act(actOf(course, { to, outcome, reason }), on)}
      onClose={onClose}
    >
      {course === 'returned' && (
        <label className="act-line">
          <span>{say(words.returnTo)}</span>
          <select value={to} onChange={({ target }) => setTo(target.value as Stage)}>
            {earlier.map(({ stage, title }) => (
              <option key={stage} value={stage}>
                {say(title)}
              </option>
            ))}
          </select>
        </label>
      )}
      {course === 'closed' && (
        <label className="act-line">
          <span>{say(words.outcome)}</span>
          <select value={outcome} onChange={({ target }) => setOutcome(target.value as Outcome)}>
            {identifiersOf('caseOutcome')
              .filter((one) => one !== 'completed')
              .map((one) => (
                <option key={one} value={one}>
                  {say(labelOf('caseOutcome', one))}
                </option>
              ))}
          </select>
        </label>
      )}
      <div className="act-line">
        <span>{say(words.happenedOn)}</span>
        <DateInput label={say(words.happenedOn)} value={on} onChange={setOn} />
      </div>
      <Line label={say(words.reason)} rows={3} value={reason} onChange={setReason} />
    </ActDialog>
  )
}

function actOf(
  course: Course,
  { to, outcome, reason }: { to: Stage | undefined; outcome: Outcome; reason: string },
): CaseActShape {
  if (course === 'returned') return { kind: 'returned', to: to ?? 'motion', reason }
  if (course === 'closed') return { kind: 'closed', outcome, reason }
  return { kind: course, reason }
}
