import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import type { SlateChoices, SlateRequestShape } from '#server/contract/index.ts'
import { rosterChoicesQuery } from '../../../../client/queries.ts'
import { count } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { wishWords } from '../../../../language/words/slates.ts'
import { Panel } from '../../../../parts/panel.tsx'
import { type FoundPerson, PersonSearch } from '../../../../parts/person-search.tsx'
import type { Draft, PoolKind } from './draft.ts'
import { poolKind, withPool } from './draft.ts'
import { type PartProps, Problem, Sentence } from './fields.tsx'

interface PoolPartProps extends PartProps {
  readonly choices: SlateChoices
  readonly people: Draft['people']
  readonly verdictProblem: Text | undefined
  onName(person: FoundPerson): void
}

/** Who may be moved, and with which verdict of the comparison. */
export function PoolPart(props: PoolPartProps) {
  const { say } = useSpeech()
  const { request, choices, problem, onChange } = props
  const kinds: readonly (readonly [PoolKind, string])[] = [
    ['everybody', say(wishWords.everybody, { count: count(choices.serving) })],
    ['units', say(wishWords.units)],
    ['reserve', say(wishWords.reserveOnly, { count: count(choices.reserve) })],
    ['named', say(wishWords.named)],
  ]
  const kind = poolKind(request)
  return (
    <Panel title={say(wishWords.pool)}>
      <fieldset className="wish-radios">
        <legend className="out-of-sight">{say(wishWords.pool)}</legend>
        {kinds.map(([id, label]) => (
          <div key={id}>
            <label>
              <input type="radio" name="pool" checked={kind === id} onChange={() => onChange(withPool(request, id))} />{' '}
              {label}
            </label>
            {kind === id && id === 'units' && <Units request={request} onChange={onChange} />}
            {kind === id && id === 'named' && <Named {...props} />}
          </div>
        ))}
      </fieldset>
      <Problem problem={problem} />
      <Verdicts {...props} />
    </Panel>
  )
}

function Units({ request, onChange }: PartProps) {
  const { say } = useSpeech()
  const units = useQuery(rosterChoicesQuery).data?.units ?? []
  return (
    <Select
      className="wish-units"
      mode="multiple"
      aria-label={say(wishWords.pickUnit)}
      placeholder={say(wishWords.pickUnit)}
      showSearch={{ optionFilterProp: 'label' }}
      options={units.map(({ unitId, name, cadres }) => ({ value: unitId, label: `${name} ${cadres}` }))}
      value={request.pool?.units ?? []}
      onChange={(chosen: string[]) => onChange({ ...request, pool: { units: chosen } })}
    />
  )
}

function Named({ request, people, onChange, onName }: PoolPartProps) {
  const { say } = useSpeech()
  const cadres = request.pool?.cadres ?? []
  const set = (next: string[]): SlateRequestShape => ({ ...request, pool: { cadres: next } })
  return (
    <div className="wish-named">
      {cadres.map((cadreId) => (
        <span key={cadreId} className="wish-name">
          {people[cadreId] ?? cadreId}{' '}
          <button
            type="button"
            className="plain-button sign-button"
            aria-label={`${say(wishWords.remove)} ${people[cadreId] ?? cadreId}`}
            onClick={() => onChange(set(cadres.filter((id) => id !== cadreId)))}
          >
            ×
          </button>
        </span>
      ))}
      <PersonSearch
        label={say(wishWords.addPerson)}
        chosen={cadres}
        onPick={(person) => {
          onName(person)
          onChange(set([...cadres, person.cadreId]))
        }}
      />
    </div>
  )
}

const verdicts = ['met', 'discretion', 'unknown'] as const

function Verdicts({ request, verdictProblem, onChange }: PoolPartProps) {
  const { say } = useSpeech()
  return (
    <>
      <Sentence>
        <span>{say(wishWords.verdicts)}</span>
        {verdicts.map((verdict) => (
          <label key={verdict}>
            <input
              type="checkbox"
              checked={request.verdicts.includes(verdict)}
              onChange={({ target }) =>
                onChange({
                  ...request,
                  verdicts: verdicts.filter((each) =>
                    each === verdict ? target.checked : request.verdicts.includes(each),
                  ),
                })
              }
            />{' '}
            {say(labelOf('verdict', verdict))}
          </label>
        ))}
        <span>{say(wishWords.verdictsAfter)}</span>
      </Sentence>
      <Problem problem={verdictProblem} />
    </>
  )
}
