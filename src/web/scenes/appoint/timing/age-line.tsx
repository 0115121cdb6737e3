import { useSpeech } from '../../../language/language.tsx'
import { timingWords } from '../../../language/words/timing.ts'

/** The line runs from the age of the youngest to that of the oldest who may still be in a leading post. */
const line = { from: 25, to: 66 }

const place = (age: number): number => Math.min(100, Math.max(0, ((age - line.from) / (line.to - line.from)) * 100))

interface AgeLineProps {
  readonly people: readonly { readonly age: number; readonly name?: string }[]
  readonly bounds: readonly number[]
  readonly prime: { readonly from: number | null; readonly to: number | null }
  readonly tall?: boolean
}

/** One dot a person; people of one age stand on each other. The tint is the prime years, hairlines are the bands. */
export function AgeLine({ people, bounds, prime, tall = false }: AgeLineProps) {
  const { say, language } = useSpeech()
  const ages = people.map(({ age }) => age).sort((a, b) => a - b)
  const label = `${say(timingWords.ageLine)} ${ages.join(language === 'zh' ? '、' : ', ')}`
  const from = place(prime.from ?? line.from)
  const groups = [...Map.groupBy(people, ({ age }) => age)]
  const step = tall ? 6 : 8
  const height = 10 + step * Math.max(1, ...groups.map(([, same]) => same.length))
  return (
    <span className={tall ? 'age-line tall' : 'age-line'} role="img" aria-label={label} style={{ height }}>
      <span className="age-prime" style={{ left: `${from}%`, width: `${place(prime.to ?? line.to) - from}%` }} />
      {bounds.map((age) => (
        <span key={age} className="age-bound" style={{ left: `${place(age)}%` }} />
      ))}
      {groups.flatMap(([age, same]) =>
        same.map(({ name }, above) => (
          <span
            key={`${age} ${above}`}
            className="age-dot"
            style={{ left: `${place(age)}%`, bottom: 3 + above * step }}
            title={name && `${name} ${say(timingWords.years, { age })}`}
          />
        )),
      )}
    </span>
  )
}

/** The figures of the line, above a column of lines. */
export function AgeScale({ bounds }: { bounds: readonly number[] }) {
  return (
    <span className="age-scale" aria-hidden="true">
      {bounds.map((age) => (
        <span key={age} style={{ left: `${place(age)}%` }}>
          {age}
        </span>
      ))}
    </span>
  )
}
