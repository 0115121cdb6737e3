import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState } from 'react'
import type { LawChanges, RuleDetail, Verdict, WhatIfRequest } from '#server/contract/index.ts'
import { RequestFailure } from '../../../client/failure.ts'
import { homeQuery, ruleQuery, rulesQuery, whatIfQuery } from '../../../client/queries.ts'
import { type Search, valueOf, valuesOf } from '../../../client/search.ts'
import { citationText } from '../../../language/citation.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { whatIfWords } from '../../../language/words/what-if.ts'
import '../../../parts/buttons.css'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { rulesOf } from '../browser/rule-filter.ts'
import { Adoption } from './adoption.tsx'
import { ChangedRule } from './changed-rule.tsx'
import { isEmpty, readChanges, readSetting, type Setting, withSetting, writeSetting } from './changes.ts'
import { useKeptText } from './kept-text.ts'
import { Outcome } from './outcome.tsx'
import { RuleText } from './rule-text.tsx'
import './what-if.css'

const pageSize = 50

/** The change that was last tried, with the rules as they stood then. */
interface Tried {
  readonly changes: LawChanges
  readonly details: readonly RuleDetail[]
}

/** Try other numbers or another rule, and see whom it would concern, before anybody adopts it. */
export function WhatIfPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/rules/what-if' })
  const navigate = useNavigate()
  const queries = useQueryClient()
  const show = (next: Search) =>
    void navigate({ to: '/rules/what-if', search: next, replace: true, resetScroll: false })
  const [text, setText] = useKeptText()
  const [tried, setTried] = useState<Tried>()
  const draft = useDraft(search, text)
  const names = namesOf(search)
  const question = whatIfQuery(tried?.changes ?? {}, names)
  const outcome = useQuery({
    ...question,
    enabled: tried !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const refused = outcome.error instanceof RequestFailure && outcome.error.said?.place ? outcome.error.said : undefined
  const isStale = tried !== undefined && JSON.stringify(tried.changes) !== JSON.stringify(draft.changes)

  const stop = () => void queries.cancelQueries({ queryKey: question.queryKey })
  const run = () => {
    const { from: _from, to: _to, seat: _seat, offset: _offset, ...kept } = search
    show(kept)
    setTried({ changes: draft.changes, details: draft.details })
    if (tried && !isStale) void outcome.refetch()
  }

  return (
    <>
      <PageTitle title={say(whatIfWords.title)} note={say(whatIfWords.nothingAdopted)} />
      <div className="what-if">
        <div className="what-if-changes">
          <Numbers draft={draft} onChange={(next) => show({ ...search, ...next })} />
          <Panel title={say(whatIfWords.ownRule)} note={say(whatIfWords.ownRuleNote)}>
            <RuleText text={text} problem={isStale ? undefined : refused} onChange={setText} />
          </Panel>
          <div className="what-if-run">
            <button
              type="button"
              className="main-button"
              disabled={isEmpty(draft.changes) || draft.wrong.length > 0 || outcome.isFetching}
              onClick={run}
            >
              {say(whatIfWords.run)}
            </button>
            {outcome.isFetching && (
              <button type="button" className="side-button" onClick={stop}>
                {say(whatIfWords.stop)}
              </button>
            )}
            <span className="second">{say(whatIfWords.linkKeeps)}</span>
          </div>
        </div>
        <div className="what-if-outcome" aria-live="polite" aria-busy={outcome.isFetching}>
          {tried === undefined && (
            <EmptyState why={say(whatIfWords.nothingTried)} next={say(whatIfWords.nothingTriedNext)} />
          )}
          {tried !== undefined && outcome.isFetching && !outcome.data && (
            <SkeletonRows rows={9} height={44} what={say(whatIfWords.comparing)} />
          )}
          {outcome.error && !refused && <ErrorPanel error={outcome.error} onRetry={() => void outcome.refetch()} />}
          {refused && <EmptyState why={say(whatIfWords.ruleUnread)} next={say(whatIfWords.ruleUnreadNext)} />}
          {tried !== undefined && outcome.data && !outcome.error && (
            <>
              {isStale && <p className="what-if-stale">{say(whatIfWords.stale)}</p>}
              <Outcome outcome={outcome.data} search={search} size={pageSize} onShow={show} />
              <Adoption {...tried} asOf={outcome.data.asOf} />
            </>
          )}
        </div>
      </div>
    </>
  )
}

const verdictOf = (search: Search, name: string) => valueOf(search, name) as Verdict | undefined

function namesOf(search: Search): Omit<WhatIfRequest, 'changes'> {
  const [from, to, positionId] = [verdictOf(search, 'from'), verdictOf(search, 'to'), valueOf(search, 'seat')]
  return {
    ...(from && { from }),
    ...(to && { to }),
    ...(positionId && { positionId }),
    offset: Number(valueOf(search, 'offset') ?? 0),
    limit: pageSize,
  }
}

interface NumbersProps {
  readonly draft: Draft
  onChange(next: Search): void
}

/** The rules whose numbers are tried; which they are and what is tried stand in the address. */
function Numbers({ draft: { ruleIds, settings, details, failed }, onChange }: NumbersProps) {
  const { say } = useSpeech()
  return (
    <Panel title={say(whatIfWords.numbers)} explained="parameter" note={say(whatIfWords.numbersNote)}>
      <RulePicker chosen={ruleIds} onPick={(rule) => onChange({ rule: [...ruleIds, rule] })} />
      {details.map((detail) => (
        <ChangedRule
          key={detail.rule.id}
          detail={detail}
          settings={settings}
          onSet={(setting, counts) =>
            onChange({ rule: ruleIds, set: withSetting(settings, setting, counts).map(writeSetting) })
          }
          onRemove={() =>
            onChange({
              rule: ruleIds.filter((id) => id !== detail.rule.id),
              set: settings.filter(({ rule }) => rule !== detail.rule.id).map(writeSetting),
            })
          }
        />
      ))}
      {failed && <ErrorPanel error={failed} />}
    </Panel>
  )
}

interface Draft extends ReturnType<typeof readChanges> {
  readonly ruleIds: readonly string[]
  readonly settings: readonly Setting[]
  readonly details: readonly RuleDetail[]
  readonly failed: Error | undefined
}

/** What the address and the text say is to be tried. */
function useDraft(search: Search, text: string): Draft {
  const settings = valuesOf(search, 'set').flatMap((one) => readSetting(one) ?? [])
  const ruleIds = [...new Set([...valuesOf(search, 'rule'), ...settings.map(({ rule }) => rule)])]
  const answers = useQueries({ queries: ruleIds.map((id) => ruleQuery(id, undefined)) })
  const details = answers.flatMap(({ data }) => data ?? [])
  const byId = new Map(details.map((detail) => [detail.rule.id, detail]))
  const failed = answers.find(({ error }) => error)?.error ?? undefined
  return { ruleIds, settings, details, failed, ...readChanges(settings, byId, text) }
}

function RulePicker({ chosen, onPick }: { chosen: readonly string[]; onPick(rule: string): void }) {
  const { say, language } = useSpeech()
  const rules = useQuery(rulesQuery(undefined)).data
  const vacancies = useQuery(homeQuery).data?.counts.vacancies
  const options = (rules?.instruments ?? [])
    .flatMap(rulesOf)
    .filter((rule) => rule.inForce && !chosen.includes(rule.id))
    .map((rule) => ({ value: rule.id, label: `${say(rule.basis.title)} ${citationText(rule.basis, language)}` }))
  return (
    <>
      <Select<string>
        className="rule-picker"
        aria-label={say(whatIfWords.pickRule)}
        placeholder={say(whatIfWords.pickRule)}
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
        value={null}
        onChange={(rule) => onPick(rule)}
      />
      {chosen.length === 0 && vacancies !== undefined && (
        <p className="second">{say(whatIfWords.pickHint, { vacancies: count(vacancies) })}</p>
      )}
    </>
  )
}
