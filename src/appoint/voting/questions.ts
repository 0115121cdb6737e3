import type { BallotDesign, BallotPerson, BallotQuestion } from '#domain/ballot.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'

const plain = (text: string): Text => ({ zh: text, en: text })
const nothing = plain('')

const agree: Text = { zh: '同意', en: 'Agree' }
const disagree: Text = { zh: '不同意', en: 'Disagree' }
const abstain: Text = { zh: '弃权', en: 'Abstain' }
const postpone: Text = { zh: '缓议', en: 'Postpone' }

const nameOf = ({ name, post }: BallotPerson): Text => plain(post ? `${name}（${post}）` : name)

/** The questions of a sheet in their order; sheets, counts and reports refer to them by place. */
export function questionsOf(design: BallotDesign): readonly BallotQuestion[] {
  switch (design.kind) {
    case 'recommendation':
      return design.posts.map(({ title, most, reference, freeNames }) => ({
        subject: title,
        note: '',
        aspect: nothing,
        options: reference.map(nameOf),
        most,
        freeNames,
      }))
    case 'evaluation':
      return design.people.flatMap(({ name, post }) =>
        design.items.map((item) => ({
          subject: name,
          note: post ?? '',
          aspect: labelOf('ratingItem', item),
          options: design.grades.map(plain),
          most: 1,
          freeNames: false,
        })),
      )
    case 'decision':
      return design.matters.map(({ name, post, proposal }) => ({
        subject: name,
        note: [post, proposal].filter(Boolean).join('；'),
        aspect: nothing,
        options: [agree, disagree, design.third === 'abstain' ? abstain : postpone],
        most: 1,
        freeNames: false,
        // A matter left blank is an abstention; it is not a wish to take the matter up later.
        ...(design.third === 'abstain' ? { blankAs: 2 } : {}),
      }))
  }
}

/** Names of everybody who is voted on. */
export const candidatesOf = (design: BallotDesign): ReadonlySet<string> =>
  new Set(
    (design.kind === 'recommendation'
      ? design.posts.flatMap(({ reference }) => reference)
      : design.kind === 'evaluation'
        ? design.people
        : design.matters
    ).map(({ name }) => name),
  )

/** The list of an answer's names, as the sheet has them: written names are compared with them. */
export const referenceNames = (design: BallotDesign, question: number): readonly string[] =>
  design.kind === 'recommendation' ? (design.posts[question]?.reference.map(({ name }) => name) ?? []) : []
