import { useSpeech } from '../../../language/language.tsx'
import { stayingLabels, teamsBeforeAfterWords } from '../../../language/words/slate.ts'
import { place, type Scale } from '../../../parts/interval-bar.tsx'
import type { Person } from './shapes.ts'
import { ageMarks, type Dot, dotsOf, type Staying, type TeamDiff } from './team-diff.ts'
import './age-line.css'

interface AgeLineProps {
  readonly diff: TeamDiff
  readonly scale: Scale
  /** Only the team as it is. */
  readonly isStill?: boolean
}

/** The team as dots on an age line, now and after: leaving dashed, coming filled. */
export function AgeLine({ diff, scale, isStill = false }: AgeLineProps) {
  const { say } = useSpeech()
  const of = (people: readonly Person[], kind: Staying) => people.map((person) => ({ person, kind }))
  const before = [...of(diff.staying, 'staying'), ...of(diff.leaving, 'leaving')]
  const after = [...of(diff.staying, 'staying'), ...of(diff.coming, 'coming')]
  const unknown = [...before, ...of(diff.coming, 'coming')].filter(({ person }) => person.age === null).length
  return (
    <div className="age-change">
      <Line label={say(teamsBeforeAfterWords.now)} dots={dotsOf(before, scale)} />
      {!isStill && <Line label={say(teamsBeforeAfterWords.then)} dots={dotsOf(after, scale)} />}
      <div className="age-change-axis" aria-hidden="true">
        {ageMarks(scale).map((age) => (
          <span key={age} style={{ left: `${place(scale, age)}%` }}>
            {age}
          </span>
        ))}
      </div>
      <Names diff={diff} />
      {unknown > 0 && <p className="second quiet">{say(teamsBeforeAfterWords.agesUnknown, { count: unknown })}</p>}
    </div>
  )
}

function Line({ label, dots }: { label: string; dots: readonly Dot[] }) {
  const { say, language } = useSpeech()
  const nameOf = ({ person }: Dot): string =>
    say(teamsBeforeAfterWords.personAge, { name: person.name, age: person.age ?? '' })
  const people = dots.map(nameOf).join(language === 'zh' ? '、' : ', ')
  return (
    <div
      className="age-change-line"
      role="img"
      aria-label={say(teamsBeforeAfterWords.lineLabel, { when: label, people })}
    >
      <span className="age-change-label second">{label}</span>
      <span className="age-change-track">
        {dots.map((dot) => (
          <i
            key={dot.person.cadreId}
            className={`age-change-dot ${dot.kind}`}
            title={nameOf(dot)}
            style={{ left: `${dot.left}%`, translate: `${4 * dot.above}px ${-3 * dot.above}px` }}
          />
        ))}
      </span>
    </div>
  )
}

function Names({ diff }: { diff: TeamDiff }) {
  const { say, language } = useSpeech()
  const kinds = [
    [stayingLabels.coming, diff.coming],
    [stayingLabels.leaving, diff.leaving],
  ] as const
  const said = kinds.flatMap(([kind, people]) =>
    people.length === 0
      ? []
      : [
          say(teamsBeforeAfterWords.names, {
            kind,
            names: people.map(({ name }) => name).join(language === 'zh' ? '、' : ', '),
          }),
        ],
  )
  return <p className="second">{said.join(language === 'zh' ? '；' : '; ')}</p>
}

/** What the three dots are, said once in the head. */
export function DotKey() {
  const { say } = useSpeech()
  return (
    <>
      {(['coming', 'leaving', 'staying'] as const).map((kind) => (
        <span key={kind} className="dot-key">
          <i className={`age-change-dot ${kind}`} aria-hidden="true" /> {say(stayingLabels[kind])}
        </span>
      ))}
    </>
  )
}
