import type { Text } from '#domain/text.ts'
import type { BallotKindName, CaseDetail, NewBallot } from '#server/contract/index.ts'
import { ballotWords, newBallotWords, usualGrades } from '../../../../language/words/ballots.ts'

export interface PersonRow {
  readonly name: string
  readonly post: string
  readonly proposal: string
  readonly cadreId?: string | undefined
}

export interface PostRow {
  readonly title: string
  readonly most: number
  readonly freeNames: boolean
  readonly people: readonly PersonRow[]
}

export interface ClassRow {
  readonly label: string
  readonly due: number
}

type Items = Extract<NewBallot, { kind: 'evaluation' }>['items']

export interface BallotDraft {
  readonly kind: BallotKindName
  readonly title: string
  readonly heldOn: string
  readonly caseId: string
  readonly classes: readonly ClassRow[]
  /** Of an evaluation or a decision. */
  readonly people: readonly PersonRow[]
  readonly posts: readonly PostRow[]
  readonly items: Items
  readonly grades: string
  readonly third: 'abstain' | 'postpone'
}

export const emptyPerson: PersonRow = { name: '', post: '', proposal: '' }
export const emptyPost: PostRow = { title: '', most: 1, freeNames: true, people: [] }

export const emptyDraft = (heldOn: string, caseId: string): BallotDraft => ({
  kind: 'recommendation',
  title: '',
  heldOn,
  caseId,
  classes: [{ label: 'A 类', due: 10 }],
  people: [],
  posts: [emptyPost],
  items: ['overall', 'integrity', 'competence', 'diligence', 'achievement', 'probity'],
  grades: usualGrades.join('、'),
  third: 'abstain',
})

/** What a ballot of a case begins with: a recommendation for its seat before it is decided, else a decision about its people. */
export function draftOfCase(heldOn: string, detail: CaseDetail): BallotDraft {
  const { caseId, title, seat, stage } = detail
  const post = `${seat?.unitName ?? ''}${seat?.title ?? ''}`
  const people = detail.people
    .filter(({ left }) => left === null)
    .map(({ cadreId, name, post: held }): PersonRow => ({ name, cadreId, post: held, proposal: post && `拟任${post}` }))
  const kind = stage === 'motion' || stage === 'recommendation' ? 'recommendation' : 'decision'
  return {
    ...emptyDraft(heldOn, caseId),
    kind,
    title,
    people,
    posts: [{ ...emptyPost, title: post, people }],
  }
}

/** Names or grades parted by anything people part them with. */
export const partsOf = (text: string): string[] => text.split(/[、，,;；\s]+/).filter((part) => part !== '')

const named = (people: readonly PersonRow[]): PersonRow[] => people.filter(({ name }) => name.trim() !== '')

const written = ({ name, post, cadreId }: PersonRow) => ({
  name: name.trim(),
  ...(post.trim() === '' ? {} : { post: post.trim() }),
  ...(cadreId === undefined ? {} : { cadreId }),
})

/** What keeps a draft from being made, as the form calls it. */
export function missingIn(draft: BallotDraft): readonly Text[] {
  const { kind, title, heldOn, classes, people, posts } = draft
  const checks: readonly (readonly [boolean, Text])[] = [
    [title.trim() !== '', ballotWords.name],
    [heldOn !== '', ballotWords.heldOn],
    [classes.every(({ label, due }) => label.trim() !== '' && due > 0), newBallotWords.classes],
    [kind !== 'recommendation' || posts.every(isFillable), newBallotWords.posts],
    [kind === 'recommendation' || named(people).length > 0, newBallotWords.people],
    [kind !== 'decision' || named(people).every(({ proposal }) => proposal.trim() !== ''), newBallotWords.proposal],
    [kind !== 'evaluation' || draft.items.length > 0, newBallotWords.items],
    [kind !== 'evaluation' || partsOf(draft.grades).length > 1, newBallotWords.grades],
  ]
  return checks.filter(([isThere]) => !isThere).map(([, what]) => what)
}

const isFillable = ({ title, freeNames, people }: PostRow): boolean =>
  title.trim() !== '' && (freeNames || named(people).length > 0)

/** Classes are lettered in their order: A, B and C are those that the analysis knows. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place)

export function ballotOf(draft: BallotDraft): NewBallot {
  const head = {
    title: draft.title.trim(),
    heldOn: draft.heldOn,
    ...(draft.caseId === '' ? {} : { caseId: draft.caseId }),
    classes: draft.classes.map(({ label, due }, place) => ({ id: letterOf(place), label: label.trim(), due })),
  }
  const people = named(draft.people)
  switch (draft.kind) {
    case 'recommendation':
      return {
        kind: 'recommendation',
        ...head,
        posts: draft.posts.map(({ title, most, freeNames, people: reference }) => ({
          title: title.trim(),
          most,
          freeNames,
          reference: named(reference).map(written),
        })),
      }
    case 'evaluation':
      return {
        kind: 'evaluation',
        ...head,
        people: people.map(written),
        items: draft.items,
        grades: partsOf(draft.grades),
        channel: 'annual-rating',
      }
    case 'decision':
      return {
        kind: 'decision',
        ...head,
        matters: people.map((person) => ({ ...written(person), proposal: person.proposal.trim() })),
        third: draft.third,
      }
  }
}
