import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState } from 'react'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { CaseOpenings } from '#server/contract/index.ts'
import { caseOpeningsQuery, openCase } from '../../../client/case-queries.ts'
import { valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { caseListWords, caseWords, newCaseWords as words } from '../../../language/words/cases.ts'
import '../../../parts/act-dialog.css'
import '../../../parts/buttons.css'
import '../../../parts/course-path.css'
import { Line } from '../../../parts/act-dialog.tsx'
import { DateInput } from '../../../parts/date-input.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { PersonSearch } from '../../../parts/person-search.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { aboutOf, fromMove, lacks, newCaseOf, type Opening, openingOf } from './opening.ts'
import { SeatChoice } from './seat-choice.tsx'
import '../case/case.css'
import './cases.css'

/** A case is opened for a vacancy, from a slate's move, or for a person; `?position=`, `?cadre=` and `?slate=` fill it in. */
export function NewCasePage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/cases/new' })
  const openings = useQuery(caseOpeningsQuery)
  const asked = Object.fromEntries(
    ['position', 'cadre', 'name', 'slate', 'kind', 'grade'].flatMap((name) => {
      const value = valueOf(search, name)
      return value === undefined ? [] : [[name, value]]
    }),
  )
  return (
    <>
      <PageTitle
        title={say(words.title)}
        note={say(words.note)}
        aside={<Link to="/cases">{say(caseWords.back)}</Link>}
      />
      {openings.isError && <ErrorPanel error={openings.error} onRetry={() => void openings.refetch()} />}
      {openings.isPending && <SkeletonRows rows={8} height={46} />}
      {openings.data && <OpeningForm openings={openings.data} initial={openingOf(openings.data, asked)} />}
    </>
  )
}

function OpeningForm({ openings, initial }: { openings: CaseOpenings; initial: Opening }) {
  const { say } = useSpeech()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [opening, setOpening] = useState(initial)
  const change = (changed: Partial<Opening>) => setOpening({ ...opening, ...changed })
  const about = aboutOf(openings, opening.kind)
  const missing = lacks(opening, about)
  const seat = [...openings.vacancies, ...openings.moves.map((move) => move.seat)].find(
    ({ positionId }) => positionId === opening.positionId,
  )
  const title =
    about === 'seat'
      ? `${seat?.unitName ?? ''}${seat?.title ?? ''}`
      : `${opening.people[0]?.name ?? ''} ${say(labelOf('caseKind', opening.kind))}`.trim()
  const going = useMutation({
    mutationFn: () => openCase(newCaseOf(opening, about, title)),
    onSuccess: async ({ caseId }) => {
      await queries.invalidateQueries({ queryKey: ['cases'] })
      await navigate({ to: '/cases/$caseId', params: { caseId } })
    },
  })
  return (
    <div className="case-work">
      <Panel title={say(words.whatAndWhom)}>
        <form
          className="act-dialog"
          onSubmit={(event) => {
            event.preventDefault()
            going.mutate()
          }}
          noValidate
        >
          <Choice
            label={say(caseListWords.kind)}
            value={opening.kind}
            options={openings.kinds.map(({ kind, label }) => [kind, say(label)])}
            onChoose={(kind) => change({ kind: kind as Opening['kind'] })}
          />
          {about === 'grade' ? (
            <Choice
              label={say(caseWords.grade)}
              value={opening.grade}
              options={[
                ['', say(words.choose)],
                ...identifiersOf('grade').map((grade) => [grade, say(labelOf('grade', grade))] as const),
              ]}
              onChoose={(grade) => change({ grade })}
            />
          ) : (
            <SeatChoice openings={openings} opening={opening} about={about} onChange={change} />
          )}
          <People people={opening.people} several={about === 'seat'} onChange={(people) => change({ people })} />
          <Line
            label={say(words.name)}
            hint={title}
            value={opening.title}
            onChange={(typed) => change({ title: typed })}
          />
          <div className="act-line">
            <span>{say(words.on)}</span>
            <DateInput label={say(words.on)} value={opening.on} onChange={(on) => change({ on })} />
          </div>
          <Line
            label={say(caseWords.batch)}
            hint={say(words.batchHint)}
            value={opening.batch}
            onChange={(batch) => change({ batch })}
          />
          <Line label={say(words.why)} rows={2} value={opening.reason} onChange={(reason) => change({ reason })} />
          {missing.length > 0 && <p className="second">{missing.map((one) => say(words[`lacks-${one}`])).join(' ')}</p>}
          {going.isError && <ErrorPanel error={going.error} what={say(words.notOpened)} />}
          <p className="act-do">
            <button type="submit" className="main-button" disabled={missing.length > 0 || going.isPending}>
              {say(words.open)}
            </button>
          </p>
        </form>
      </Panel>
      <Moves openings={openings} onTake={(move) => setOpening(fromMove(opening, move))} />
    </div>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
  onChoose(value: string): void
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <label className="act-line">
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onChoose(target.value)}>
        {options.map(([option, said]) => (
          <option key={option} value={option}>
            {said}
          </option>
        ))}
      </select>
    </label>
  )
}

interface PeopleProps {
  readonly people: Opening['people']
  /** Candidates for a seat; else the one whom it is about. */
  readonly several: boolean
  onChange(people: Opening['people']): void
}

function People({ people, several, onChange }: PeopleProps) {
  const { say } = useSpeech()
  return (
    <div className="act-line">
      <span>{say(several ? words.candidates : words.person)}</span>
      <div className="act-chosen">
        {people.map(({ cadreId, name }) => (
          <span key={cadreId}>
            {name}{' '}
            <button
              type="button"
              className="plain-button"
              aria-label={say(caseWords.rollRemove, { name })}
              onClick={() => onChange(people.filter((one) => one.cadreId !== cadreId))}
            >
              {say(caseWords.remove)}
            </button>
          </span>
        ))}
        {(several || people.length === 0) && (
          <PersonSearch
            label={say(several ? words.findCandidate : words.findPerson)}
            chosen={people.map(({ cadreId }) => cadreId)}
            onPick={(person) => onChange([...people, person])}
          />
        )}
      </div>
    </div>
  )
}

interface MovesProps {
  readonly openings: CaseOpenings
  onTake(move: CaseOpenings['moves'][number]): void
}

/** Moves of saved slates: each fills the form. */
function Moves({ openings, onTake }: MovesProps) {
  const { say } = useSpeech()
  const slates = [...Map.groupBy(openings.moves, ({ slateId }) => slateId)]
  const [chosen, setChosen] = useState(slates[0]?.[0])
  if (slates.length === 0) return null
  const moves = slates.find(([slateId]) => slateId === chosen)?.[1] ?? []
  return (
    <Panel
      title={say(words.fromSlate)}
      aside={
        <Select
          aria-label={say(words.fromSlate)}
          value={chosen}
          onChange={setChosen}
          options={slates.map(([slateId, all]) => ({ value: slateId, label: all[0]?.slateName }))}
          popupMatchSelectWidth={false}
        />
      }
      flush
    >
      <ul className="case-moves">
        {moves.map((move) => (
          <li key={`${move.cadre.cadreId} ${move.seat.positionId}`}>
            <span>
              {move.cadre.name} <span className="second">{`${move.seat.unitName} ${move.seat.title}`}</span>
              {move.openCases.length > 0 && (
                <span className="second"> · {say(words.openAlready, { count: count(move.openCases.length) })}</span>
              )}
            </span>
            <button type="button" className="plain-button" onClick={() => onTake(move)}>
              {say(words.take)}
              <span className="out-of-sight"> {move.cadre.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
