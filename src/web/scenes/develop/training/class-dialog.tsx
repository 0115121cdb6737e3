import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { ClassFactsShape, TrainingClassDetail, TrainingPage } from '#server/contract/index.ts'
import { openClass, recordClassEvent } from '../../../client/training-queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { actWords } from '../../../language/words/acts.ts'
import { trainingWords as words } from '../../../language/words/training.ts'
import { ActDialog, Line } from '../../../parts/act-dialog.tsx'
import { DateInput } from '../../../parts/date-input.tsx'

interface ClassDialogProps {
  readonly topics?: TrainingPage['topics']
  readonly today: string
  /** The class to be changed; a new one where not given. */
  readonly changed?: TrainingClassDetail
  onClose(): void
}

const factsOf = ({
  name,
  topic,
  topicName,
  type,
  organiser,
  recognised,
  online,
  hours,
  places,
  from,
  to,
  forWhom,
}: ClassFactsShape) => ({
  name,
  topic,
  topicName,
  type,
  organiser,
  recognised,
  online,
  hours,
  places,
  from,
  to,
  forWhom,
})

const blank = (today: string): ClassFactsShape => ({
  name: '',
  topic: null,
  topicName: '',
  type: 'in-service',
  organiser: '',
  recognised: true,
  online: false,
  hours: 40,
  places: 50,
  from: today,
  to: today,
  forWhom: '',
})

/** A class is set up, or changed with a reason. */
export function ClassDialog({ topics = [], today, changed, onClose }: ClassDialogProps) {
  const { say } = useSpeech()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [facts, setFacts] = useState<ClassFactsShape>(changed ? factsOf(changed) : blank(today))
  const [reason, setReason] = useState('')
  const put = (next: Partial<ClassFactsShape>) => setFacts({ ...facts, ...next })
  const act = async () => {
    if (changed) {
      const event = { version: changed.version, on: today, act: { kind: 'changed', facts, reason } as const }
      client.setQueryData(['training', 'class', changed.classId], await recordClassEvent(changed.classId, event))
      return
    }
    const { classId } = await openClass({ on: today, facts })
    void navigate({ to: '/training/classes/$classId', params: { classId } })
  }
  const isReady = facts.name.trim() !== '' && facts.organiser.trim() !== '' && (!changed || reason.trim() !== '')
  return (
    <ActDialog
      title={say(changed ? words.change : words.newClass)}
      verb={say(changed ? words.change : words.newClass)}
      ready={isReady}
      act={act}
      onClose={onClose}
    >
      <Line label={say(words.className)} value={facts.name} onChange={(name) => put({ name })} />
      {topics.length > 0 && (
        <label className="act-line">
          <span>{say(words.topic)}</span>
          <select
            value={facts.topic ?? ''}
            onChange={({ target }) => {
              const topic = topics.find((one) => one.topic === target.value)
              put({ topic: topic?.topic ?? null, topicName: topic?.title.zh ?? facts.topicName })
            }}
          >
            <option value="">{say(words.anyTopic)}</option>
            {topics.map(({ topic, title }) => (
              <option key={topic} value={topic}>
                {say(title)}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className="class-fields">
        <Line label={say(words.topicName)} value={facts.topicName} onChange={(topicName) => put({ topicName })} />
        <Line label={say(words.organiser)} value={facts.organiser} onChange={(organiser) => put({ organiser })} />
        <label className="act-line">
          <span>{say(words.type)}</span>
          <select value={facts.type} onChange={({ target }) => put({ type: target.value as ClassFactsShape['type'] })}>
            {identifiersOf('trainingType').map((type) => (
              <option key={type} value={type}>
                {say(labelOf('trainingType', type))}
              </option>
            ))}
          </select>
        </label>
        <Line label={say(words.forWhom)} value={facts.forWhom} onChange={(forWhom) => put({ forWhom })} />
        <div className="act-line">
          <span>{say(words.from)}</span>
          <DateInput label={say(words.from)} value={facts.from} onChange={(from) => put({ from })} />
        </div>
        <div className="act-line">
          <span>{say(words.to)}</span>
          <DateInput label={say(words.to)} value={facts.to} onChange={(to) => put({ to })} />
        </div>
        <NumberLine label={say(words.classHours)} value={facts.hours} onChange={(hours) => put({ hours })} />
        <NumberLine label={say(words.places)} value={facts.places} onChange={(places) => put({ places })} />
        <Tick label={say(words.isRecognised)} value={facts.recognised} onChange={(recognised) => put({ recognised })} />
        <Tick label={say(words.isOnline)} value={facts.online} onChange={(online) => put({ online })} />
      </div>
      {changed && <Line label={say(actWords.why)} value={reason} onChange={setReason} rows={2} />}
    </ActDialog>
  )
}

interface NumberLineProps {
  readonly label: string
  readonly value: number
  onChange(value: number): void
}

function NumberLine({ label, value, onChange }: NumberLineProps) {
  return (
    <label className="act-line">
      <span>{label}</span>
      <input type="number" value={value} onChange={({ target }) => onChange(Number(target.value))} />
    </label>
  )
}

interface TickProps {
  readonly label: string
  readonly value: boolean
  onChange(value: boolean): void
}

const Tick = ({ label, value, onChange }: TickProps) => (
  <label className="act-tick">
    <input type="checkbox" checked={value} onChange={({ target }) => onChange(target.checked)} />
    {label}
  </label>
)
