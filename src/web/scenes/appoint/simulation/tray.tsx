import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Vacancy } from '#server/contract/index.ts'
import { vacanciesQuery, vacancyQuery } from '../../../client/queries.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { simulationWords as words } from '../../../language/words/simulation.ts'
import { IntervalBar } from '../../../parts/interval-bar.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { PersonSearch } from '../../../parts/person-search.tsx'
import { VerdictShape } from '../../../parts/verdict-mark.tsx'
import type { Bench, Named, Person } from './bench.ts'
import { mostCompared } from './draft.ts'
import { onDropOf, PersonCard } from './person-card.tsx'

/** So many of a list stand open; the others are asked for. */
const shownFirst = 8

/** People who may be put into a seat: those without one, those on the list of the vacancy, and whoever is looked for. */
export function Tray({ bench }: { bench: Bench }) {
  const { say } = useSpeech()
  const { seat, draft, data } = bench
  const unplaced = data.vacated.filter(({ goesTo }) => goesTo === null).map(({ cadreId }) => cadreId)
  const added = draft.added.filter((cadreId) => !unplaced.includes(cadreId))
  const takeBack = (cadreId: string) => {
    const from = data.teams.flatMap(({ seats }) => seats).find(({ after }) => after === cadreId)
    if (from) bench.takeOut(from.positionId)
  }
  return (
    <div className="simulation-tray" {...onDropOf(takeBack)}>
      <Panel title={say(words.tray)} note={seat && say(words.trayFor, { title: seat.title })}>
        <PersonSearch label={say(words.search)} chosen={draft.added} onPick={({ cadreId }) => bench.add(cadreId)} />
        <Group
          bench={bench}
          title={say(words.unplaced)}
          note={say(words.unplacedNote)}
          people={unplaced.map(bench.person)}
        />
        <Group bench={bench} title={say(words.added)} people={added.map(bench.person)} />
        {seat && <Listed key={seat.positionId} bench={bench} positionId={seat.positionId} />}
      </Panel>
    </div>
  )
}

interface GroupProps {
  readonly bench: Bench
  readonly title: string
  readonly note?: string
  readonly people: readonly Person[]
}

function Group({ bench, title, note, people }: GroupProps) {
  if (people.length === 0) return null
  return (
    <>
      <h3 className="tray-title">
        {title} {note && <span className="second">{note}</span>}
      </h3>
      <ul className="tray-people">
        {people.map((person) => (
          <li key={person.cadreId}>
            <PersonCard bench={bench} person={person}>
              <CompareButton bench={bench} person={person} />
            </PersonCard>
          </li>
        ))}
      </ul>
    </>
  )
}

function CompareButton({ bench, person }: { bench: Bench; person: Named }) {
  const { say } = useSpeech()
  if (!bench.seat) return null
  const { compared } = bench.draft
  const isCompared = compared.includes(person.cadreId)
  const isFull = !isCompared && compared.length >= mostCompared
  return (
    <button
      type="button"
      className="plain-button person-compare"
      aria-pressed={isCompared}
      aria-label={say(words.compareOf, { name: person.name })}
      disabled={isFull}
      title={isFull ? say(words.sheetMost) : undefined}
      onClick={() => bench.compare(person.cadreId)}
    >
      {say(words.compare)}
    </button>
  )
}

/** The list of the vacancy, in the order of its page; a seat that is not vacant has none. */
function Listed({ bench, positionId }: { bench: Bench; positionId: string }) {
  const { say } = useSpeech()
  const [shown, setShown] = useState(shownFirst)
  const vacant = useQuery(vacanciesQuery).data?.vacancies.some((vacancy) => vacancy.positionId === positionId)
  const vacancy = useQuery({ ...vacancyQuery(positionId), enabled: vacant === true }).data
  if (vacant === undefined || (vacant && !vacancy)) return null
  if (!vacancy) return <p className="second tray-none">{say(words.noList)}</p>
  const people = [...vacancy.tiers.flatMap(({ members }) => members), ...vacancy.pending.members]
  if (people.length === 0) return <p className="second tray-none">{say(words.noneListed)}</p>
  return (
    <>
      <h3 className="tray-title">
        {say(words.shortlisted)} <span className="second">{say(words.shortlistedNote)}</span>
      </h3>
      <ul className="tray-people">
        {people.slice(0, shown).map((candidate) => (
          <li key={candidate.cadreId}>
            <PersonCard
              bench={bench}
              person={{ ...candidate, post: `${candidate.unitName ?? ''}${candidate.title ?? ''}` }}
            >
              <CompareButton bench={bench} person={candidate} />
              <CandidateFit vacancy={vacancy} candidate={candidate} />
            </PersonCard>
          </li>
        ))}
      </ul>
      {people.length > shown && (
        <button type="button" className="plain-button" onClick={() => setShown(people.length)}>
          {say(words.more, { count: count(people.length - shown) })}
        </button>
      )}
    </>
  )
}

function CandidateFit({ vacancy, candidate }: { vacancy: Vacancy; candidate: Vacancy['pending']['members'][number] }) {
  const { fitRange } = vacancy
  const { fit, verdict } = candidate
  return (
    <span className="person-fit">
      <VerdictShape verdict={verdict} size={12} />
      {fit?.separable && fitRange && <IntervalBar interval={fit} scale={{ from: fitRange.least, to: fitRange.most }} />}
    </span>
  )
}
