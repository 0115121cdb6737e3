import { labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import type { MeetingCard } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { meetingWords } from '../../../language/words/meeting.ts'
import { Unknown } from '../../../parts/nothing.tsx'

type Told = Pick<MeetingCard, 'age' | 'monthsAtLevel' | 'grassrootsMonths' | 'evaluations'>

/** Four facts of a person: age, time at the level, time at the grassroots, the last yearly results. */
export function CardFacts({ card }: { card: Told }) {
  const { say } = useSpeech()
  const { age, monthsAtLevel, grassrootsMonths, evaluations } = card
  const [first, last] = [evaluations[0], evaluations.at(-1)]
  const shortYear = (year: number): string => String(year).slice(2)
  const results =
    first && last
      ? say(meetingWords.evaluations, { from: shortYear(first.year), to: shortYear(last.year) })
      : say(meetingWords.evaluationsNone)
  return (
    <dl className="meeting-facts">
      <Fact label={say(meetingWords.age)} value={age === null ? null : say(meetingWords.ageYears, { age })} />
      <Fact label={say(meetingWords.atLevel)} value={monthsAtLevel === null ? null : spanSaid(monthsAtLevel, say)} />
      <Fact
        label={say(meetingWords.grassroots)}
        value={
          grassrootsMonths === null ? null : say(meetingWords.years, { years: (grassrootsMonths / 12).toFixed(1) })
        }
      />
      <div>
        <dt>{results}</dt>
        <dd className="meeting-results">
          {evaluations.map(({ year, result }) => (
            <span key={year}>{result === null ? <Unknown /> : say(labelOf('evaluationResult', result))}</span>
          ))}
          {evaluations.length === 0 && <Unknown wide />}
        </dd>
      </div>
    </dl>
  )
}

function Fact({ label, value }: { label: string; value: string | null }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value ?? <Unknown wide />}</dd>
    </div>
  )
}

function spanSaid(span: number, say: (text: Text, values: Record<string, string | number>) => string): string {
  const [years, months] = [Math.floor(span / 12), span % 12]
  if (years === 0) return say(meetingWords.months, { months })
  return months === 0 ? say(meetingWords.years, { years }) : say(meetingWords.yearsMonths, { years, months })
}
