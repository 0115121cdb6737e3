/** Paper sheets, counted by two people who do not see each other's figures. */
import type { BallotDesign, BallotQuestion, PaperCount, Tally } from '#domain/ballot.ts'
import { ProblemError } from '#domain/problem.ts'
import { fill, type Text } from '#domain/text.ts'
import { questionsOf } from './questions.ts'
import { writtenName } from './sheet.ts'

/** A figure that two counts give differently. */
interface PaperDifference {
  readonly classId: string
  /** What was counted, as the report calls it. */
  readonly what: Text
  readonly first: number
  readonly second: number
}

const received: Text = { zh: '收回', en: 'received' }
const invalid: Text = { zh: '无效', en: 'invalid' }
const blank: Text = { zh: '未填', en: 'left blank' }
const spoiled: Text = { zh: '多选', en: 'too many marks' }

/** Where two counts differ, class by class in the order of the sheet. */
export function paperDifferences(
  design: BallotDesign,
  first: PaperCount,
  second: PaperCount,
): readonly PaperDifference[] {
  const questions = questionsOf(design)
  return design.classes.flatMap(({ id }) => {
    const one = figuresOf(questions, first.tallies[id])
    const other = figuresOf(questions, second.tallies[id])
    return [...new Set([...one.keys(), ...other.keys()])].flatMap((key) => {
      const a = one.get(key)
      const b = other.get(key)
      const what = a?.what ?? b?.what
      const [left, right] = [a?.count ?? 0, b?.count ?? 0]
      return what === undefined || left === right ? [] : [{ classId: id, what, first: left, second: right }]
    })
  })
}

function figuresOf(
  questions: readonly BallotQuestion[],
  tally: Tally | undefined,
): ReadonlyMap<string, { readonly what: Text; readonly count: number }> {
  if (tally === undefined) return new Map()
  const inQuestion = questions.flatMap((question, place) => {
    const counted = tally.questions[place]
    if (counted === undefined) return []
    const heading = headingOf(question)
    const figure = (key: string, of: Text, count: number) =>
      [
        `${place}/${key}`,
        { what: fill({ zh: '{heading}：{of}', en: '{heading}: {of}' }, { heading, of }), count },
      ] as const
    return [
      ...question.options.map((option, at) => figure(String(at), option, counted.marks[at] ?? 0)),
      ...counted.free.map(({ name, votes }) => figure(`name ${name}`, { zh: name, en: name }, votes)),
      figure('blank', blank, counted.blank),
      figure('spoiled', spoiled, counted.spoiled),
    ]
  })
  return new Map([
    ['received', { what: received, count: tally.received }],
    ['invalid', { what: invalid, count: tally.invalid }],
    ...inQuestion,
  ])
}

/** The subject of a question, with what of it is asked. */
const headingOf = ({ subject, aspect }: BallotQuestion): Text => ({
  zh: aspect.zh === '' ? subject : `${subject}·${aspect.zh}`,
  en: aspect.en === '' ? subject : `${subject}, ${aspect.en.toLowerCase()}`,
})

/**
 * A count of paper with its written names made comparable.
 * @throws ProblemError `paper-count-sum` where the figures of a question cannot come from so many sheets
 */
export function checkedCount(design: BallotDesign, count: PaperCount): PaperCount {
  const questions = questionsOf(design)
  const classes = design.classes.flatMap(({ id, label }) => {
    const tally = count.tallies[id]
    return tally === undefined ? [] : [{ id, label, tally }]
  })
  for (const { label, tally } of classes) checkTally(questions, tally, label)
  return {
    countedBy: count.countedBy.trim(),
    tallies: Object.fromEntries(
      classes.map(({ id, tally }) => [id, { ...tally, questions: tally.questions.map(sorted) }]),
    ),
  }
}

function sorted(question: Tally['questions'][number]): Tally['questions'][number] {
  const votes = new Map<string, number>()
  for (const one of question.free) {
    const name = writtenName(one.name)
    if (name !== '' && one.votes > 0) votes.set(name, (votes.get(name) ?? 0) + one.votes)
  }
  const free = [...votes].map(([name, count]) => ({ name, votes: count })).sort((a, b) => (a.name < b.name ? -1 : 1))
  return { ...question, free }
}

function checkTally(questions: readonly BallotQuestion[], tally: Tally, label: string): void {
  const valid = tally.received - tally.invalid
  if (valid < 0) throw unsound(label, invalid, tally.invalid, tally.received)
  for (const [place, question] of questions.entries()) {
    const counted = tally.questions[place]
    const heading = headingOf(question)
    if (counted === undefined) throw unsound(label, heading, 0, valid)
    const marked = valid - counted.blank - counted.spoiled
    const given = [...counted.marks, ...counted.free.map(({ votes }) => votes)]
    const sum = given.reduce((total, votes) => total + votes, 0)
    const isSound =
      question.most === 1
        ? sum === marked
        : marked >= 0 && sum >= marked && sum <= marked * question.most && given.every((votes) => votes <= marked)
    if (!isSound) throw unsound(label, heading, sum, marked)
  }
}

const unsound = (label: string, heading: Text, sum: number, sheets: number): ProblemError =>
  new ProblemError({
    code: 'paper-count-sum',
    message: fill(
      {
        zh: '「{label}」的纸质票「{heading}」合计 {sum}，与 {sheets} 张票对不上。',
        en: 'Paper of "{label}": "{heading}" sums to {sum}, which cannot come from {sheets} sheets.',
      },
      { label, heading, sum, sheets },
    ),
    mend: {
      zh: '核对这一项的各个数：单选时各项、未填、多选之和等于有效票；多选时每项不超过有效票。',
      en: 'Check the figures: with one choice, options, blanks and spoiled sum to the valid sheets; with several, none exceeds them.',
    },
  })
