import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AssessmentQuestion, ImpactAssessments } from '#server/contract/index.ts'
import { assessmentsQuery, signAssessment } from '../../client/register-queries.ts'
import { count, minute } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { assessmentWords, registerWords as words } from '../../language/words/register.ts'
import { Line } from '../../parts/act-dialog.tsx'
import '../../parts/buttons.css'
import { Panel } from '../../parts/panel.tsx'
import { ErrorPanel, SkeletonRows } from '../../parts/states.tsx'

const questions = Object.keys(assessmentWords) as readonly AssessmentQuestion[]
const blank = Object.fromEntries(questions.map((question) => [question, ''])) as Record<AssessmentQuestion, string>

/** What people judge of the facts above, signed; and the versions before. */
export function Assessments() {
  const { say } = useSpeech()
  const asked = useQuery(assessmentsQuery)
  return (
    <Panel
      title={say(words.assessment)}
      note={asked.data && say(words.assessmentNote, { months: asked.data.keptMonths })}
    >
      {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <SkeletonRows rows={4} height={44} />}
      {asked.data && (asked.data.maySign ? <Form /> : <p className="second">{say(words.onlyHeadSigns)}</p>)}
      {asked.data && <Signed signed={asked.data.signed} />}
    </Panel>
  )
}

function Form() {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const [judgements, setJudgements] = useState(blank)
  const signing = useMutation({
    mutationFn: () => signAssessment({ judgements }),
    onSuccess: (answer) => {
      queries.setQueryData(assessmentsQuery.queryKey, answer)
      setJudgements(blank)
    },
  })
  const isReady = questions.every((question) => judgements[question].trim() !== '')
  return (
    <form
      className="register-assessment"
      onSubmit={(event) => {
        event.preventDefault()
        signing.mutate()
      }}
    >
      <p className="second">{say(words.assessmentLead)}</p>
      {questions.map((question) => (
        <Line
          key={question}
          label={say(assessmentWords[question])}
          value={judgements[question]}
          onChange={(text) => setJudgements({ ...judgements, [question]: text })}
          rows={3}
        />
      ))}
      {signing.isError && <ErrorPanel error={signing.error} />}
      <button type="submit" className="main-button" disabled={!isReady || signing.isPending}>
        {say(words.sign)}
      </button>
    </form>
  )
}

function Signed({ signed }: Pick<ImpactAssessments, 'signed'>) {
  const { say } = useSpeech()
  if (signed.length === 0) return <p className="second">{say(words.noneSigned)}</p>
  return signed.map(({ version, at, signedBy, people, judgements }) => (
    <details key={version} className="register-signed">
      <summary>{say(words.signed, { version, day: minute(at), by: signedBy, count: count(people) })}</summary>
      <dl>
        {questions.map((question) => (
          <div key={question}>
            <dt>{say(assessmentWords[question])}</dt>
            <dd>{judgements[question]}</dd>
          </div>
        ))}
      </dl>
    </details>
  ))
}
