import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { OfficePaper, PaperChoices, PaperSource } from '#server/contract/index.ts'
import { rosterChoicesQuery } from '../../../client/queries.ts'
import { type Search, valueOf, valuesOf } from '../../../client/search.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { paperWords } from '../../../language/words/papers.ts'
import { NamedPeople, type NamedPerson } from './named-people.tsx'

/** Whom a paper is about, as it is being chosen; what was chosen of another kind is kept. */
export interface Source {
  readonly kind: 'people' | 'slate' | 'cases'
  readonly people: readonly NamedPerson[]
  readonly slateId: string | undefined
  readonly plan: number
  readonly caseIds: readonly string[]
  readonly unitId: string | undefined
}

/** What the address names: `?cadres=…`, `?slate=…&plan=0` or `?cases=…`. */
export function beginSource(search: Search): Source {
  const slateId = valueOf(search, 'slate')
  const caseIds = valuesOf(search, 'cases')
  return {
    kind: caseIds.length > 0 ? 'cases' : slateId === undefined ? 'people' : 'slate',
    caseIds,
    people: valuesOf(search, 'cadres').map((cadreId) => ({ cadreId, name: '', proposedPost: '', removedPost: '' })),
    slateId,
    plan: Number(valueOf(search, 'plan') ?? 0) || 0,
    unitId: undefined,
  }
}

/** What the server is asked for; undefined while it names nobody. */
export function sourceOf(source: Source, paper: OfficePaper): PaperSource | undefined {
  if (paper === 'post-quota') {
    return { kind: 'units', ...(source.unitId === undefined ? {} : { unitId: source.unitId }) }
  }
  if (source.kind === 'slate') {
    return source.slateId === undefined ? undefined : { kind: 'slate', slateId: source.slateId, plan: source.plan }
  }
  if (source.kind === 'cases') {
    return source.caseIds.length === 0 ? undefined : { kind: 'cases', caseIds: [...source.caseIds] }
  }
  const people = source.people.map(({ name: _, ...person }) => person)
  return people.length === 0 ? undefined : { kind: 'people', people }
}

interface SourcePartProps {
  readonly choices: PaperChoices
  readonly paper: OfficePaper
  readonly source: Source
  onChange(source: Source): void
}

/** Named people, the moves of a slate, or the candidates of cases; for the table of posts a unit. */
export function SourcePart({ choices, paper, source, onChange }: SourcePartProps) {
  const { say } = useSpeech()
  if (paper === 'post-quota') {
    return <Units unitId={source.unitId} onChange={(unitId) => onChange({ ...source, unitId })} />
  }
  const kinds = [
    ['people', paperWords.fromPeople],
    ['slate', paperWords.fromSlate],
    ['cases', paperWords.fromCases],
  ] as const
  return (
    <>
      <fieldset className="paper-kinds">
        <legend className="out-of-sight">{say(paperWords.from)}</legend>
        {kinds.map(([kind, label]) => (
          <label key={kind}>
            <input
              type="radio"
              name="source"
              checked={source.kind === kind}
              onChange={() => onChange({ ...source, kind })}
            />{' '}
            {say(label)}
          </label>
        ))}
      </fieldset>
      {source.kind === 'people' && (
        <NamedPeople people={source.people} onChange={(people) => onChange({ ...source, people })} />
      )}
      {source.kind === 'slate' && <SlateChoice choices={choices} source={source} onChange={onChange} />}
      {source.kind === 'cases' && <CaseChoice choices={choices} source={source} onChange={onChange} />}
    </>
  )
}

function SlateChoice({ choices, source, onChange }: Omit<SourcePartProps, 'paper'>) {
  const { say } = useSpeech()
  if (choices.slates.length === 0) return <p className="quiet">{say(paperWords.noSlates)}</p>
  const slate = choices.slates.find(({ slateId }) => slateId === source.slateId)
  return (
    <div className="paper-slate">
      <Select
        aria-label={say(paperWords.slate)}
        placeholder={say(paperWords.slate)}
        value={source.slateId ?? null}
        options={choices.slates.map(({ slateId, name, recordedAt }) => ({
          value: slateId,
          label: `${name}　${day(recordedAt)}`,
        }))}
        onChange={(slateId) => onChange({ ...source, slateId: slateId ?? undefined, plan: 0 })}
      />
      {slate && slate.plans.length > 1 && (
        <Select
          aria-label={say(paperWords.plans)}
          value={source.plan}
          options={slate.plans.map((moves, plan) => ({
            value: plan,
            label: say(paperWords.plan, { number: plan + 1, moves }),
          }))}
          onChange={(plan) => onChange({ ...source, plan })}
        />
      )}
    </div>
  )
}

/** Cases one by one, or all of a batch. */
function CaseChoice({ choices, source, onChange }: Omit<SourcePartProps, 'paper'>) {
  const { say } = useSpeech()
  if (choices.cases.length === 0) return <p className="quiet">{say(paperWords.noCases)}</p>
  const batches = [...new Set(choices.cases.flatMap(({ batch }) => batch ?? []))]
  const ofBatch = (name: string) => choices.cases.filter(({ batch }) => batch === name).map(({ caseId }) => caseId)
  return (
    <div className="paper-slate">
      <Select
        mode="multiple"
        aria-label={say(paperWords.cases)}
        placeholder={say(paperWords.cases)}
        showSearch={{ optionFilterProp: 'label' }}
        value={[...source.caseIds]}
        options={choices.cases.map(({ caseId, title, batch }) => ({
          value: caseId,
          label: batch === null ? title : `${title}　${batch}`,
        }))}
        onChange={(caseIds) => onChange({ ...source, caseIds })}
      />
      {batches.map((name) => (
        <button
          key={name}
          type="button"
          className="plain-button"
          onClick={() => onChange({ ...source, caseIds: ofBatch(name) })}
        >
          {say(paperWords.batch, { name })}
        </button>
      ))}
    </div>
  )
}

function Units({ unitId, onChange }: { unitId: string | undefined; onChange(unitId: string | undefined): void }) {
  const { say } = useSpeech()
  const units = useQuery(rosterChoicesQuery).data?.units ?? []
  return (
    <Select
      className="paper-unit"
      allowClear
      aria-label={say(paperWords.unit)}
      placeholder={say(paperWords.unit)}
      showSearch={{ optionFilterProp: 'label' }}
      value={unitId ?? null}
      options={units.map(({ unitId: id, name }) => ({ value: id, label: name }))}
      onChange={(next) => onChange(next ?? undefined)}
    />
  )
}
