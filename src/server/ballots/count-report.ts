/** 计票报告单 as a paper of the office. */
import { questionsOf } from '#appoint/voting/index.ts'
import type { BallotDesign, BallotQuestion, QuestionTally, Tally } from '#domain/ballot.ts'
import { formatDate } from '#domain/calendar.ts'
import type { Paper, PaperColumn } from '#exchange/index.ts'
import type { ClosedReport } from './ballot-desk.ts'

const blank = '未填'
const spoiled = '多选'

export function countReportPaper(design: BallotDesign, report: ClosedReport): Paper {
  const questions = questionsOf(design)
  const labels = new Map(design.classes.map(({ id, label }) => [id, label]))
  const layout = design.kind === 'recommendation' ? byName : byQuestion
  const { columns, rowsOf } = layout(questions)
  const titled = (title: string, tally: Tally) => ({
    title: `${title}（有效票 ${tally.received - tally.invalid} 张）`,
    rows: rowsOf(tally),
  })
  return {
    title: '计票报告单',
    above: { left: design.title, right: formatDate(design.heldOn, '.') },
    columns,
    groups: report.shown
      ? [
          titled('合计', report.total),
          ...report.groups.map(({ classes, tally }) =>
            titled(classes.map((id) => labels.get(id) ?? id).join('、'), tally),
          ),
        ]
      : [],
    notes: [turnoutLine(report), ...(report.shown ? [] : ['投票人数过少，为保护投票人，不列票数。'])],
    signatures: [`监票人：${report.scrutineers.join('、')}`, `计票人：${report.tellers.join('、')}`],
    page: 'a4-portrait',
  }
}

function turnoutLine({ turnout, total }: ClosedReport): string {
  const { due, present, issued, received, returned, missing } = turnout
  const valid = received - total.invalid
  return `应到 ${due} 人，实到 ${present} 人。发出票 ${issued} 张，收回 ${received} 张（有效 ${valid} 张，无效 ${total.invalid} 张），退回 ${returned} 张，未收回 ${missing} 张。`
}

interface Layout {
  readonly columns: readonly PaperColumn[]
  readonly rowsOf: (tally: Tally) => readonly (readonly string[])[]
}

/** A row for each question, the options across: they are the same all over the sheet. */
function byQuestion(questions: readonly BallotQuestion[]): Layout {
  const options = questions[0]?.options ?? []
  const hasBlank = questions.some(({ blankAs }) => blankAs === undefined)
  return {
    columns: [
      { label: '对象', width: 22, align: 'left' },
      ...options.map(({ zh }) => ({ label: zh, width: 6 })),
      ...(hasBlank ? [{ label: blank, width: 5 }] : []),
      { label: spoiled, width: 5 },
    ],
    rowsOf: (tally) =>
      questions.map((question, place) => {
        const counted = tally.questions[place]
        const figures = [...(counted?.marks ?? []), ...(hasBlank ? [counted?.blank ?? 0] : []), counted?.spoiled ?? 0]
        return [subjectOf(question), ...figures.map(String)]
      }),
  }
}

const subjectOf = ({ subject, note, aspect }: BallotQuestion): string =>
  [subject, aspect.zh === '' ? note : aspect.zh].filter(Boolean).join('　')

/** A row for each name, in the order of the sheet; written names after it. */
const byName = (questions: readonly BallotQuestion[]): Layout => ({
  columns: [
    { label: '推荐职位', width: 16, align: 'left' },
    { label: '姓名', width: 20, align: 'left' },
    { label: '票数', width: 6 },
  ],
  rowsOf: (tally) =>
    questions.flatMap((question, place) => {
      const counted = tally.questions[place]
      return counted === undefined ? [] : namesOf(question, counted).map((row) => [question.subject, ...row])
    }),
})

const namesOf = ({ options }: BallotQuestion, counted: QuestionTally): [string, string][] => [
  ...options.map(({ zh }, option): [string, string] => [zh, String(counted.marks[option] ?? 0)]),
  ...counted.free.map(({ name, votes }): [string, string] => [`${name}（另写）`, String(votes)]),
  [blank, String(counted.blank)],
  [spoiled, String(counted.spoiled)],
]
