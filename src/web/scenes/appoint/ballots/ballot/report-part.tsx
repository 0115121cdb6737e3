import { Fragment } from 'react'
import type { BallotShape, TallyShape } from '#server/contract/index.ts'
import { reportPath } from '../../../../client/ballot-queries.ts'
import { count, minute } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { ballotWords } from '../../../../language/words/ballots.ts'
import { frameWords } from '../../../../language/words/frame.ts'
import { Panel } from '../../../../parts/panel.tsx'
import { TakeOut } from '../../../../parts/take-out.tsx'
import { WideTable } from '../../../../parts/wide-table.tsx'
import { CaseFactsPart } from './case-facts-part.tsx'
import { classNames } from './class-names.ts'

interface ReportPartProps {
  readonly ballot: BallotShape
  readonly report: NonNullable<BallotShape['report']>
}

/** The count, as far as it may be shown, and where it goes from here. */
export function ReportPart({ ballot, report }: ReportPartProps) {
  const { say } = useSpeech()
  const columns = [
    { title: say(ballotWords.total), tally: report.total },
    ...report.groups.map(({ classes, tally }) => ({ title: classNames(ballot, classes), tally })),
  ]
  const isMerged = report.groups.some(({ classes }) => classes.length > 1)
  return (
    <>
      <Panel
        title={say(ballotWords.report)}
        explained="ballot"
        note={say(ballotWords.reportNote)}
        foot={
          <span className="ballot-witnesses">
            <span>
              {say(ballotWords.scrutineers)} {report.scrutineers.join(say(frameWords.comma))}
            </span>
            <span>
              {say(ballotWords.tellers)} {report.tellers.join(say(frameWords.comma))}
            </span>
            <span>{say(ballotWords.closedBy, { at: minute(report.closedAt), by: report.closedBy })}</span>
          </span>
        }
        flush
      >
        <TurnoutLine report={report} />
        {!report.shown && <p className="ballot-note">{say(ballotWords.tooFew)}</p>}
        {isMerged && <p className="ballot-note">{say(ballotWords.merged, { least: ballot.leastShown })}</p>}
        {report.shown && <Votes ballot={ballot} columns={columns} />}
      </Panel>
      <Panel title={say(ballotWords.takeReport)}>
        <TakeOut path={reportPath(ballot.ballotId)} formats={['pdf']} order={{}} />
      </Panel>
      {ballot.forCases.length > 0 && <CaseFactsPart ballot={ballot} />}
    </>
  )
}

function TurnoutLine({ report: { turnout, total } }: Pick<ReportPartProps, 'report'>) {
  const { say } = useSpeech()
  const figures = [
    [ballotWords.due, turnout.due],
    [ballotWords.present, turnout.present],
    [ballotWords.issued, turnout.issued],
    [ballotWords.received, turnout.received],
    [ballotWords.valid, turnout.received - total.invalid],
    [ballotWords.invalid, total.invalid],
    [ballotWords.returned, turnout.returned],
    [ballotWords.missing, turnout.missing],
  ] as const
  return (
    <dl className="ballot-turnout">
      {figures.map(([label, value]) => (
        <div key={label.en}>
          <dt>{say(label)}</dt>
          <dd>{count(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

interface VotesProps {
  readonly ballot: BallotShape
  readonly columns: readonly { readonly title: string; readonly tally: TallyShape }[]
}

/** Every question with its options in the order of the sheet; written names after them. */
function Votes({ ballot, columns }: VotesProps) {
  const { say } = useSpeech()
  return (
    <WideTable label={say(ballotWords.report)} className="figures ballot-table">
      <thead>
        <tr>
          <th scope="col">{say(ballotWords.question)}</th>
          {columns.map(({ title }) => (
            <th key={title} scope="col" className="number">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ballot.questions.map((question, place) => {
          const counted = columns.map(({ tally }) => tally.questions[place])
          const free = [...new Set(counted.flatMap((one) => one?.free.map(({ name }) => name) ?? []))]
          const rows: readonly (readonly [string, readonly number[]])[] = [
            ...question.options.map((option, at) => [say(option), counted.map((one) => one?.marks[at] ?? 0)] as const),
            ...free.map(
              (name) =>
                [name, counted.map((one) => one?.free.find((written) => written.name === name)?.votes ?? 0)] as const,
            ),
            ...(question.blankAs === null
              ? [[say(ballotWords.blank), counted.map((one) => one?.blank ?? 0)] as const]
              : []),
            [say(ballotWords.spoiled), counted.map((one) => one?.spoiled ?? 0)],
          ]
          return (
            <Fragment key={`${question.subject} ${question.aspect.zh} ${question.note}`}>
              <tr>
                <th scope="rowgroup" colSpan={columns.length + 1}>
                  {question.subject} {say(question.aspect)}
                  {question.note !== '' && <span className="second">　{question.note}</span>}
                </th>
              </tr>
              {rows.map(([label, votes]) => (
                <tr key={label}>
                  <td>{label}</td>
                  {votes.map((value, at) => (
                    <td key={columns[at]?.title} className="number">
                      {count(value)}
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          )
        })}
      </tbody>
    </WideTable>
  )
}
