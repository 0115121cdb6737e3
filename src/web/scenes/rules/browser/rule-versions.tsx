import { useQueries } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { RuleDetail, RuleSummary } from '#server/contract/index.ts'
import { ruleQuery } from '../../../client/queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { articleHead, articleInWords } from '../../../language/citation.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rulesWords, standingWords } from '../../../language/words/rules.ts'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { useValueText } from '../named-terms.ts'
import { ParameterName } from '../parameter-name.tsx'
import { inOneLine } from './rule-filter.ts'

/** The dated versions of one rule, oldest first; side by side on demand, what differs in ink. */
export function RuleVersions({ detail, search }: { detail: RuleDetail; search: Search }) {
  const { say } = useSpeech()
  const navigate = useNavigate()
  const open = valueOf(search, 'versions') !== undefined
  const all = [...detail.versions, detail.rule].sort((a, b) => a.from.localeCompare(b.from))
  const toggle = () =>
    void navigate({
      to: '/rules/$ruleId',
      params: { ruleId: detail.rule.id },
      search: { ...search, versions: open ? '' : 'beside' },
      replace: true,
      resetScroll: false,
    })
  return (
    <section className="rule-versions">
      <ul className="views">
        {all.map((version) => (
          <li key={version.id}>
            <Link
              to="/rules/$ruleId"
              params={{ ruleId: version.id }}
              search={search}
              activeOptions={{ includeSearch: false }}
              resetScroll={false}
            >
              {say(rulesWords.version, { year: version.from.slice(0, 4) })} <span>{periodOf(version)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <button type="button" className="plain-button" aria-expanded={open} onClick={toggle}>
        {say(open ? rulesWords.versionsClose : rulesWords.versionsBeside)}
      </button>
      {open && <Beside versions={all} asOf={valueOf(search, 'asOf')} />}
    </section>
  )
}

const periodOf = ({ from, to }: RuleSummary): string => `${day(from)}–${to ? day(to) : ''}`

function Beside({ versions, asOf }: { versions: readonly RuleSummary[]; asOf: string | undefined }) {
  const { say, language } = useSpeech()
  const valueText = useValueText()
  const answers = useQueries({ queries: versions.map(({ id }) => ruleQuery(id, asOf)) })
  const failed = answers.find((answer) => answer.error)
  if (failed) return <ErrorPanel error={failed.error} onRetry={() => void failed.refetch()} />
  const details = answers.flatMap(({ data }) => data ?? [])
  if (details.length < versions.length) return <SkeletonRows rows={5} height={32} />
  const names = [...new Set(details.flatMap(({ parameters }) => parameters.map(({ name }) => name)))]
  const requirements = Math.max(...details.map((detail) => detail.requirements.length))
  const article = (detail: RuleDetail) =>
    language === 'zh' ? articleInWords(detail.rule.basis.article) : articleHead(detail.rule.basis.article, language)
  return (
    <WideTable label={say(rulesWords.compared)} className="rule-table beside">
      <thead>
        <tr>
          <th scope="col">{say(rulesWords.compared)}</th>
          {versions.map((version) => (
            <th key={version.id} scope="col">
              {say(rulesWords.version, { year: version.from.slice(0, 4) })}{' '}
              {version.inForce && <small>{say(rulesWords.inForceNow)}</small>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Compared label={say(rulesWords.period)} cells={versions.map(periodOf)} />
        <Compared label={say(rulesWords.article)} cells={details.map(article)} />
        <Compared
          label={say(rulesWords.status)}
          cells={versions.map(({ standing }) =>
            say(standing.binding ? standingWords.tagBinding : standingWords.tagAwaiting),
          )}
        />
        <Compared
          label={say(rulesWords.guard)}
          cells={details.map(({ guard }) => (guard ? inOneLine(guard, language) : say(rulesWords.guardNone)))}
        />
        {Array.from({ length: requirements }, (_, at) => (
          <Compared
            key={at}
            label={requirements === 1 ? say(rulesWords.requires) : `${say(rulesWords.requires)} ${at + 1}`}
            cells={details.map((detail) => {
              const that = detail.requirements[at]?.that
              return that ? inOneLine(that, language) : ''
            })}
          />
        ))}
        {names.map((name) => (
          <Compared
            key={name}
            label={<ParameterName name={name} />}
            cells={details.map(({ parameters }) => {
              const parameter = parameters.find((one) => one.name === name)
              return parameter ? say(valueText(parameter.value)) : ''
            })}
          />
        ))}
      </tbody>
    </WideTable>
  )
}

function Compared({ label, cells }: { label: ReactNode; cells: readonly string[] }) {
  const differs = new Set(cells).size > 1
  return (
    <tr className={differs ? 'differs' : ''}>
      <th scope="row">{label}</th>
      {cells.map((cell, at) => (
        // One cell a version; versions keep their order.
        <td key={`${at} ${cell}`}>{cell}</td>
      ))}
    </tr>
  )
}
