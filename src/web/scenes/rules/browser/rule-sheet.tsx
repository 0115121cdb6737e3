import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ExplanationId } from '#domain/lexicon/explanations.ts'
import type { RuleDetail } from '#server/contract/index.ts'
import { ruleQuery } from '../../../client/queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { Explained } from '../../../help/explained.tsx'
import { citationText } from '../../../language/citation.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { purposeLabels, rulesWords } from '../../../language/words/rules.ts'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { Outline } from '../outline.tsx'
import { Standing } from '../standing.tsx'
import { RuleCases } from './rule-cases.tsx'
import { RuleParameters } from './rule-parameters.tsx'
import { Requirements } from './rule-requirements.tsx'
import { RuleSource } from './rule-source.tsx'
import { RuleVersions } from './rule-versions.tsx'
import { When } from './when.tsx'

interface RuleSheetProps {
  readonly ruleId: string
  readonly asOf: string | undefined
  readonly search: Search
}

/** One rule whole: whom it bears on, what it requires in words, its numbers, what lifts it, its cases and its source. */
export function RuleSheet({ ruleId, asOf, search }: RuleSheetProps) {
  const rule = useQuery({ ...ruleQuery(ruleId, asOf), placeholderData: keepPreviousData })
  return (
    <article className="rule-sheet" aria-busy={rule.isFetching}>
      {rule.isError && <ErrorPanel error={rule.error} onRetry={() => void rule.refetch()} />}
      {rule.isPending && <SkeletonRows rows={8} height={64} />}
      {rule.data && !rule.isError && <Sheet detail={rule.data} search={search} />}
    </article>
  )
}

function Sheet({ detail, search }: { detail: RuleDetail; search: Search }) {
  const { say } = useSpeech()
  const { questions, exceptions, parameters, cases } = detail
  return (
    <>
      <Head detail={detail} search={search} />
      {detail.versions.length > 0 && <RuleVersions detail={detail} search={search} />}
      <Part title={say(rulesWords.guard)}>
        {detail.guard ? <Outline outline={detail.guard} /> : <p className="quiet">{say(rulesWords.guardNone)}</p>}
      </Part>
      <Requirements detail={detail} />
      {questions.length > 0 && (
        <Part title={say(rulesWords.asks)} note={say(rulesWords.asksNote)}>
          <ul className="rule-lines">
            {questions.map(({ when, ask }) => (
              <li key={ask.zh}>
                {when && <When outline={when} />}
                {say(ask)}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {exceptions.length > 0 && <Exceptions exceptions={exceptions} />}
      {parameters.length > 0 && <RuleParameters detail={detail} />}
      {detail.impact && <Impact impact={detail.impact} />}
      {cases.length > 0 && <RuleCases cases={cases} />}
      <RuleSource source={detail.source} />
    </>
  )
}

function Head({ detail, search }: { detail: RuleDetail; search: Search }) {
  const { say, language } = useSpeech()
  const { rule } = detail
  const dates =
    rule.to === null
      ? say(rulesWords.since, { from: day(rule.from) })
      : say(rulesWords.fromTo, { from: day(rule.from), to: day(rule.to) })
  return (
    <header>
      <h2>
        {say(rule.basis.title)} <span title={rule.basis.instrument}>{citationText(rule.basis, language)}</span>
      </h2>
      <p className="second rule-facts">
        <Standing rule={rule} />
        <span>{rule.inForce ? dates : `${dates} · ${say(rulesWords.notInForce, { date: day(detail.asOf) })}`}</span>
        <span>{rule.purposes.map((purpose) => say(purposeLabels[purpose])).join(' · ')}</span>
        <code>{rule.id}</code>
        {detail.parameters.length > 0 && (
          <Link to="/rules/what-if" search={{ rule: rule.id }} className="rule-try">
            {say(rulesWords.tryOther)}
          </Link>
        )}
        {rule.standing.status === 'UNVERIFIED' && (
          <Link to="/rules/confirmations" search={{ rule: rule.id, asOf: valueOf(search, 'asOf') ?? '' }}>
            {say(rule.standing.binding ? rulesWords.toConfirmed : rulesWords.toConfirmation)}
          </Link>
        )}
      </p>
    </header>
  )
}

interface PartProps {
  readonly title: string
  /** The term that the title stands for. */
  readonly explained?: ExplanationId
  readonly note?: ReactNode
  readonly children: ReactNode
}

/** A part of the sheet: its name at the left, what it says at the right. */
export function Part({ title, explained, note, children }: PartProps) {
  return (
    <section className="rule-part">
      <h3>
        {explained ? <Explained id={explained}>{title}</Explained> : title}
        {note && <small>{note}</small>}
      </h3>
      <div>{children}</div>
    </section>
  )
}

function Exceptions({ exceptions }: Pick<RuleDetail, 'exceptions'>) {
  const { say, language } = useSpeech()
  return (
    <Part title={say(rulesWords.liftedBy)}>
      <ul className="rule-lines">
        {exceptions.map(({ basis, approval, when }) => (
          <li key={`${basis.instrument} ${basis.article}`}>
            {say(basis.title)} <span className="second">{citationText(basis, language)}</span>
            <p className="second">
              {say(rulesWords.approval, { who: approval })}
              {!when && ` · ${say(rulesWords.onlyNamed)}`}
            </p>
            {when && <When outline={when} />}
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Impact({ impact }: { impact: NonNullable<RuleDetail['impact']> }) {
  const { say } = useSpeech()
  if (impact.pairs === 0) {
    return (
      <Part title={say(rulesWords.impact)} explained="rule-impact">
        <p className="quiet">{say(rulesWords.impactNone)}</p>
      </Part>
    )
  }
  const figures = [
    [rulesWords.impactPairs, impact.pairs],
    [rulesWords.impactExcluded, impact.excluded],
    [rulesWords.impactAlone, impact.alone],
    [rulesWords.impactPeople, impact.people],
    [rulesWords.impactUnknown, impact.unknown],
  ] as const
  return (
    <Part
      title={say(rulesWords.impact)}
      explained="rule-impact"
      note={say(rulesWords.impactNote, { vacancies: count(impact.vacancies) })}
    >
      <dl className="rule-figures">
        {figures.map(([label, value]) => (
          <div key={label.en}>
            <dd>{count(value)}</dd>
            <dt>{say(label)}</dt>
          </div>
        ))}
      </dl>
    </Part>
  )
}
