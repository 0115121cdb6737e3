import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { OwnRecord } from '#server/contract/index.ts'
import { day } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { formWords } from '../../language/words/dossier.ts'
import { ownWords as words } from '../../language/words/own.ts'
import { Panel } from '../../parts/panel.tsx'
import { CorrectionForm } from './correction-form.tsx'

type Person = NonNullable<OwnRecord['person']>

/** What is recorded: basic facts, posts, education, evaluations, training, honours; and the way to a correction. */
export function OwnFacts({ person }: { person: Person }) {
  const { say } = useSpeech()
  const [asking, setAsking] = useState(false)
  const { career, educations, evaluations, trainings, honours } = person
  return (
    <Panel
      title={say(words.record)}
      note={say(words.recordNote)}
      aside={
        <button type="button" className="plain-button" onClick={() => setAsking(true)}>
          {say(words.correct)}
        </button>
      }
    >
      {asking && <CorrectionForm onClose={() => setAsking(false)} />}
      <Basics person={person} />
      <Listed
        title={say(words.career)}
        lines={career.map(({ tenureId, from, to, unitName, title }) => ({
          key: tenureId,
          when: `${day(from)}–${to === null ? say(words.now) : day(to)}`,
          what: `${unitName ?? ''}${title ?? ''}`,
        }))}
      />
      <Listed
        title={say(words.education)}
        lines={educations.map(({ mode, level, school, major, from, to }, at) => ({
          key: String(at),
          when: [from, to].map((date) => (date === null ? '' : day(date))).join('–'),
          what: [say(labelOf('educationMode', mode)), say(labelOf('educationLevel', level)), school, major]
            .filter((part) => part !== null)
            .join(' '),
        }))}
      />
      <Listed
        title={say(words.evaluations)}
        lines={evaluations.map(({ year, result }) => ({
          key: String(year),
          when: String(year),
          what: say(labelOf('evaluationResult', result)),
        }))}
      />
      <Listed
        title={say(words.trainings)}
        lines={trainings.latest.map(({ course, from, hours }) => ({
          key: `${course} ${from}`,
          when: day(from),
          what: hours === null ? course : say(words.courseHours, { course, hours }),
        }))}
      />
      <Listed
        title={say(words.honours)}
        lines={honours.map(({ title, on }) => ({ key: `${title} ${on}`, when: day(on), what: title }))}
      />
    </Panel>
  )
}

function Basics({ person: { facts } }: { person: Person }) {
  const { say } = useSpeech()
  const shown = [
    [formWords.born, facts.bornOn && `${day(facts.bornOn)}${facts.age === null ? '' : `（${facts.age}）`}`],
    [formWords.ethnicity, facts.ethnicity],
    [formWords.nativePlace, facts.nativePlace],
    [formWords.politics, facts.party],
    [formWords.partyJoined, facts.partyJoinedOn && day(facts.partyJoinedOn)],
    [formWords.workStarted, facts.workStartedOn && day(facts.workStartedOn)],
    [formWords.currentPost, facts.currentPost],
  ] as const
  return (
    <dl className="own-basics">
      {shown.map(([label, value]) => (
        <div key={label.en}>
          <dt>{say(label)}</dt>
          <dd>{value ?? <span className="quiet">{say(words.nothing)}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}

interface ListedProps {
  readonly title: string
  readonly lines: readonly { readonly key: string; readonly when: string; readonly what: string }[]
}

function Listed({ title, lines }: ListedProps) {
  const { say } = useSpeech()
  return (
    <section className="own-list">
      <h3>{title}</h3>
      {lines.length === 0 && <p className="quiet">{say(words.nothing)}</p>}
      <ol>
        {lines.map(({ key, when, what }) => (
          <li key={key}>
            <span className="own-when">{when}</span>
            <span>{what}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
