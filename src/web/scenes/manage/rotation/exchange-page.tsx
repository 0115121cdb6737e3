import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { ExchangeChoices } from '#server/contract/index.ts'
import { beginExchange, exchangeQuery } from '../../../client/rotation-queries.ts'
import { valuesOf } from '../../../client/search.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { exchangeWords as words } from '../../../language/words/rotation.ts'
import '../../../parts/act-dialog.css'
import '../../../parts/buttons.css'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { PersonSearch } from '../../../parts/person-search.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import '../../../parts/views.css'
import './rotation.css'

/** Chosen duties become a slate: who must move, who may, under which conditions. */
export function ExchangePage() {
  const { say } = useSpeech()
  const cadres = valuesOf(useSearch({ from: '/office/rotation/exchange' }), 'cadre')
  const choices = useQuery(exchangeQuery(cadres))
  return (
    <>
      <PageTitle
        title={say(words.title)}
        note={say(words.note)}
        aside={<Link to="/rotation">{say(words.back)}</Link>}
      />
      {choices.isError && <ErrorPanel error={choices.error} onRetry={() => void choices.refetch()} />}
      {choices.isLoading && <SkeletonRows rows={10} height={32} />}
      {cadres.length === 0 && (
        <div className="sheet">
          <EmptyState why={say(words.nobody)} next={<Link to="/rotation">{say(words.nobodyNext)}</Link>} />
        </div>
      )}
      {choices.data && <Draft key={cadres.join(' ')} choices={choices.data} cadres={cadres} />}
    </>
  )
}

type Volunteer = { readonly cadreId: string; readonly label: string }

function Draft({ choices, cadres }: { choices: ExchangeChoices; cadres: readonly string[] }) {
  const { say } = useSpeech()
  const navigate = useNavigate()
  const nameId = useId()
  const offered: Volunteer[] = choices.volunteers.map((one) => ({
    cadreId: one.cadreId,
    label: `${one.name} ${one.unitName} ${one.title} · ${day(one.dueOn)}`,
  }))
  const [added, setAdded] = useState<readonly Volunteer[]>([])
  const [may, setMay] = useState<ReadonlySet<string>>(new Set(offered.map(({ cadreId }) => cadreId)))
  const [name, setName] = useState(choices.name)
  const [elsewhere, setElsewhere] = useState(true)
  const [keepStructure, setKeepStructure] = useState(true)
  const begin = useMutation({
    mutationFn: () => beginExchange({ name, cadres: [...cadres], volunteers: [...may], elsewhere, keepStructure }),
    onSuccess: ({ slateId }) => navigate({ to: '/slates/$slateId', params: { slateId } }),
  })
  return (
    <form
      className="exchange"
      onSubmit={(event) => {
        event.preventDefault()
        begin.mutate()
      }}
    >
      <Panel
        title={say(words.chosen)}
        note={`${say(words.chosenNote)} · ${say(words.vacancies, { count: count(choices.vacancies) })}`}
        flush
      >
        <Chosen choices={choices} cadres={cadres} />
      </Panel>
      <Volunteers offered={[...offered, ...added]} may={may} onMay={setMay}>
        <PersonSearch
          label={say(words.addVolunteer)}
          chosen={[...cadres, ...may]}
          onPick={(person) => {
            if (![...offered, ...added].some(({ cadreId }) => cadreId === person.cadreId))
              setAdded([...added, { cadreId: person.cadreId, label: person.name }])
            setMay(new Set([...may, person.cadreId]))
          }}
        />
      </Volunteers>
      <Panel title={say(words.conditions)}>
        <div className="act-dialog">
          <div className="act-line">
            <label htmlFor={nameId}>{say(words.name)}</label>
            <input
              id={nameId}
              type="text"
              maxLength={60}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          </div>
          <Tick label={say(words.elsewhere)} value={elsewhere} onChange={setElsewhere} />
          <Tick label={say(words.keepStructure)} value={keepStructure} onChange={setKeepStructure} />
          {begin.isError && <ErrorPanel error={begin.error} />}
          <p className="act-do">
            <button type="submit" className="main-button" disabled={name.trim() === '' || begin.isPending}>
              {say(words.begin)}
            </button>
          </p>
        </div>
      </Panel>
    </form>
  )
}

function Tick({ label, value, onChange }: { label: string; value: boolean; onChange(value: boolean): void }) {
  return (
    <label className="act-tick">
      <input type="checkbox" checked={value} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  )
}

function Chosen({ choices, cadres }: { choices: ExchangeChoices; cadres: readonly string[] }) {
  const { say } = useSpeech()
  return (
    <ul className="exchange-people">
      {choices.chosen.map((one) => (
        <li key={one.cadreId}>
          <Link to="/cadres/$cadreId" params={{ cadreId: one.cadreId }}>
            {one.name}
          </Link>{' '}
          {one.unitName} {one.title}
          <span className="second">
            {one.rule && say(one.rule)} {one.dueOn && day(one.dueOn)}
          </span>
          <Link
            to="/rotation/exchange"
            search={{ cadre: cadres.filter((id) => id !== one.cadreId) }}
            aria-label={say(words.remove, { name: one.name })}
          >
            ×
          </Link>
        </li>
      ))}
    </ul>
  )
}

interface VolunteersProps {
  readonly offered: readonly Volunteer[]
  readonly may: ReadonlySet<string>
  onMay(may: ReadonlySet<string>): void
  readonly children: React.ReactNode
}

function Volunteers({ offered, may, onMay, children }: VolunteersProps) {
  const { say } = useSpeech()
  const toggle = (id: string): void => {
    const next = new Set(may)
    if (!next.delete(id)) next.add(id)
    onMay(next)
  }
  return (
    <Panel
      title={say(words.volunteers)}
      note={say(words.volunteersNote)}
      aside={
        <span className="views">
          <button type="button" onClick={() => onMay(new Set(offered.map(({ cadreId }) => cadreId)))}>
            {say(words.all)}
          </button>
          <button type="button" onClick={() => onMay(new Set())}>
            {say(words.none)}
          </button>
        </span>
      }
    >
      {offered.length === 0 && <p className="second">{say(words.noVolunteers)}</p>}
      <ul className="exchange-volunteers">
        {offered.map(({ cadreId, label }) => (
          <li key={cadreId}>
            <Tick label={label} value={may.has(cadreId)} onChange={() => toggle(cadreId)} />
          </li>
        ))}
      </ul>
      {children}
    </Panel>
  )
}
