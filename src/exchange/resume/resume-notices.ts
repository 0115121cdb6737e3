import type { ResumeSegment } from '#domain/appointment-form.ts'
import type { Problem } from '#domain/problem.ts'
import { columnOf } from '../appointment-form/elements.ts'
import { type ProblemCode, problemOf, quoted, type Values } from '../wording/wording.ts'
import { isBefore } from './dates.ts'
import { type ReadSegment, readResume } from './parse-resume.ts'

/**
 * What a person should look at in a résumé: gaps, overlaps, order, dates that cannot be, lines laid out otherwise than the
 * form asks. `row` is the line of the résumé, from 1.
 */
export function resumeNotices(text: string, file?: string): readonly Problem[] {
  const notices: Problem[] = []
  const notice = (code: ProblemCode, line: number, values: Values = {}): void => {
    const place = { row: line, column: columnOf('resume') }
    notices.push(problemOf(code, file === undefined ? place : { file, ...place }, { line, ...values }))
  }
  const segments = readResume(text)
  const mains = segments.filter(({ segment }) => segment.kind === 'main')
  for (const [index, main] of mains.entries()) {
    const { from, to, text: written } = main.segment
    if (from === null) notice('resume-date', main.line, { value: quoted(written) })
    else if (to !== null && isBefore(to, from))
      notice('resume-reversed', main.line, { from: dotted(from), to: dotted(to) })
    const previous = mains[index - 1]
    if (previous !== undefined) compare(previous, main, notice)
  }
  for (const { segment, line } of segments) {
    const parent = segments[segment.parent ?? -1]?.segment
    if (segment.kind === 'during' && parent !== undefined && !liesIn(segment, parent)) {
      notice('resume-outside', line, { value: quoted(segment.text) })
    }
  }
  const lines = text.split(/\r\n?|\n/)
  const loose = mains.filter(({ segment, line }) => segment.from !== null && !official.test(lines[line - 1] ?? ''))
  const [first] = loose
  if (first !== undefined) notice('resume-layout', first.line, { lines: loose.map(({ line }) => line).join('、') })
  return notices
}

type Notice = (code: ProblemCode, line: number, values?: Values) => void

/** Segments must meet. */
function compare(previous: ReadSegment, next: ReadSegment, notice: Notice): void {
  const { from: started, to: ended } = previous.segment
  const { from } = next.segment
  if (started === null || from === null) return
  if (isBefore(from, started)) notice('resume-order', next.line, { previous: previous.line })
  else if (ended === null) notice('resume-open', previous.line)
  else {
    const values = { previous: previous.line, ended: dotted(ended), from: dotted(from) }
    if (isBefore(ended, from)) notice('resume-gap', next.line, values)
    if (isBefore(from, ended)) notice('resume-overlap', next.line, values)
  }
}

const dotted = (date: string): string => date.replaceAll('-', '.')

function liesIn({ from, to }: ResumeSegment, parent: ResumeSegment): boolean {
  const startsInside = from === null || parent.from === null || !isBefore(from, parent.from)
  const last = to ?? from
  return startsInside && (last === null || parent.to === null || !isBefore(parent.to, last))
}

const official = /^\d{4}\.\d{2}--(?:\d{4}\.\d{2} {2}| {9})\S/
