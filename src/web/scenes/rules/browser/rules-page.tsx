import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { InstrumentOfRules, RuleList } from '#server/contract/index.ts'
import { rulesQuery } from '../../../client/queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rulesWords, stateLabels } from '../../../language/words/rules.ts'
import { ListViews } from '../../../parts/list-views.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WordsField } from '../../../parts/words-field.tsx'
import { AsOfField } from './as-of-field.tsx'
import { InstrumentSheet } from './instrument-sheet.tsx'
import { countOf, editionsOf, filterRules, isState, type State, states } from './rule-filter.ts'
import { RuleSheet } from './rule-sheet.tsx'
import { RuleTree } from './rule-tree.tsx'
import './rules.css'

/** The law as the office reads it: instruments and articles on the left, one rule or one instrument on the right. */
export function RulesPage() {
  const { say } = useSpeech()
  const { ruleId } = useParams({ strict: false })
  const search: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  const asOf = valueOf(search, 'asOf')
  const words = valueOf(search, 'q') ?? ''
  const asked = valueOf(search, 'state')
  const state = isState(asked) ? asked : undefined
  const rules = useQuery({ ...rulesQuery(asOf), placeholderData: keepPreviousData })
  const list = rules.data
  const found = useMemo(() => (list ? filterRules(list, words, state) : []), [list, words, state])
  const show = (next: Search) =>
    void (ruleId === undefined
      ? navigate({ to: '/rules', search: next, replace: true })
      : navigate({ to: '/rules/$ruleId', params: { ruleId }, search: next, replace: true, resetScroll: false }))

  return (
    <>
      <PageTitle
        title={say(rulesWords.title)}
        note={list && <Sums list={list} />}
        views={list && <States list={list} chosen={state} search={search} />}
        aside={<AsOfField asOf={asOf} shown={list?.asOf} onChange={(day) => show({ ...search, asOf: day ?? '' })} />}
      />
      <div className="rules-controls">
        <WordsField
          label={say(rulesWords.searchLabel)}
          hint={say(rulesWords.search)}
          value={words}
          onChange={(q) => show({ ...search, q })}
        />
      </div>
      {rules.isError && <ErrorPanel error={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.isPending && <SkeletonRows rows={16} height={32} />}
      {list && list.setAside.length > 0 && (
        <div className="set-aside" role="note">
          <b>{say(rulesWords.setAside)}</b>
          <ul>
            {list.setAside.map(({ message, mend }) => (
              <li key={message.zh}>
                {say(message)} {say(mend)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {list && (
        <div className="rules-grid">
          <nav className="rule-tree" aria-label={say(rulesWords.tree)}>
            {found.length === 0 ? (
              <EmptyState
                why={say(rulesWords.noneFound)}
                next={
                  <button type="button" className="plain-button" onClick={() => show({ ...search, q: '', state: '' })}>
                    {say(rulesWords.showAll)}
                  </button>
                }
              />
            ) : (
              <RuleTree
                instruments={found}
                editions={editionsOf(list)}
                ruleId={ruleId}
                search={search}
                open={words !== '' || state !== undefined}
              />
            )}
          </nav>
          <Shown list={list} found={found} ruleId={ruleId} search={search} asOf={asOf} />
        </div>
      )}
    </>
  )
}

interface ShownProps {
  readonly list: RuleList
  readonly found: readonly InstrumentOfRules[]
  readonly ruleId: string | undefined
  readonly search: Search
  readonly asOf: string | undefined
}

/** The rule of the address; else the instrument chosen; else the first one found, in force where there is one. */
function Shown({ list, found, ruleId, search, asOf }: ShownProps) {
  if (ruleId !== undefined) return <RuleSheet key={ruleId} ruleId={ruleId} asOf={asOf} search={search} />
  const chosen = valueOf(search, 'instrument')
  const instrument =
    list.instruments.find(({ id }) => id === chosen) ??
    found.find(({ inForce }) => inForce) ??
    found[0] ??
    list.instruments[0]
  return instrument ? <InstrumentSheet instrument={instrument} search={search} /> : null
}

function Sums({ list: { counts, instruments } }: { list: RuleList }) {
  const { say } = useSpeech()
  return say(rulesWords.sums, {
    instruments: count(instruments.length),
    rules: count(counts.rules),
    cases: count(counts.cases),
  })
}

interface StatesProps {
  readonly list: RuleList
  readonly chosen: State | undefined
  readonly search: Search
}

function States({ list, chosen, search }: StatesProps) {
  const { state: _, ...kept } = search
  return (
    <ListViews
      label={rulesWords.states}
      views={[undefined, ...states].map((state) => ({
        label: state ? stateLabels[state] : rulesWords.all,
        count: state ? countOf(list, state) : list.counts.rules,
        search: state ? { ...kept, state } : kept,
        isHere: state === chosen,
      }))}
    />
  )
}
