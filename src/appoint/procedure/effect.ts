/**
 * What the end of a case writes into the facts: the tenure or grade that begins, what ends by it, the vacancy that is filled
 * and the one it leaves. Told here as values; the records write it in the transaction of the event.
 */
import { type DateCode, earliest, formatDate, latest } from '#domain/calendar.ts'
import { dateAt, textAt } from '#domain/columns.ts'
import type {
  CaseChange,
  CaseEffect,
  CaseKind,
  CaseOpening,
  CaseOutcome,
  CaseStage,
  CaseVacancy,
  SelectionCase,
} from '#domain/selection-case.ts'
import type { CadreFacts, Facts, SeatFacts } from '#policy/index.ts'
import { type Hindrance, hindrance } from './hindrance.ts'
import { cadreIn, caseAbout, kindsOfEntry, seatIn } from './parties.ts'
import { courseFacts, standing } from './process.ts'

const changes: Readonly<Partial<Record<CaseKind, 'promotion' | 'lateral' | 'demotion'>>> = {
  promotion: 'promotion',
  'further-use': 'lateral',
  lateral: 'lateral',
  demotion: 'demotion',
}

export const isHindrance = (value: unknown): value is Hindrance =>
  typeof value === 'object' && value !== null && 'code' in value

/** Does leaving a stage write into the facts? The formalities of appointment do; so does a probation that was not passed. */
export const takesEffect = (selection: SelectionCase, leaving: CaseStage, outcome?: CaseOutcome): boolean =>
  outcome === 'not-confirmed'
    ? selection.effect !== undefined
    : leaving === 'appointment' && selection.effect === undefined && (outcome === undefined || outcome === 'completed')

/** The day from which the case counts, by its kind. */
export function effectDay(selection: SelectionCase): DateCode | undefined {
  const { tenure_from, decided_on, appointed_on } = courseFacts(selection)
  const { kind } = selection.opening
  if (kind === 'grade-promotion') return tenure_from ?? appointed_on
  return kindsOfEntry.has(kind) ? tenure_from : (tenure_from ?? decided_on)
}

export function planEffect(facts: Facts, selection: SelectionCase): CaseChange | Hindrance {
  const [candidate] = standing(selection)
  const from = effectDay(selection)
  if (!candidate) return hindrance('case-no-candidate')
  if (from === undefined) return hindrance('start-unknown')
  const cadre = cadreIn(facts, candidate.cadreId)
  const seat = cadre && seatIn(facts, selection.opening.target, cadre)
  if (!cadre || !seat) return hindrance('case-candidate-unknown')
  const { kind } = selection.opening
  if (from < (courseFacts(selection).decided_on ?? 0)) return hindrance('start-before-decision')
  if (cadre.hasLeft && kind !== 'removal' && kind !== 'resignation') return hindrance('candidate-gone')
  if (kind === 'grade-promotion') return planGrade(facts, cadre, seat, from)
  if (kind === 'removal' || kind === 'resignation') return planLeaving(facts, selection, cadre, from)
  return planEntry(facts, selection, cadre, seat, from)
}

/** The tenure of somebody who did not pass the probation ends, and the seat that was vacant is so again. */
export function planFailure(effect: CaseEffect, on: DateCode): CaseChange {
  const ends = effect.written.filter(({ table }) => table === 'tenures').map((row) => ({ ...row, on }))
  const opens = effect.filled.map(({ positionId }) => ({ positionId, from: formatDate(on) }))
  return { from: effect.from, ends, fills: [], opens, before: effect }
}

function planEntry(
  facts: Facts,
  { opening, ...selection }: SelectionCase,
  cadre: CadreFacts,
  seat: SeatFacts,
  from: DateCode,
): CaseChange | Hindrance {
  const isSeconded = opening.kind === 'secondment'
  const others = seat.holders().filter((holder) => holder.cadre !== cadre.id)
  if (others.length > 0 && !isSeconded) return hindrance('seat-held', others[0]?.label)
  const change = changes[opening.kind]
  const to = courseFacts({ opening, ...selection }).seconded_to
  if (isSeconded && to !== undefined && to <= from) return hindrance('secondment-over')
  const tenure = {
    cadreId: cadre.id,
    positionId: seat.position,
    unitText: seat.unitName,
    titleText: seat.title,
    level: seat.level,
    role: seat.role,
    kind: isSeconded ? ('seconded' as const) : ('appointed' as const),
    ...(change ? { change } : {}),
    ...(isSeconded && to !== undefined ? { to } : {}),
  }
  if (isSeconded) return { from, tenure, ends: [], fills: [], opens: [] }
  const left = postsEnded(opening, openTenures(cadre))
  if (left.some((one) => latest(one.from) > from)) return hindrance('post-began-later')
  return {
    from,
    tenure,
    ends: left.map(({ id }) => ({ table: 'tenures', id, on: from })),
    fills: vacanciesOf(facts, seat.position),
    opens: vacated(facts, cadre, left, from),
  }
}

