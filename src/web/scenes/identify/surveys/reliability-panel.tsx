import type { RatingQuality } from '#server/contract/index.ts'
import { count, percent } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { surveyWords as words } from '../../../language/words/surveys.ts'
import { Panel } from '../../../parts/panel.tsx'
import { ReliabilityChart } from './reliability-chart.tsx'

/** How many raters are enough, and where the differences between ballots come from. */
export function ReliabilityPanel({ quality }: { quality: RatingQuality }) {
  const { say } = useSpeech()
  const { wanted } = quality
  const foot =
    wanted.raters === null
      ? say(words.reliabilityNever)
      : say(words.reliabilityWanted, { value: wanted.dependability, raters: wanted.raters })
  return (
    <Panel
      title={say(words.reliability)}
      explained="generalisability"
      note={say(words.reliabilityNote, {
        ballots: count(quality.ballots),
        raters: count(quality.raters),
        cadres: count(quality.cadres),
      })}
      foot={foot}
    >
      <ReliabilityChart study={quality.study} now={quality.now} wanted={wanted.dependability} />
    </Panel>
  )
}

const sources = {
  residual: words.residual,
  cadre: words.cadre,
  colleagues: words.colleagues,
  tier: words.tier,
  severity: words.severity,
  custom: words.custom,
  survey: words.survey,
  form: words.form,
} as const

export function VariancePanel({ quality }: { quality: RatingQuality }) {
  const { say } = useSpeech()
  const most = Math.max(...quality.variances.map(({ share }) => share))
  return (
    <Panel title={say(words.variances)} explained="rating" note={say(words.variancesNote)}>
      <table className="shares" aria-label={say(words.variances)}>
        <tbody>
          {quality.variances.map(({ source, share }) => (
            <tr key={source} className={source === 'cadre' ? 'subject' : ''}>
              <th scope="row">{source in sources ? say(sources[source as keyof typeof sources]) : source}</th>
              <td className="share-track">
                <span style={{ width: `${(100 * share) / most}%` }} />
              </td>
              <td className="number">{share < 0.005 ? '<1%' : percent(share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
