import type { ResumeSegment } from '#domain/appointment-form.ts'

/** Two dates, two dashes and two spaces: where text that is wrapped hangs. */
export const prefixWidth = 18

/**
 * A résumé in the official layout: one segment a line (`\n`), `1991.01--2000.01` and two spaces before the text, the missing
 * end of what goes on as spaces; 其间 in brackets where it belongs, what spans segments in brackets on its own line; notes
 * below, after an empty line.
 * @example writeResume([{ from: '1991-01', to: null, text: '甲县乙局局长', kind: 'main' }]) // '1991.01--         甲县乙局局长'
 */
export function writeResume(segments: readonly ResumeSegment[]): string {
  const lines: string[] = []
  for (const [index, segment] of segments.entries()) {
    if (segment.kind === 'main') lines.push(mainLine(segment, meanwhileOf(segments, index)))
    else if (segment.kind === 'spanning') lines.push(`（${entryText(segment)}）`)
    else if (segment.kind === 'note') {
      if (index > 0 && segments[index - 1]?.kind !== 'note') lines.push('')
      lines.push(segment.text)
    } else if (segments[segment.parent ?? -1]?.kind !== 'main') lines.push(`（其间：${entryText(segment)}）`)
  }
  return lines.join('\n')
}

const dotted = (date: string): string => date.replaceAll('-', '.')

const meanwhileOf = (segments: readonly ResumeSegment[], index: number): readonly ResumeSegment[] =>
  segments.filter(({ kind, parent }) => kind === 'during' && parent === index)

function mainLine({ from, to, text }: ResumeSegment, meanwhile: readonly ResumeSegment[]): string {
  const head = from === null ? '' : `${dotted(from)}--${to === null ? '' : dotted(to)}`
  const whole = withMeanwhile(text, meanwhile)
  if (head === '') return whole
  return to === null ? head.padEnd(prefixWidth) + whole : `${head}  ${whole}`
}

/** The brackets put back where they stood, the last first, so that places stay the same. */
function withMeanwhile(text: string, meanwhile: readonly ResumeSegment[]): string {
  const places = new Map<number, string[]>()
  for (const segment of meanwhile) {
    const at = segment.at ?? text.length
    places.set(at, [...(places.get(at) ?? []), entryText(segment)])
  }
  let whole = text
  for (const [at, entries] of [...places].sort(([a], [b]) => b - a)) {
    whole = `${whole.slice(0, at)}（其间：${entries.join('；')}）${whole.slice(at)}`
  }
  return whole
}

const entryText = ({ from, to, text }: ResumeSegment): string =>
  from === null ? text : `${dotted(from)}${to === null ? '' : `--${dotted(to)}`}${text}`
