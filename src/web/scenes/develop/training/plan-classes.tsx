import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { PlanEditShape, YearPlanShape } from '#server/contract/index.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { trainingWords as words } from '../../../language/words/training.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { DateInput } from '../../../parts/date-input.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { PersonSearch } from '../../../parts/person-search.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

type Plan = NonNullable<YearPlanShape['plan']>
type Planned = Plan['classes'][number]

interface PlanClassesProps {
  readonly plan: Plan
  readonly isOpen: boolean
  edit(edit: PlanEditShape): void
}

/** The classes of a plan; one that is opened shows its people with the reasons, and may be changed. */
export function PlanClasses({ plan, isOpen, edit }: PlanClassesProps) {
  const { say } = useSpeech()
  const [shown, setShown] = useState<string>()
  const planned = plan.classes.find(({ key }) => key === shown)
  return (
    <>
      <Panel title={say(words.planClasses)} explained="training-plan" note={say(words.planClassesNote)} flush>
        <WideTable label={say(words.planClasses)} className="figures">
          <thead>
            <tr>
              <ColumnHeads heads={[words.className, words.organiser, words.dates]} />
              <ColumnHeads heads={[words.classHours, words.taken, words.places]} figures />
            </tr>
          </thead>
          <tbody>
            {plan.classes.map((one) => (
              <tr key={one.key} className={one.key === shown ? 'chosen' : undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className="plain-button"
                    aria-expanded={one.key === shown}
                    onClick={() => setShown(one.key === shown ? undefined : one.key)}
                  >
                    {one.name}
                  </button>
                </th>
                <td>{one.organiser}</td>
                <td>
                  {day(one.from)}–{day(one.to).slice(5)}
                </td>
                <td className="number">{one.hours}</td>
                <td className="number">{one.taken}</td>
                <td className="number">{one.places}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      </Panel>
      {planned && (
        <ClassPeople key={`${planned.key}/${plan.version}`} plan={plan} planned={planned} isOpen={isOpen} edit={edit} />
      )}
    </>
  )
}

function ClassPeople({ plan, planned, isOpen, edit }: PlanClassesProps & { readonly planned: Planned }) {
  const { say } = useSpeech()
  const { key } = planned
  const [places, setPlaces] = useState(planned.places)
  const [from, setFrom] = useState(planned.from)
  const [to, setTo] = useState(planned.to)
  const people = plan.places.filter((place) => place.key === key)
  return (
    <Panel
      title={planned.name}
      note={say(words.enrolledNote, { taken: String(people.length), places: String(planned.places) })}
      flush
    >
      {isOpen && (
        <div className="class-acts">
          <PersonSearch
            label={say(words.inviteWho)}
            chosen={people.map(({ cadreId }) => cadreId)}
            onPick={({ cadreId }) => edit({ kind: 'place-added', key, cadreId })}
          />
          <label>
            {say(words.places)}{' '}
            <input
              type="number"
              className="class-hours"
              value={places}
              onChange={({ target }) => setPlaces(Number(target.value))}
            />
          </label>
          <DateInput label={say(words.from)} value={from} onChange={setFrom} />
          <DateInput label={say(words.to)} value={to} onChange={setTo} />
          <button
            type="button"
            className="side-button"
            onClick={() => edit({ kind: 'class-changed', key, places, from, to })}
          >
            {say(words.save)}
          </button>
          <button type="button" className="side-button" onClick={() => edit({ kind: 'class-removed', key })}>
            {say(words.drop)}
          </button>
        </div>
      )}
      <ul className="plan-people">
        {people.map(({ cadreId, name, post, reasons }) => (
          <li key={cadreId}>
            <span>
              <Link to="/cadres/$cadreId" params={{ cadreId }}>
                {name}
              </Link>{' '}
              <span className="second">{post}</span>
            </span>
            <span>{reasons.map((reason) => say(reason)).join(say(words.semicolon))}</span>
            {isOpen && (
              <button
                type="button"
                className="plain-button"
                onClick={() => edit({ kind: 'place-removed', key, cadreId })}
              >
                {say(words.take)}
                <span className="out-of-sight"> {name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
