import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BallotDesign, BallotRoll, PaperCount, Sheet, Tally } from '#domain/ballot.ts'
import { ProblemError } from '#domain/problem.ts'
import { caseFactsOf } from './case-facts.ts'
import { addTallies, countSheets } from './count.ts'
import { decision, evaluation, recommendation, settings } from './fixtures.ts'
import { protectedGroups } from './groups.ts'
import { checkedCount, paperDifferences } from './paper.ts'
import { questionsOf } from './questions.ts'
import { ratingRows } from './rating-rows.ts'
import { type ClosingBallot, countReport } from './report.ts'
import { openSheet, sealSheet } from './sheet.ts'

const problemsOf = (act: () => unknown): readonly string[] => {
  try {
    act()
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map(({ code, message }) => `${code} ${message.zh}`)
    throw error
  }
  return []
}

describe('a sheet', () => {
  it('says the same in the same words, whatever the hand', () => {
    expect(sealSheet(recommendation, [[2, 0]])).toBe('[[0,2]]')
    const dots = sealSheet(recommendation, [['迪力木拉提•阿不都']])
    expect(sealSheet(recommendation, [[' 迪力木拉提 · 阿不都']])).toBe(dots)
    expect(sealSheet(recommendation, [['王　明', 0]])).toBe('[[0]]')
  })

  it('takes no more names than are asked for, and none that cannot be read', () => {
    expect(problemsOf(() => sealSheet(recommendation, [[0, 1, '赵四']]))).toEqual([
      'sheet-too-many 「财政局局长」选了 3 项，至多 2 项。',
    ])
    expect(problemsOf(() => sealSheet(recommendation, [[7]]))[0]).toContain('sheet-unknown-option')
    for (const name of ['  ', '王\u0000明', '王\ud800明', '王\u200b明', '★'])
      expect(problemsOf(() => sealSheet(recommendation, [[name]]))[0]).toContain('sheet-name-unusable')
    expect(problemsOf(() => sealSheet(decision, [['赵四'], []]))[0]).toContain('sheet-no-free-names')
    expect(problemsOf(() => sealSheet(decision, [[0]]))[0]).toContain('sheet-incomplete')
  })

  it('with a name that two people of the list have keeps it as written', () => {
    const twice: BallotDesign = {
      ...recommendation,
      posts: [{ title: '局长', most: 1, reference: [{ name: '王明' }, { name: '王明' }], freeNames: true }],
    }
    expect(sealSheet(twice, [['王明']])).toBe('[["王明"]]')
  })
})

describe('the count', () => {
  it('takes a matter left blank as an abstention, where the sheet offers one', () => {
    const sheets: Sheet[] = [
      [[0], [0]],
      [[0], []],
      [[1], [2]],
      [[], []],
    ]
    expect(countSheets(questionsOf(decision), sheets).questions.map(({ marks }) => marks)).toEqual([
      [2, 1, 1],
      [1, 0, 3],
    ])
    const later = countSheets(questionsOf({ ...decision, third: 'postpone' }), sheets)
    expect(later.questions[0]).toMatchObject({ marks: [2, 1, 0], blank: 1 })
  })

  it('gives nobody a vote from a question with too many marks', () => {
    const tally = countSheets(questionsOf(recommendation), [[[0, 1, 2]], [[0, '赵四']], [[]]])
    expect(tally.questions[0]).toEqual({ marks: [1, 0, 0], free: [{ name: '赵四', votes: 1 }], blank: 1, spoiled: 1 })
  })

  it('of every sheet is marks, blanks and spoiled questions, and adds up from any parts', () => {
    const questions = questionsOf(evaluation)
    const mark = fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 2 })
    const sheet = fc.array(mark, { minLength: questions.length, maxLength: questions.length })
    fc.assert(
      fc.property(fc.array(sheet), fc.array(sheet), (one, other) => {
        const tally = addTallies(countSheets(questions, one), countSheets(questions, other))
        expect(tally).toEqual(countSheets(questions, [...one, ...other]))
        for (const { marks, blank, spoiled } of tally.questions)
          expect(marks.reduce((sum, votes) => sum + votes, 0) + blank + spoiled).toBe(tally.received)
      }),
    )
  })
})

