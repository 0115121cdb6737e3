import { Link } from '@tanstack/react-router'
import type { KnownCandidate } from '#server/contract/index.ts'
import { intervalFigures, minute } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { caseWords as words } from '../../../../language/words/cases.ts'
import { ColumnHeads } from '../../../../parts/column-heads.tsx'
import { FindingItem } from '../../../../parts/finding-item.tsx'
import { type Interval, IntervalBar, type Scale } from '../../../../parts/interval-bar.tsx'
import { Unknown } from '../../../../parts/nothing.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import { VerdictMark } from '../../../../parts/verdict-mark.tsx'
import { WideTable } from '../../../../parts/wide-table.tsx'

interface KnownPersonProps {
  readonly person: KnownCandidate
  readonly estimatesOf: string | null
}

/** One candidate as the records had it then; where they say something else of that day now, it stands beside. */
export function KnownPerson({ person, estimatesOf }: KnownPersonProps) {
  const { say } = useSpeech()
  return (
    <Panel
      title={
        <Link to="/cadres/$cadreId" params={{ cadreId: person.cadreId }}>
          {person.name}
        </Link>
      }
      className="case-known-person"
      flush
    >
      <div className="case-known-columns">
        <WideTable label={person.name} className="figures case-known-facts">
          <thead>
            <tr>
              <ColumnHeads heads={[words.fact, words.then, words.nowOfThatDay]} />
            </tr>
          </thead>
          <tbody>
            {person.facts.map(({ label, then, now, changed }) => (
              <tr key={label.en}>
                <th scope="row">{say(label)}</th>
                <td>{then ? say(then) : <Unknown />}</td>
                <td className={changed ? 'changed' : 'quiet'}>
                  {changed ? now ? say(now) : <Unknown /> : say(words.same)}
                </td>
              </tr>
            ))}
            {person.estimates.map(({ measure, label, estimate }) => (
              <tr key={measure}>
                <th scope="row">{say(label)}</th>
                <td>
                  {estimate.separable ? (
                    <>
                      <IntervalBar interval={estimate} scale={scaleOf(measure, person)} />{' '}
                      <Figures interval={estimate} />
                    </>
                  ) : (
                    <Unknown wide why={say(estimate.cause)} />
                  )}
                </td>
                <td className="quiet">{estimatesOf && say(words.estimatesOf, { at: minute(estimatesOf) })}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
        {person.eligibility.length > 0 && (
          <ul className="findings">
            {person.eligibility.map(({ finding, now }) => (
              <FindingItem
                key={finding.rule}
                finding={finding}
                after={
                  now && (
                    <p className="case-now">
                      {say(words.nowSays)} <VerdictMark verdict={now.verdict} />{' '}
                      <span className="second">{now.reasons.map((reason) => say(reason)).join(' ')}</span>
                    </p>
                  )
                }
              />
            ))}
          </ul>
        )}
      </div>
    </Panel>
  )
}

function Figures({ interval }: { interval: Interval }) {
  const { value, lower, upper } = intervalFigures(interval)
  return (
    <>
      {value} <span className="quiet">[{`${lower}, ${upper}`}]</span>
    </>
  )
}

/** Ratings share one scale, around those of the person; what is measured against others shares one around zero. */
function scaleOf(measure: string, { estimates }: KnownCandidate): Scale {
  const isRating = measure.startsWith('rating')
  const alike = estimates.filter((one) => one.measure.startsWith('rating') === isRating)
  const bounds = alike.flatMap(({ estimate }) => (estimate.separable ? [estimate.lower, estimate.upper] : []))
  if (isRating) return { from: Math.min(...bounds) - 0.02, to: Math.max(...bounds) + 0.02 }
  const furthest = Math.max(0.01, ...bounds.map(Math.abs))
  return { from: -furthest, to: furthest }
}
