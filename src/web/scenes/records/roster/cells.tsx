import type { ReactNode } from 'react'
import type { EnumerationName, Identifier } from '#domain/lexicon/enumerations.ts'
import { type RosterFieldName, rosterField } from '#domain/lexicon/roster-fields.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { EstimateShape, RosterLine, RosterPage } from '#server/contract/index.ts'
import { month, years } from '../../../language/format.ts'
import type { Say } from '../../../language/language.tsx'
import { educationMarks, evaluationMarks, rosterWords } from '../../../language/words/roster.ts'
import { DueMonth } from '../../../parts/due-month.tsx'
import { type Band, IntervalBar, NoInterval, type Scale } from '../../../parts/interval-bar.tsx'
import { Unknown } from '../../../parts/nothing.tsx'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'
import { cellOf } from './row-values.ts'

export interface CellContext {
  readonly say: Say
  readonly band: RosterPage['ratingBand']
  /** One scale for a whole column of intervals. */
  scaleOf(field: RosterFieldName): Scale
}

const educationFields: ReadonlySet<RosterFieldName> = new Set(['education', 'fullTimeEducation', 'inServiceEducation'])

/** What stands in a cell: not known is hatched, a confirmed zero is a dash, everything else is said in the office's words. */
export function cell(row: RosterLine, name: RosterFieldName, context: CellContext): ReactNode {
  const { say } = context
  if (name === 'name') return <NameLink row={row} />
  if (name === 'bornOn') return <Born row={row} />
  if (name === 'title') return <Post row={row} />
  const value = cellOf(row, name)
  const { kind, of, topic } = rosterField(name)
  if (name === 'verdict') return row.verdict && <VerdictMark verdict={row.verdict} />
  if (kind === 'due') return row.rotation && <DueMonth dueOn={row.rotation.dueOn} state={row.rotation.state} />
  if (kind === 'evaluations') return <Evaluations row={row} say={say} />
  if (kind === 'interval') return <Estimated estimate={value as EstimateShape | null} name={name} context={context} />
  if (value === null || value === undefined) return <Unknown />
  if (kind === 'years') return topic === 'career' && Number(value) === 0 ? <None say={say} /> : years(Number(value))
  if (kind === 'count') return String(value)
  if (kind === 'date') return month(String(value))
  if (kind === 'flag') return say(value === true ? rosterWords.yes : rosterWords.no)
  return <Words words={inWords(value, name, of, say)} />
}

function inWords(value: unknown, name: RosterFieldName, of: EnumerationName | undefined, say: Say): string {
  const { kind } = rosterField(name)
  const word = (id: string): string => (of ? say(labelOf(of, id)) : id)
  if (educationFields.has(name)) return say(educationMarks[value as Identifier<'educationLevel'>])
  if (kind === 'unit') return unitName(value)
  if (kind === 'terms') return (value as readonly string[]).map(word).join(say(rosterWords.comma))
  if (kind === 'spans') {
    return Object.entries(value as Record<string, number>)
      .sort(([, one], [, other]) => other - one)
      .map(([id, span]) => `${word(id)} ${years(span)}`)
      .join(say(rosterWords.comma))
  }
  return word(String(value))
}

const unitName = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'unitName' in value ? String(value.unitName) : String(value)

const Words = ({ words }: { words: string }) => <span title={words}>{words}</span>

const None = ({ say }: { say: Say }) => (
  <span className="quiet" title={say(rosterWords.noYears)}>
    <span aria-hidden="true">—</span>
    <span className="out-of-sight">{say(rosterWords.noYears)}</span>
  </span>
)

/** A plain link, followed by the grid: a router's link in every row costs more than all its other cells. */
const NameLink = ({ row }: { row: RosterLine }) => (
  <a href={`/cadres/${encodeURIComponent(row.cadreId)}`} className="roster-name" tabIndex={-1} draggable={false}>
    {row.name}
  </a>
)

function Born({ row }: { row: RosterLine }) {
  if (!row.bornOn) return <Unknown />
  return (
    <>
      {month(row.bornOn)} <span className="quiet">{row.age}</span>
    </>
  )
}

function Post({ row }: { row: RosterLine }) {
  if (!row.title && !row.unitName) return <Unknown />
  return <Words words={`${row.unitName ?? ''} ${row.title ?? ''}`.trim()} />
}

function Evaluations({ row, say }: { row: RosterLine; say: Say }) {
  return (
    <span className="evaluations">
      {row.evaluations?.map(({ year, result }) =>
        result === null ? (
          <Unknown key={year} />
        ) : (
          <span
            key={year}
            className={result === 'excellent' ? 'evaluation-excellent' : 'quiet'}
            title={`${year} ${say(labelOf('evaluationResult', result))}`}
          >
            {say(evaluationMarks[result])}
          </span>
        ),
      )}
    </span>
  )
}

interface EstimatedProps {
  readonly estimate: EstimateShape | null
  readonly name: RosterFieldName
  readonly context: CellContext
}

function Estimated({ estimate, name, context }: EstimatedProps) {
  const scale = context.scaleOf(name)
  const band: Band | undefined =
    name === 'rating' && context.band
      ? { lower: context.band.lowerQuartile, upper: context.band.upperQuartile }
      : undefined
  if (estimate?.separable) return <IntervalBar interval={estimate} scale={scale} band={band} />
  const cause = context.say(estimate ? estimate.cause : rosterWords.noEstimate)
  return <NoInterval cause={cause} band={band} scale={scale} />
}
