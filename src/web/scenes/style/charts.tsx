import { AgainstGroup, againstGroupTable } from '../../charts/against-group.tsx'
import { CareerTimeline } from '../../charts/career-timeline.tsx'
import { ChartFigure } from '../../charts/chart-figure.tsx'
import { PartsWaterfall } from '../../charts/parts-waterfall.tsx'
import { RotationWave } from '../../charts/rotation-wave.tsx'
import { useSpeech } from '../../language/language.tsx'
import { styleWords as words } from '../../language/words/style.ts'
import { Panel } from '../../parts/panel.tsx'
import { RatingCourse, ratingTable } from '../../parts/rating-course.tsx'
import { career, careerUntil, estimate, measured, ratings, wave } from './specimens.ts'

export function ChartSpecimens() {
  const { say } = useSpeech()
  return (
    <div className="style-charts">
      <p className="second style-wide">{say(words.chartsNote)}</p>
      <Panel title={say(words.career)} className="style-wide">
        <CareerTimeline career={career} asOf={careerUntil} />
      </Panel>
      <Panel title={say(words.against)}>
        <ChartFigure label={say(words.against)} table={againstGroupTable(measured, say)}>
          <ul className="style-against">
            {measured.map((quantity) => (
              <li key={quantity.measure}>
                <span>{say(quantity.label)}</span>
                <AgainstGroup measured={quantity} />
              </li>
            ))}
          </ul>
        </ChartFigure>
      </Panel>
      <Panel title={say(words.parts)}>
        <PartsWaterfall estimate={estimate} />
      </Panel>
      <Panel title={say(words.wave)}>
        <RotationWave wave={wave} height={190} />
      </Panel>
      <Panel title={say(words.course)}>
        <ChartFigure label={say(words.course)} table={ratingTable(ratings, say)}>
          <RatingCourse ratings={ratings} scale={{ from: -1, to: 1 }} />
        </ChartFigure>
      </Panel>
    </div>
  )
}
