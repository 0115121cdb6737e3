import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeText, foldLine, writeCalendar } from './calendar-file.ts'

const read = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
/** Lines as bytes, without their ends. */
const linesOf = (bytes: Uint8Array): readonly Buffer[] =>
  Buffer.from(bytes)
    .toString('latin1')
    .split('\r\n')
    .map((line) => Buffer.from(line, 'latin1'))
const unfold = (text: string): string => text.replaceAll('\r\n ', '')
const unescape = (text: string): string =>
  text.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign))

describe('a calendar file', () => {
  it('is what RFC 5545 asks of whole days with reminders', () => {
    const file = writeCalendar({
      productId: '-//Zhiren//Due//ZH',
      name: '待办',
      description: '林晓舟；例会',
      stamp: new Date('2026-11-23T09:00:00.123Z'),
      days: [
        { uid: 'a1@zhiren', on: 20261231, summary: '有事项到期', url: 'http://127.0.0.1/todos', alarms: [159, -9] },
      ],
    })
    expect(read(file).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Zhiren//Due//ZH',
      'NAME:待办',
      'DESCRIPTION:林晓舟；例会',
      'BEGIN:VEVENT',
      'UID:a1@zhiren',
      'DTSTAMP:20261123T090000Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:有事项到期',
      'URL:http://127.0.0.1/todos',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:有事项到期',
      'TRIGGER:-PT159H',
      'END:VALARM',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:有事项到期',
      'TRIGGER:PT9H',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('escapes text as the example of section 3.3.11', () => {
    expect(escapeText('Project XYZ Final Review\nConference Room - 3B\nCome Prepared.')).toBe(
      'Project XYZ Final Review\\nConference Room - 3B\\nCome Prepared.',
    )
    expect(escapeText('a; b, c\\d: e\r\nf\u0007')).toBe('a\\; b\\, c\\\\d: e\\nf')
  })

  it('folds the lines of section 3.1 so that they unfold to themselves', () => {
    const long = `DESCRIPTION:This is a lo${'n'.repeat(80)}g description that exists on a long line.`
    const [first, ...rest] = foldLine(long).split('\r\n')
    expect(first).toHaveLength(75)
    expect(rest.every((line) => line.startsWith(' '))).toBe(true)
    expect(unfold(foldLine(long))).toBe(long)
  })

  it('keeps every text, in lines of at most 75 octets that are whole characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (summary) => {
        const bytes = writeCalendar({
          productId: 'p',
          name: '',
          description: '',
          stamp: new Date(0),
          days: [{ uid: 'u', on: 20260228, summary }],
        })
        for (const line of linesOf(bytes)) {
          expect(line.byteLength).toBeLessThanOrEqual(75)
          expect(() => new TextDecoder('utf-8', { fatal: true }).decode(line)).not.toThrow()
        }
        const file = read(bytes)
        const [, kept = ''] = /\r\nSUMMARY:([^]*)\r\nTRANSP/.exec(unfold(file)) ?? []
        expect(unescape(kept)).toBe(summary.replace(/\r\n|\r/g, '\n').replace(/[\0-\x08\x0B-\x1F\x7F]/g, ''))
      }),
      { numRuns: 500 },
    )
  })
})