describe('small classes', () => {
  it('are added to the next smallest, never left out where a difference would tell', () => {
    const sized = (...sizes: number[]) => sizes.map((size, index) => ({ id: 'ABCDE'[index] ?? '', size }))
    expect(protectedGroups(sized(9, 30, 2), 5)).toEqual([['A', 'C'], ['B']])
    expect(protectedGroups(sized(9, 30, 12), 5)).toEqual([['A'], ['B'], ['C']])
    expect(protectedGroups(sized(2, 3, 30), 5)).toEqual([['A', 'B'], ['C']])
    expect(protectedGroups(sized(2, 0, 30), 5)).toEqual([['A', 'C']])
    expect(protectedGroups(sized(1, 2), 5)).toEqual([['A', 'B']])
  })

  it('cannot be had by taking away the paper that tellers have seen', () => {
    const A = { id: 'A', size: 20, known: 19 }
    const B = { id: 'B', size: 30, known: 0 }
    const C = { id: 'C', size: 9, known: 9 }
    expect(protectedGroups([A, B], 5)).toEqual([['A', 'B']])
    expect(protectedGroups([{ ...A, known: 12 }, B, C], 5)).toEqual([['A'], ['B'], ['C']])
    expect(protectedGroups([{ ...A, known: 20 }, B, C], 5)).toEqual([['A'], ['B'], ['C']])
  })

  it('cannot be had by adding and taking away what is published', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 7 })
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 8 }), (all, least) => {
        const named = all.map((size, index) => ({ id: String(index), size }))
        const groups = protectedGroups(named, least)
        const voted = named.filter(({ size }) => size > 0).map(({ id }) => id)
        expect(groups.flat().sort()).toEqual(voted.sort())
        const total = all.reduce((sum, size) => sum + size, 0)
        for (const group of groups) {
          const size = group.reduce((sum, id) => sum + (all[Number(id)] ?? 0), 0)
          expect(size).toBeGreaterThanOrEqual(Math.min(least, total))
        }
      }),
    )
  })
})

const witnesses = { scrutineers: ['孙甲', '周乙'], tellers: ['吴丙', '郑丁'] }
const handed = (present: number, codes: number, papers = 0, returned = 0) => ({ present, codes, papers, returned })
const repeated = (sheet: Sheet, times: number): Sheet[] => Array.from({ length: times }, () => sheet)
const rollOf = (figures: BallotRoll['handed']): BallotRoll => ({ voters: [], handed: figures })
const closed = (design: BallotDesign, figures: BallotRoll['handed'], sheets: ClosingBallot['sheets']) =>
  ({ design, roll: rollOf(figures), sheets, paper: [], witnesses }) satisfies ClosingBallot

describe('the report', () => {
  const figures = { A: handed(8, 8), B: handed(18, 18, 0, 1), C: handed(3, 3) }
  const sheets = { A: repeated([[0]], 7), B: repeated([[1, '赵四']], 15), C: repeated([[2]], 3) }
  const closing = closed(recommendation, figures, sheets)

  it('balances: issued is received, returned and missing; a small class stands with another', () => {
    const report = countReport(closing, settings)
    expect(report.turnout).toEqual({ due: 31, present: 29, issued: 29, received: 25, returned: 1, missing: 3 })
    expect(report.groups.map((group) => [group.classes, group.tally.questions[0]?.marks])).toEqual([
      [
        ['A', 'C'],
        [7, 0, 3],
      ],
      [['B'], [0, 15, 0]],
    ])
    expect(report.total.questions[0]?.free).toEqual([{ name: '赵四', votes: 15 }])
  })

  it('shows nothing of what hardly anybody answered, and the whole of a decision', () => {
    const report = countReport(closed(recommendation, { A: handed(2, 2) }, { A: repeated([[0]], 2) }), settings)
    expect(report).toMatchObject({ shown: false, groups: [], total: { received: 2 } })
    expect(report.total.questions[0]?.marks).toEqual([0, 0, 0])
    const meeting = closed(decision, { members: handed(3, 3) }, { members: repeated([[0], []], 3) })
    expect(countReport(meeting, settings).total.questions.map(({ marks }) => marks)).toEqual([
      [3, 0, 0],
      [0, 0, 3],
    ])
  })

  it('is refused where more came back than was handed out, and where nobody watched', () => {
    const more = closed(recommendation, { ...figures, A: handed(8, 6) }, sheets)
    expect(problemsOf(() => countReport(more, settings))).toContain(
      'ballot-unbalanced 「班子成员」投票码投出的多于发出的：7 对 6。',
    )
    const alone = { ...closing, witnesses: { ...witnesses, scrutineers: ['孙甲', '孙甲'] } }
    expect(problemsOf(() => countReport(alone, settings))[0]).toContain('witnesses-missing 监票人至少 2 名')
    const partial = { ...closing, witnesses: { ...witnesses, tellers: ['吴丙', '王明'] } }
    expect(problemsOf(() => countReport(partial, settings))).toEqual([
      'witness-voted-on 王明是本次投票的对象，不能监票、计票。',
    ])
  })
})

