import type { RatedOn } from '#server/contract/index.ts'
import type { ChartTable } from '../charts/chart-figure.tsx'
import { day, intervalFigures } from '../language/format.ts'
import { type Say, useSpeech } from '../language/language.tsx'
import { chartWords } from '../language/words/charts.ts'
import { reserveWords as words } from '../language/words/reserve.ts'
import { place, type Scale } from './interval-bar.tsx'
import './rating-course.css'

interface RatingCourseProps {
  readonly ratings: readonly RatedOn[]
  /** The common scale of a column. */
  readonly scale: Scale
}

/** Ratings over time, survey by survey: the interval as a bar, then the dot; the figures are its name. */
export function RatingCourse({ ratings, scale }: RatingCourseProps) {
  const { say } = useSpeech()
  if (ratings.length < 2) return <span className="quiet">{say(words.noRatings)}</span>
  const said = ratings.map((rated) => say(words.ratedOn, { day: day(rated.on), ...intervalFigures(rated) })).join('；')
  return (
    <span className="rating-spark" role="img" aria-label={said} title={said}>
      {ratings.map(({ on, value, lower, upper }) => (
        <span key={on} className="rating-spark-once">
          <span
            className="rating-spark-bar"
            style={{ bottom: `${place(scale, lower)}%`, height: `${place(scale, upper) - place(scale, lower)}%` }}
          />
          <span className="rating-spark-dot" style={{ bottom: `${place(scale, value)}%` }} />
        </span>
      ))}
    </span>
  )
}

/** The same figures: a row for each survey. */
export function ratingTable(ratings: readonly RatedOn[], say: Say): ChartTable {
  const heads = [chartWords.estimate, chartWords.lower, chartWords.upper]
  return {
    columns: [{ head: say(chartWords.surveyed) }, ...heads.map((head) => ({ head: say(head), figures: true }))],
    rows: ratings.map((rated) => {
      const { value, lower, upper } = intervalFigures(rated)
      return { key: rated.on, cells: [day(rated.on), value, lower, upper] }
    }),
  }
}
