import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type ExplanationId, explanations } from '#domain/lexicon/explanations.ts'
import type { RuleList, RuleSummary } from '#server/contract/index.ts'
import { rulesQuery } from '../client/queries.ts'
import { useSpeech } from '../language/language.tsx'
import { helpWords } from '../language/words/help.ts'
import './explanation-text.css'

/** What it is; from what, how sure, what it is not, by which rules. */
export function ExplanationText({ of }: { of: ExplanationId }) {
  const { say } = useSpeech()
  const { what, from, sure, not, rules } = explanations[of]
  return (
    <>
      <p>{say(what)}</p>
      <dl>
        <dt>{say(helpWords.from)}</dt>
        <dd>{say(from)}</dd>
        {sure && (
          <>
            <dt>{say(helpWords.sure)}</dt>
            <dd>{say(sure)}</dd>
          </>
        )}
        {not && (
          <>
            <dt>{say(helpWords.not)}</dt>
            <dd>{say(not)}</dd>
          </>
        )}
        {rules && (
          <>
            <dt>{say(helpWords.basis)}</dt>
            <dd>
              <ul className="explanation-rules">
                {rules.map((rule) => (
                  <li key={rule}>
                    <RuleLink rule={rule} />
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </>
  )
}

/** A rule by its title, and by its id until that has been read. */
function RuleLink({ rule }: { rule: string }) {
  const { say } = useSpeech()
  const book = useQuery(rulesQuery(undefined)).data
  const basis = useMemo(() => basisOf(book, rule), [book, rule])
  return (
    <Link to="/rules/$ruleId" params={{ ruleId: rule }} title={rule}>
      {basis ? say(basis.title) : rule}
    </Link>
  )
}

const basisOf = (book: RuleList | undefined, rule: string): RuleSummary['basis'] | undefined =>
  book?.instruments
    .flatMap(({ articles }) => articles)
    .flatMap(({ rules }) => rules)
    .find(({ id }) => id === rule)?.basis
