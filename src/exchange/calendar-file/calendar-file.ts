/** A calendar as a file (iCalendar, RFC 5545 with NAME and DESCRIPTION of RFC 7986): whole days, with reminders. */
import { addDays, type DateCode, formatDate } from '#domain/calendar.ts'

export interface CalendarDay {
  /** The same thing has the same one in every file, for ever: what a calendar program knows it by. */
  readonly uid: string
  /** A whole day. */
  readonly on: DateCode
  readonly summary: string
  readonly description?: string
  readonly url?: string
  /** Reminders, in hours before the day begins. */
  readonly alarms?: readonly number[]
}

export interface CalendarFile {
  /** Names the program, e.g. `-//Zhiren//To-dos//ZH`. */
  readonly productId: string
  readonly name: string
  readonly description: string
  /** When it was written. */
  readonly stamp: Date
  readonly days: readonly CalendarDay[]
}

/** @example writeCalendar({ productId: '-//Zhiren//ZH', name: '待办', description: '', stamp: new Date(), days: [] }) */
export function writeCalendar({ productId, name, description, stamp, days }: CalendarFile): Uint8Array {
  const stamped = stamp.toISOString().replace(/[-:]|\.\d+/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${escapeText(productId)}`,
    `NAME:${escapeText(name)}`,
    `DESCRIPTION:${escapeText(description)}`,
    ...days.flatMap((day) => eventLines(day, stamped)),
    'END:VCALENDAR',
  ]
  return new TextEncoder().encode(lines.map((line) => `${foldLine(line)}\r\n`).join(''))
}

const basic = (on: DateCode): string => formatDate(on, '')

function eventLines({ uid, on, summary, description, url, alarms = [] }: CalendarDay, stamped: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${stamped}`,
    `DTSTART;VALUE=DATE:${basic(on)}`,
    `DTEND;VALUE=DATE:${basic(addDays(on, 1))}`,
    `SUMMARY:${escapeText(summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    ...(url === undefined ? [] : [`URL:${url}`]),
    // A day on which something is due is not a day on which nobody is free.
    'TRANSP:TRANSPARENT',
    ...alarms.flatMap((hours) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escapeText(summary)}`,
      `TRIGGER:${hours < 0 ? '' : '-'}PT${Math.abs(hours)}H`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ]
}

/**
 * A value of type TEXT (RFC 5545 §3.3.11).
 * @example escapeText('a; b, c\nd') // 'a\\; b\\, c\\nd'
 */
export const escapeText = (text: string): string =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    // TEXT holds no control character but the tab.
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')

const longestLine = 75

/** A content line in pieces of at most 75 octets, none through the middle of a character (RFC 5545 §3.1). */
export function foldLine(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > longestLine) {
      pieces.push(piece)
      piece = ' '
      octets = 1
    }
    piece += character
    octets += size
  }
  return [...pieces, piece].join('\r\n')
}
