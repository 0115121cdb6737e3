/** A sheet on its way into the box: checked, and written in the one form that equal sheets share. */
import type { BallotDesign, Mark, Sheet } from '#domain/ballot.ts'
import { ProblemError } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import { questionsOf, referenceNames } from './questions.ts'

const longestName = 30

/** Letters and figures, characters without a code of their own yet, and the dot: nothing invisible, no drawing. */
const nameable = /^[\p{L}\p{M}\p{N}\p{Co}·]+$/u

/** A written name without what tells hands apart: spaces, and forms of the same dot. */
export const writtenName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[•‧・．.]/g, '·')

/**
 * The text of a sheet for the box. Marks stand in the order of the list, a written name that the list has becomes its mark,
 * so that the same opinion is the same text whoever wrote it.
 * @example sealSheet(design, [[2, 0, '王 明']]) // '[[0,2,"王明"]]'
 * @throws ProblemError `sheet-incomplete`, `sheet-unknown-option`, `sheet-too-many`, `sheet-no-free-names`, `sheet-name-unusable`
 */
export function sealSheet(design: BallotDesign, sheet: Sheet): string {
  const questions = questionsOf(design)
  if (sheet.length !== questions.length) throw incomplete(sheet.length, questions.length)
  return JSON.stringify(
    questions.map((question, place) => {
      const marks = distinct(design, place, sheet[place] ?? [])
      const options = marks.filter((mark) => typeof mark === 'number').sort((a, b) => a - b)
      const names = marks.filter((mark) => typeof mark === 'string').sort()
      if (options.some((option) => question.options[option] === undefined)) throw unknownOption(question.subject)
      if (names.length > 0 && !question.freeNames) throw noFreeNames(question.subject)
      if (names.some((name) => !nameable.test(name) || [...name].length > longestName))
        throw unusableName(question.subject)
      if (marks.length > question.most) throw tooMany(question.subject, marks.length, question.most)
      return [...options, ...names]
    }),
  )
}

/** What `sealSheet` wrote. */
export const openSheet = (text: string): Sheet => JSON.parse(text) as Sheet

function distinct(design: BallotDesign, question: number, marks: readonly Mark[]): readonly Mark[] {
  const reference = referenceNames(design, question).map(writtenName)
  return [
    ...new Set(
      marks.map((mark) => {
        if (typeof mark === 'number') return mark
        const name = writtenName(mark)
        const [place, another] = reference.flatMap((known, index) => (known === name ? [index] : []))
        return place === undefined || another !== undefined ? name : place
      }),
    ),
  ]
}

const problem = (code: string, message: Text, mend: Text): ProblemError => new ProblemError({ code, message, mend })

const incomplete = (given: number, asked: number): ProblemError =>
  problem(
    'sheet-incomplete',
    { zh: `这张票有 ${given} 项，应有 ${asked} 项。`, en: `The sheet has ${given} answers where ${asked} are asked.` },
    { zh: '刷新页面，重新填写；没有投出。', en: 'Reload the page and fill it in again. Nothing was cast.' },
  )

const unknownOption = (subject: string): ProblemError =>
  problem(
    'sheet-unknown-option',
    { zh: `「${subject}」选了票上没有的一项。`, en: `"${subject}" is marked with what the sheet does not offer.` },
    { zh: '刷新页面，重新填写；没有投出。', en: 'Reload the page and fill it in again. Nothing was cast.' },
  )

const tooMany = (subject: string, marked: number, most: number): ProblemError =>
  problem(
    'sheet-too-many',
    {
      zh: `「${subject}」选了 ${marked} 项，至多 ${most} 项。`,
      en: `"${subject}" has ${marked} marks; ${most} at most.`,
    },
    { zh: '去掉多选的，再投；没有投出。', en: 'Take off what is too many and cast again. Nothing was cast.' },
  )

const noFreeNames = (subject: string): ProblemError =>
  problem(
    'sheet-no-free-names',
    { zh: `「${subject}」只能从名单里选。`, en: `"${subject}" takes names of the list alone.` },
    { zh: '去掉另写的姓名，再投；没有投出。', en: 'Take off the written name and cast again. Nothing was cast.' },
  )

const unusableName = (subject: string): ProblemError =>
  problem(
    'sheet-name-unusable',
    {
      zh: `「${subject}」另写的姓名是空的、超过 ${longestName} 个字，或者有文字以外的符号。`,
      en: `A name written under "${subject}" is empty, longer than ${longestName} characters, or holds signs that are no letters.`,
    },
    { zh: '改正姓名，再投；没有投出。', en: 'Correct the name and cast again. Nothing was cast.' },
  )
