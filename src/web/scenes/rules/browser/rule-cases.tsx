import { useState } from 'react'
import type { RuleCase } from '#server/contract/index.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rulesWords } from '../../../language/words/rules.ts'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'
import { Part } from './rule-sheet.tsx'

const shownFirst = 6

/** The cases beside the instrument as sentences, each with its verdict, run just now. */
export function RuleCases({ cases }: { cases: readonly RuleCase[] }) {
  const { say } = useSpeech()
  const [all, setAll] = useState(false)
  const passing = cases.filter((one) => one.passes).length
  // What does not agree is never behind a key.
  const ordered = [...cases].sort((a, b) => Number(a.passes) - Number(b.passes))
  const shown = all ? ordered : ordered.slice(0, Math.max(shownFirst, cases.length - passing))
  return (
    <Part
      title={say(rulesWords.cases)}
      note={say(rulesWords.casesNote, { passing: count(passing), total: count(cases.length) })}
    >
      <ul className="rule-cases">
        {shown.map((one) => (
          <Case key={`${one.name} ${one.asOf}`} one={one} />
        ))}
      </ul>
      {shown.length < cases.length && (
        <button type="button" className="plain-button" onClick={() => setAll(true)}>
          {say(rulesWords.casesMore, { count: count(cases.length - shown.length) })}
        </button>
      )}
    </Part>
  )
}

function Case({ one }: { one: RuleCase }) {
  const { say } = useSpeech()
  return (
    <li className={one.passes ? '' : 'differs'}>
      {one.expected === 'none' ? (
        <span className="verdict">{say(rulesWords.notBearing)}</span>
      ) : (
        <VerdictMark verdict={one.expected} />
      )}
      <div>
        <p lang="zh-CN">{one.name}</p>
        {one.reasons.length > 0 && <p className="second">{one.reasons.map((reason) => say(reason)).join(' · ')}</p>}
        {one.differences.map((difference) => (
          <p key={difference} className="second" lang="zh-CN">
            {difference}
          </p>
        ))}
      </div>
      <span className="second">{day(one.asOf)}</span>
      <span className="second">{say(one.passes ? rulesWords.agrees : rulesWords.differs)}</span>
    </li>
  )
}
