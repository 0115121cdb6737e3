import { Link } from '@tanstack/react-router'
import type { InstrumentOfRules } from '#server/contract/index.ts'
import type { Search } from '../../../client/search.ts'
import { articleHead, articleInWords } from '../../../language/citation.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { purposeLabels, rulesWords, severityLabels } from '../../../language/words/rules.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { StandingTag } from '../standing.tsx'

/** One instrument whole: its rules by article, and what is deliberately no rule, with the reason. */
export function InstrumentSheet({ instrument, search }: { instrument: InstrumentOfRules; search: Search }) {
  const { say, language } = useSpeech()
  const { instrument: _, ...kept } = search
  const dates =
    instrument.to === null
      ? say(rulesWords.since, { from: day(instrument.from) })
      : say(rulesWords.fromTo, { from: day(instrument.from), to: day(instrument.to) })
  return (
    <article className="rule-sheet">
      <header>
        <h2>
          {instrument.local
            ? say(instrument.name)
            : language === 'zh'
              ? `《${instrument.name.zh}》`
              : instrument.name.en}
        </h2>
        <p className="second">
          {dates}
          {!instrument.inForce && ` · ${say(rulesWords.pastInstrument)}`}
        </p>
      </header>
      <WideTable label={say(instrument.name)} className="figures">
        <thead>
          <tr>
            <ColumnHeads heads={[rulesWords.article, rulesWords.rule, rulesWords.purpose, rulesWords.effect]} />
            <th scope="col" className="number">
              {say(rulesWords.cases)}
            </th>
            <th scope="col">{say(rulesWords.status)}</th>
          </tr>
        </thead>
        <tbody>
          {instrument.articles.flatMap(({ article, rules }) =>
            rules.map((rule) => (
              <tr key={rule.id}>
                <td className="article-cell">{articleHead(article, language)}</td>
                <td>
                  <Link to="/rules/$ruleId" params={{ ruleId: rule.id }} search={kept}>
                    {say(rule.basis.title)}
                  </Link>
                </td>
                <td className="quiet">{rule.purposes.map((purpose) => say(purposeLabels[purpose])).join(' · ')}</td>
                <td className="quiet">
                  {[
                    ...rule.severities.map((severity) => say(severityLabels[severity])),
                    ...(rule.asks ? [say(rulesWords.asksShort)] : []),
                  ].join(' · ')}
                </td>
                <td className="number">{count(rule.cases)}</td>
                <td>
                  <StandingTag rule={rule} />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </WideTable>
      {instrument.uncovered.length > 0 && (
        <section className="uncovered">
          <h3>{say(rulesWords.uncovered)}</h3>
          <dl>
            {instrument.uncovered.map(({ article, why }) => (
              <div key={`${article} ${why.zh}`}>
                <dt>{language === 'zh' ? articleInWords(article) : articleHead(article, language)}</dt>
                <dd>{say(why)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </article>
  )
}
