import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { InstrumentOfRules, RuleSummary } from '#server/contract/index.ts'
import type { Search } from '../../../client/search.ts'
import { articleHead, instrumentName } from '../../../language/citation.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rulesWords } from '../../../language/words/rules.ts'
import { StandingTag } from '../standing.tsx'
import { isAwaiting, rulesOf } from './rule-filter.ts'
import './rule-tree.css'

interface RuleTreeProps {
  readonly instruments: readonly InstrumentOfRules[]
  /** Names that two editions share. */
  readonly editions: ReadonlySet<string>
  readonly ruleId: string | undefined
  readonly search: Search
  /** Every branch open: something was searched for. */
  readonly open: boolean
}

export function RuleTree({ instruments, editions, ruleId, search, open }: RuleTreeProps) {
  return instruments.map((instrument) => (
    <Branch
      // Opening and closing is the reader's, until another search or rule asks for more.
      key={`${instrument.id} ${open}`}
      instrument={instrument}
      editions={editions}
      ruleId={ruleId}
      search={search}
      open={open || rulesOf(instrument).some(({ id }) => id === ruleId)}
    />
  ))
}

interface BranchProps extends Omit<RuleTreeProps, 'instruments'> {
  readonly instrument: InstrumentOfRules
}

function Branch({ instrument, editions, ruleId, search, open }: BranchProps) {
  const { say, language } = useSpeech()
  const rules = rulesOf(instrument)
  const awaiting = rules.filter(isAwaiting).length
  return (
    <details open={open}>
      <summary>
        <span className="cut" title={instrument.name[language]}>
          {instrumentName(instrument.name, language)}
        </span>
        {editions.has(instrument.name.zh) && <span>{instrument.from.slice(0, 4)}</span>}
        {!instrument.inForce && <span className="standing-tag past">{say(rulesWords.pastInstrument)}</span>}
        {awaiting > 0 && (
          <span className="tree-awaiting">{say(rulesWords.treeAwaiting, { count: count(awaiting) })}</span>
        )}
        <span className="tree-count">{count(rules.length)}</span>
      </summary>
      <ul>
        <li>
          <Link to="/rules" search={{ ...search, instrument: instrument.id }} className="tree-about">
            {say(instrument.uncovered.length > 0 ? rulesWords.aboutUncovered : rulesWords.about, {
              count: count(instrument.uncovered.length),
            })}
          </Link>
        </li>
        {rules.map((rule) => (
          <Leaf key={rule.id} rule={rule} chosen={rule.id === ruleId} search={search} />
        ))}
      </ul>
    </details>
  )
}

function Leaf({ rule, chosen, search }: { rule: RuleSummary; chosen: boolean; search: Search }) {
  const { say, language } = useSpeech()
  const leaf = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (chosen) leaf.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const { instrument: _, ...kept } = search
  return (
    <li ref={leaf}>
      <Link
        to="/rules/$ruleId"
        params={{ ruleId: rule.id }}
        search={kept}
        className={chosen ? 'tree-rule chosen' : rule.inForce ? 'tree-rule' : 'tree-rule past'}
        aria-current={chosen ? 'page' : undefined}
        resetScroll={false}
      >
        <span className="tree-article cut" title={articleHead(rule.basis.article, language)}>
          {articleHead(rule.basis.article, language)}
        </span>
        <span className="cut" title={say(rule.basis.title)}>
          {say(rule.basis.title)}
        </span>
        <StandingTag rule={rule} />
      </Link>
    </li>
  )
}
