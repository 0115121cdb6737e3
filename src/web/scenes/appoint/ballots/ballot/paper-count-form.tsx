import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { BallotShape, TallyShape } from '#server/contract/index.ts'
import { enterPaperCount, readPaperSheet } from '../../../../client/ballot-queries.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { ballotWords } from '../../../../language/words/ballots.ts'
import { FileInput } from '../../../../parts/file-input.tsx'
import { ErrorPanel } from '../../../../parts/states.tsx'
import { emptyTally, freeOf, withQuestion } from './paper-count.ts'
import { useBallotChange } from './use-ballot-change.ts'

interface PaperCountFormProps {
  readonly ballot: BallotShape
  readonly entry: 1 | 2
  onSaved(): void
}

/** One count of all paper sheets, class by class. It begins empty, so that nobody copies the other count. */
export function PaperCountForm({ ballot, entry, onSaved }: PaperCountFormProps) {
  const { say } = useSpeech()
  const { ballotId, classes } = ballot
  const [countedBy, setCountedBy] = useState('')
  const [tallies, setTallies] = useState<Readonly<Record<string, TallyShape>>>(() =>
    Object.fromEntries(classes.map(({ id }) => [id, emptyTally(ballot)])),
  )
  const saving = useBallotChange(ballotId, () =>
    enterPaperCount(ballotId, { entry, countedBy: countedBy.trim(), tallies }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (countedBy.trim() !== '') saving.mutate(undefined, { onSuccess: onSaved })
  }
  return (
    <form className="ballot-lines ballot-count" onSubmit={submit}>
      <label className="ballot-line">
        {say(ballotWords.countedBy)}
        <input
          type="text"
          required
          maxLength={60}
          value={countedBy}
          onChange={({ target }) => setCountedBy(target.value)}
        />
      </label>
      {classes.map(({ id, label }) => (
        <ClassCount
          key={id}
          ballot={ballot}
          label={label}
          tally={tallies[id] ?? emptyTally(ballot)}
          onChange={(tally) => setTallies({ ...tallies, [id]: tally })}
        />
      ))}
      <button type="submit" className="main-button" disabled={saving.isPending || countedBy.trim() === ''}>
        {say(ballotWords.saveCount)}
      </button>
      {saving.isError && <ErrorPanel error={saving.error} what={say(ballotWords.failed)} />}
    </form>
  )
}

interface ClassCountProps {
  readonly ballot: BallotShape
  readonly label: string
  readonly tally: TallyShape
  onChange(tally: TallyShape): void
}

function ClassCount({ ballot, label, tally, onChange }: ClassCountProps) {
  const { say } = useSpeech()
  // Written names begin anew where a file fills them in.
  const [filled, setFilled] = useState(0)
  const fill = (read: TallyShape) => {
    setFilled(filled + 1)
    onChange(read)
  }
  return (
    <fieldset className="ballot-post">
      <legend>{label}</legend>
      <div className="ballot-line">
        <Figure
          label={say(ballotWords.received)}
          value={tally.received}
          onChange={(received) => onChange({ ...tally, received })}
        />
        <Figure
          label={say(ballotWords.invalid)}
          value={tally.invalid}
          onChange={(invalid) => onChange({ ...tally, invalid })}
        />
        {ballot.kind !== 'evaluation' && <FromFile ballotId={ballot.ballotId} label={label} onRead={fill} />}
      </div>
      {ballot.questions.map((question, place) => {
        const counted = tally.questions[place]
        const change = (more: Partial<TallyShape['questions'][number]>) => onChange(withQuestion(tally, place, more))
        if (!counted) return null
        return (
          <div key={`${question.subject} ${question.aspect.zh} ${question.note}`} className="ballot-line">
            <b>
              {question.subject} {say(question.aspect)}
            </b>
            {question.options.map((option, at) => (
              <Figure
                key={option.zh}
                label={say(option)}
                value={counted.marks[at] ?? 0}
                onChange={(votes) => change({ marks: counted.marks.map((one, index) => (index === at ? votes : one)) })}
              />
            ))}
            <Figure label={say(ballotWords.blank)} value={counted.blank} onChange={(blank) => change({ blank })} />
            <Figure
              label={say(ballotWords.spoiled)}
              value={counted.spoiled}
              onChange={(spoiled) => change({ spoiled })}
            />
            {question.freeNames && (
              <label className="ballot-lines">
                {say(ballotWords.freeNames)}
                <textarea
                  key={filled}
                  rows={3}
                  defaultValue={counted.free.map(({ name, votes }) => `${name} ${votes}`).join('\n')}
                  onChange={({ target }) => change({ free: freeOf(target.value) })}
                />
              </label>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

function Figure({ label, value, onChange }: { label: string; value: number; onChange(value: number): void }) {
  return (
    <label className="ballot-line">
      {label}
      <input type="number" min={0} max={5000} value={value} onChange={({ target }) => onChange(Number(target.value))} />
    </label>
  )
}

interface FromFileProps {
  readonly ballotId: string
  /** The class it is of. */
  readonly label: string
  onRead(tally: TallyShape): void
}

/** A workbook with the count of a class fills its form. */
function FromFile({ ballotId, label, onRead }: FromFileProps) {
  const { say } = useSpeech()
  const reading = useMutation({
    mutationFn: (file: File) => readPaperSheet(ballotId, file),
    onSuccess: ({ tally }) => onRead(tally),
  })
  return (
    <>
      <div className="ballot-line">
        <span>{say(ballotWords.fromFile)}</span>
        <FileInput
          label={`${say(ballotWords.fromFile)} ${label}`}
          accept=".xlsx,.xls"
          disabled={reading.isPending}
          onChoose={([file]) => file && reading.mutate(file)}
        />
      </div>
      <span role="status">{reading.isSuccess && say(ballotWords.filled)}</span>
      {reading.data?.problems.map(({ message, mend, row }) => (
        <p key={`${row} ${message.zh}`}>
          {row} {say(message)} {say(mend)}
        </p>
      ))}
      {reading.isError && <ErrorPanel error={reading.error} what={say(ballotWords.failed)} />}
    </>
  )
}