function planLeaving(
  facts: Facts,
  { opening }: SelectionCase,
  cadre: CadreFacts,
  from: DateCode,
): CaseChange | Hindrance {
  const left = postsEnded(opening, openTenures(cadre))
  if (left.length === 0) return hindrance('post-not-held')
  if (left.some((one) => latest(one.from) > from)) return hindrance('post-began-later')
  const ends = left.map(({ id }) => ({ table: 'tenures' as const, id, on: from }))
  return { from, ends, fills: [], opens: vacated(facts, cadre, left, from) }
}

function planGrade(facts: Facts, cadre: CadreFacts, { grade = '' }: SeatFacts, from: DateCode): CaseChange | Hindrance {
  const held = gradesHeld(facts, cadre)
  if (held.some((one) => latest(one.from) > from)) return hindrance('post-began-later')
  const ends = held.map(({ id }) => ({ table: 'grades' as const, id, on: from }))
  return { from, grade: { cadreId: cadre.id, grade }, ends, fills: [], opens: [] }
}

/** A post that somebody holds: its tenure, its seat where it has one, and how it is held. */
export interface HeldPost {
  readonly id: string
  readonly position: string | null | undefined
  readonly kind: string
}

/**
 * Which of the posts that somebody holds end by a case: with a seat that is entered for good all others held by appointment,
 * with a post that is left that one; a secondment or a grade ends none.
 */
export function postsEnded<Post extends HeldPost>(
  { kind, target }: Pick<CaseOpening, 'kind' | 'target'>,
  held: readonly Post[],
): readonly Post[] {
  const isTarget = ({ id, position }: Post): boolean =>
    target.kind === 'post' ? id === target.tenureId : target.kind === 'seat' && position === target.positionId
  if (caseAbout[kind] === 'person') return held.filter(isTarget)
  if (caseAbout[kind] === 'grade' || !kindsOfEntry.has(kind)) return []
  return held.filter((post) => post.kind === 'appointed' && !isTarget(post))
}

interface OpenTenure extends HeldPost {
  readonly position: string | undefined
  readonly from: DateCode
}

const heldKinds: ReadonlySet<string> = new Set(['appointed', 'concurrent', 'acting', 'seconded'])

const openTenures = ({ stretches }: CadreFacts): OpenTenure[] =>
  stretches.flatMap(({ evidence, kind, to, position, from }) =>
    heldKinds.has(kind) && to === 0 ? [{ id: evidence.replace(/^tenures\//, ''), position, kind, from }] : [],
  )

function gradesHeld({ snapshot }: Facts, cadre: CadreFacts): { readonly id: string; readonly from: DateCode }[] {
  const { grades } = snapshot.tables
  const { cadre_id, grade, from, to } = grades.columns
  return Array.from({ length: grades.length }, (_, row) => row)
    .filter((row) => textAt(cadre_id, row) === cadre.id && dateAt(to, row) === undefined)
    .map((row) => {
      const day = dateAt(from, row) ?? 0
      return { id: `${cadre.id}/${textAt(grade, row)}/${formatDate(day)}`, from: day }
    })
}

function vacanciesOf({ snapshot }: Facts, positionId: string): CaseVacancy[] {
  const { vacancies } = snapshot.tables
  const { position_id, from, theme, note } = vacancies.columns
  return Array.from({ length: vacancies.length }, (_, row) => row)
    .filter((row) => textAt(position_id, row) === positionId)
    .map((row) => {
      const [themed, noted] = [textAt(theme, row), textAt(note, row)]
      return {
        positionId,
        from: formatDate(dateAt(from, row) ?? 0),
        ...(themed === undefined ? {} : { theme: themed }),
        ...(noted === undefined ? {} : { note: noted }),
      }
    })
}

/** Leading seats that nobody else holds, and that are not vacant on record yet. */
function vacated(facts: Facts, cadre: CadreFacts, left: readonly OpenTenure[], from: DateCode): CaseVacancy[] {
  return left.flatMap(({ position }): CaseVacancy[] => {
    const row = position === undefined ? undefined : facts.seatIndex(position)
    const seat = row === undefined ? undefined : facts.seat(row)
    if (position === undefined || !seat?.leading || vacanciesOf(facts, position).length > 0) return []
    const isHeld = seat.holders().some((holder) => holder.cadre !== cadre.id)
    return isHeld ? [] : [{ positionId: position, from: formatDate(earliest(from)) }]
  })
}
