/** What a case is opened with, as it is typed. */
import type { CaseOpenings, NewCase } from '#server/contract/index.ts'

export type CaseKind = NewCase['kind']
export type About = CaseOpenings['kinds'][number]['about']

export interface Opening {
  readonly kind: CaseKind
  /** Empty: made of what it is about. */
  readonly title: string
  readonly on: string
  /** A seat by its id; a post known by its words alone as `post/` and the id of the tenure. Empty: not chosen. */
  readonly positionId: string
  readonly grade: string
  readonly people: readonly { readonly cadreId: string; readonly name: string }[]
  readonly batch: string
  readonly reason: string
  readonly slateId: string | undefined
}

export const aboutOf = (openings: CaseOpenings, kind: CaseKind): About =>
  openings.kinds.find((one) => one.kind === kind)?.about ?? 'seat'

type Move = CaseOpenings['moves'][number]

interface Asked {
  readonly position?: string
  readonly cadre?: string
  /** Of the cadre. */
  readonly name?: string
  readonly slate?: string
  readonly kind?: string
  /** To be reached. */
  readonly grade?: string
}

/** What the address asks for: a vacant seat, a move of a slate, a person. */
export function openingOf(openings: CaseOpenings, asked: Asked): Opening {
  const move = openings.moves.find(
    (one) => one.slateId === asked.slate && one.seat.positionId === asked.position && one.cadre.cadreId === asked.cadre,
  )
  const begun: Opening = {
    kind: openings.kinds.find(({ kind }) => kind === asked.kind)?.kind ?? 'promotion',
    title: '',
    on: openings.today,
    positionId: asked.position ?? '',
    grade: asked.grade ?? '',
    people: asked.cadre === undefined ? [] : [{ cadreId: asked.cadre, name: asked.name ?? asked.cadre }],
    batch: '',
    reason: '',
    slateId: undefined,
  }
  return move ? fromMove(begun, move) : begun
}

export const fromMove = (opening: Opening, { slateId, slateName, cadre, seat, kind }: Move): Opening => ({
  ...opening,
  kind: kind ?? opening.kind,
  positionId: seat.positionId,
  people: [cadre],
  batch: opening.batch || slateName,
  slateId,
})

/** What is missing before it can be opened. */
export type Lack = 'seat' | 'person' | 'grade'

export function lacks(opening: Opening, about: About): readonly Lack[] {
  const missing: Lack[] = []
  if (about === 'grade' ? opening.grade === '' : opening.positionId === '')
    missing.push(about === 'grade' ? 'grade' : 'seat')
  if (about !== 'seat' && opening.people.length === 0) missing.push('person')
  return missing
}

/** How a post that belongs to no seat on record is chosen. */
export const postChosen = (tenureId: string): string => `post/${tenureId}`

function targetOf({ grade, positionId }: Opening, about: About): NewCase['target'] {
  if (about === 'grade')
    return { kind: 'grade', grade: grade as Extract<NewCase['target'], { kind: 'grade' }>['grade'] }
  return positionId.startsWith('post/')
    ? { kind: 'post', tenureId: positionId.slice('post/'.length) }
    : { kind: 'seat', positionId }
}

export const newCaseOf = (opening: Opening, about: About, title: string): NewCase => ({
  kind: opening.kind,
  title: opening.title.trim() || title,
  on: opening.on,
  target: targetOf(opening, about),
  candidates: opening.people.map(({ cadreId }) => cadreId),
  ...(opening.batch.trim() !== '' && { batch: opening.batch.trim() }),
  ...(opening.reason.trim() !== '' && { reason: opening.reason.trim() }),
  ...(opening.slateId !== undefined && { slateId: opening.slateId }),
})
