/** A career as a résumé (简历): every stretch a line, studies and secondments beside the post they fell into. */
import type { ResumeSegment } from '#domain/appointment-form.ts'
import { courseName, inOrder, postName } from '../wording/index.ts'
import type { FactRow, FormFacts } from './form-facts.ts'

/** Kinds that lie beside a post rather than follow it. */
const besides: ReadonlySet<string> = new Set(['seconded', 'concurrent', 'acting', 'study'])

const month = (date: string | undefined): string | null => date?.slice(0, 7) ?? null

/** What a stretch is called: 某县财政局局长. */
export const postOf = ({ unit, title }: FactRow): string => postName(unit || null, title || null)

/** The lines of a résumé from the facts alone, oldest first. */
export function careerSegments({ tenures, educations }: Pick<FormFacts, 'tenures' | 'educations'>): ResumeSegment[] {
  const dated = byDate(tenures.filter(({ from }) => from !== undefined))
  const mains = dated.filter((tenure) => !besides.has(tenure.kind ?? '') || !dated.some((main) => holds(main, tenure)))
  const asides = [...dated.filter((tenure) => !mains.includes(tenure)), ...inServiceStudies(educations, dated)]
  const stretches = byDate([...fullTimeStudies(educations, mains), ...mains])
  return stretches
    .flatMap((main, index) => {
      const next = stretches[index + 1]
      return [segmentOf(main, 'main'), ...asidesOf(main, next, asides)]
    })
    .map(withParents)
}

const byDate = (rows: readonly FactRow[]): FactRow[] =>
  inOrder(rows, (row) => [row.from ?? '', row.to ?? '9999', postOf(row)])
const compare = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0)

/** Does a main stretch hold the beginning of another? */
const holds = (main: FactRow, aside: FactRow): boolean =>
  !besides.has(main.kind ?? '') && compare(main.from, aside.from) <= 0 && compare(aside.from, main.to ?? '9999') < 0

/** Those that end in a stretch: within it, or, begun in one before, across several. */
const asidesOf = (main: FactRow, next: FactRow | undefined, asides: readonly FactRow[]): ResumeSegment[] =>
  byDate(
    asides.filter(
      ({ to = '9999' }) => compare(main.from, to) < 0 && (next === undefined || compare(to, next.from) <= 0),
    ),
  ).map((aside) => segmentOf(aside, compare(main.from, aside.from) <= 0 ? 'during' : 'spanning'))

const segmentOf = (row: FactRow, kind: ResumeSegment['kind']): ResumeSegment => ({
  from: month(row.from),
  to: month(row.to),
  text: textOf(row, kind),
  kind,
})

function textOf(row: FactRow, kind: ResumeSegment['kind']): string {
  const post = postOf(row)
  if (row.kind === 'study') return `${kind === 'main' ? '' : '在'}${post.replace(/(?:学习|学员|学生)$/, '')}学习`
  if (kind === 'main') return post
  if (row.kind === 'seconded') return post.includes('挂职') ? post : `挂职任${post}`
  return row.kind === 'concurrent' ? `兼任${post}` : post
}

/** A part within one stretch names it: the last main one before. */
function withParents(segment: ResumeSegment, index: number, all: readonly ResumeSegment[]): ResumeSegment {
  if (segment.kind !== 'during') return segment
  return { ...segment, parent: all.findLastIndex(({ kind }, place) => kind === 'main' && place < index) }
}

const asStudy = (course: FactRow): FactRow =>
  ({
    from: course.from,
    to: course.to,
    kind: 'study',
    unit: courseName(course),
  }) as FactRow

/** College years that came before the first post; a résumé that tells them as a stretch is not told twice. */
const fullTimeStudies = (educations: FormFacts['educations'], mains: readonly FactRow[]): FactRow[] => {
  const [first] = mains
  return educations
    .filter(
      ({ mode, from, level }) =>
        mode === 'full-time' && from !== undefined && level !== 'high-school' && level !== 'lower',
    )
    .filter(({ from }) => first === undefined || compare(from, first.from) < 0)
    .map(asStudy)
}

const inServiceStudies = (educations: FormFacts['educations'], told: readonly FactRow[]): FactRow[] =>
  educations
    .filter(({ mode, from, school }) => mode === 'in-service' && from !== undefined && school !== undefined)
    .filter(({ from }) => !told.some((tenure) => tenure.kind === 'study' && month(tenure.from) === month(from)))
    .map(asStudy)