describe('paper', () => {
  const question = (marks: readonly number[], blank = 0) => ({ marks, free: [], blank, spoiled: 0 })
  const count = (countedBy: string, marks: readonly number[], blank = 0): PaperCount => ({
    countedBy,
    tallies: { members: { received: 5, invalid: 0, questions: [question(marks, blank), question([5, 0, 0])] } },
  })
  const closing = (...paper: PaperCount[]): ClosingBallot => ({
    ...closed(decision, { members: handed(9, 4, 5) }, { members: repeated([[0], [1]], 4) }),
    paper,
  })

  it('is counted twice, and the differences are listed', () => {
    const [first, second] = [count('甲', [4, 1, 0]), count('乙', [3, 2, 0])]
    expect(paperDifferences(decision, first, second).map(({ what, first: a, second: b }) => [what.zh, a, b])).toEqual([
      ['王明：同意', 4, 3],
      ['王明：不同意', 1, 2],
    ])
    expect(problemsOf(() => countReport(closing(first, second), settings))).toEqual([
      'paper-counts-differ 两人的纸质票计数有 2 处不同，第一处是「王明：同意」。',
    ])
    expect(problemsOf(() => countReport(closing(first), settings))[0]).toContain('paper-count-missing')
    expect(problemsOf(() => countReport(closing(), settings))[0]).toContain('paper-count-missing')
  })

  it('and phones make one count', () => {
    const { total, turnout } = countReport(closing(count('甲', [4, 1, 0]), count('乙', [4, 1, 0])), settings)
    expect(turnout).toMatchObject({ issued: 9, received: 9, missing: 0 })
    expect(total.questions.map(({ marks }) => marks)).toEqual([
      [8, 1, 0],
      [5, 4, 0],
    ])
  })

  it('must be possible: the figures of a question come from the valid sheets', () => {
    expect(problemsOf(() => checkedCount(decision, count('甲', [4, 0, 0])))).toEqual([
      'paper-count-sum 「常委」的纸质票「王明」合计 4，与 5 张票对不上。',
    ])
    expect(problemsOf(() => checkedCount(decision, count('甲', [4, 0, 0], 1)))).toEqual([])
    const several = (marks: readonly number[]): PaperCount => {
      const questions: Tally['questions'] = [{ marks, free: [{ name: ' 赵 四', votes: 1 }], blank: 0, spoiled: 0 }]
      return { countedBy: '甲', tallies: { B: { received: 5, invalid: 1, questions } } }
    }
    const checked = checkedCount(recommendation, several([4, 3, 0]))
    expect(checked.tallies['B']?.questions[0]?.free).toEqual([{ name: '赵四', votes: 1 }])
    expect(problemsOf(() => checkedCount(recommendation, several([5, 0, 0])))).toHaveLength(1)
    expect(problemsOf(() => checkedCount(recommendation, several([4, 4, 1])))).toHaveLength(1)
  })
})

describe('ratings', () => {
  const sheets = { B: repeated([[0], [1], [2], []], 6), C: [openSheet('[[3],[],[],[]]')] }
  const report = countReport(closed(evaluation, {}, {}), settings)
  const rowsOf = (shown: boolean, groups: readonly (readonly string[])[]) => {
    let raters = 0
    const shaped = { ...report, shown, groups: groups.map((ids) => ({ classes: ids, tally: report.total })) }
    return ratingRows(evaluation, sheets, shaped, 'S1', () => {
      raters += 1
      return `rater-${raters}`
    })
  }

  it('have one rater a sheet, the grade as points, and only people on record', () => {
    const written = rowsOf(true, [['B'], ['A', 'C']])
    expect(written).toHaveLength(6 * 2 + 1)
    expect(written[0]).toMatchObject({ cadre_id: 'C1', item: 'overall', score: 4, scale_max: 4, rater_class: 'B' })
    expect(written[1]).toMatchObject({ item: 'probity', score: 3, rater_id: written[0]?.rater_id })
    expect(written[2]?.rater_id).not.toBe(written[0]?.rater_id)
  })

  it('do not tell the class of raters that the report does not show alone, and nothing where nothing is shown', () => {
    expect(rowsOf(true, [['B'], ['A', 'C']]).at(-1)).toMatchObject({ score: 1, rater_class: null })
    expect(rowsOf(false, [])).toEqual([])
  })
})

describe('what a ballot says to a case', () => {
  it('is the votes of a decision, matter by matter, each for its own case', () => {
    const sheets = { members: [...repeated([[0], [0]], 6), ...repeated([[1], [0]], 3)] }
    const report = countReport(closed(decision, { members: handed(9, 9) }, sheets), settings)
    const meeting = { decided_on: 20261123, voting: 'secret-ballot', members_due: 11, members_present: 9 }
    expect(caseFactsOf(decision, report)).toEqual([
      { caseId: 'case-1', facts: meeting },
      { caseId: 'case-1', cadreId: 'C1', facts: { votes_for: 6 } },
      { caseId: 'case-2', facts: meeting },
    ])
  })

  it('is of a recommendation when it was held and for which post, and not who was named', () => {
    const [said] = caseFactsOf(recommendation, countReport(closed(recommendation, {}, {}), settings))
    expect(said).toEqual({
      caseId: 'case-1',
      facts: {
        meeting_held: true,
        meeting_on: 20261123,
        recommended_on: 20261123,
        directed: true,
        recommended_position: 'P1',
      },
    })
  })
})
