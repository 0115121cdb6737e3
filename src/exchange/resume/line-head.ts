/** The dates at the head of a line of a résumé, in every way they are found written. */
import { formatDate, parseDate } from '#domain/calendar.ts'

export interface DateHead {
  /** Canonical; null where none is written, in `to` also for what goes on. */
  readonly from: string | null
  readonly to: string | null
  /** The rest of the line, without the spaces before it. */
  readonly rest: string
  /** There is a dash, or a word for one. */
  readonly isRange: boolean
  /** A date is written that cannot be or lacks its month: then `from` and `to` are null and `rest` is the whole line. */
  readonly isImpossible: boolean
}

/** Year and month, parted or not, with or without the day: `1991.01`, `1991年1月5日`, `199101`, `19910105`, `1991-01`. */
const date = String.raw`(\d{4})(?: ?[./年·、] ?|-(?=\d)|(?=[01]\d(?!\d)|[01]\d[0-3]\d(?!\d)))(\d{1,2})(?:(?:\.|月|-(?=\d{1,2}[^\d.年])|(?<=\d{6})(?=\d\d))(\d{1,2})(?!\d)日?|月|\.(?!\d))?`
const dash = String.raw`(?:[-‐‑‒–—―−─━~〜][-‐‑‒–—―−─━~〜 \t]*|至(?!今)|到)`
const head = new RegExp(
  String.raw`^[ \t]*${date}(?:[ \t]*${dash}[ \t]*(?:${date}|至今|今|现在|迄今)?|[ \t]*至今)?[ \t]*[,:]?[ \t]*`,
)
const range = new RegExp(String.raw`^[ \t]*${date}[ \t]*(?:${dash}|至今)`)
const yearsAlone = new RegExp(String.raw`^[ \t]*\d{4}年?[ \t]*${dash}[ \t]*(?:\d{4}(?!\d)|至今|今|$)`)

/**
 * Full-width digits, dots, dashes and spaces as half-width ones, character by character, so that places stay the same.
 * @example narrow('１９９１．０１－－') // '1991.01--'
 */
export const narrow = (text: string): string =>
  text.replace(/[\u3000\u00A0\uFF01-\uFF5E。]/g, (character) => {
    if (character === '\u3000' || character === '\u00A0') return ' '
    return character === '。' ? '.' : String.fromCharCode(character.charCodeAt(0) - 0xfee0)
  })

/** The dates at the head of a line; undefined where it does not begin with one. */
export function dateHeadOf(line: string): DateHead | undefined {
  const plain = narrow(line)
  const match = head.exec(plain)
  const impossible = { from: null, to: null, rest: line.trim(), isRange: true, isImpossible: true }
  if (match === null) return yearsAlone.test(plain) ? impossible : undefined
  const [whole, fromYear = '', fromMonth = '', fromDay, toYear, toMonth = '', toDay] = match
  const from = dateOf(fromYear, fromMonth, fromDay)
  const to = toYear === undefined ? null : dateOf(toYear, toMonth, toDay)
  const isRange = range.test(plain)
  if (from === undefined || to === undefined) return { ...impossible, isRange }
  return { from, to, rest: line.slice(whole.length).trim(), isRange, isImpossible: false }
}

function dateOf(year: string, monthText: string, day: string | undefined): string | undefined {
  const two = (value: string): string => value.padStart(2, '0')
  const code = parseDate(`${year}-${two(monthText)}${day === undefined ? '' : `-${two(day)}`}`)
  return code === undefined ? undefined : formatDate(code)
}
