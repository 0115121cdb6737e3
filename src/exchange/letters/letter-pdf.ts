import type { Letter } from '#domain/letter.ts'
import { paperFonts, readTemplate, typeset } from '../typesetting/typeset.ts'

const template = readTemplate(import.meta.dirname, 'letter.typ')

/** @example longDate('2026-11-23') // '2026年11月23日' */
const longDate = (on: string): string => {
  const [year, month, day] = on.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/**
 * A letter as PDF in the layout of official letters (公文): title, addressee, body, issuer and date beside the room for a seal.
 * @example letterPdf({ title: '函询通知书', addressee: '王某同志', paragraphs, issuer, on: '2026-11-23' }, { watermark: '' })
 */
export function letterPdf(letter: Letter, { watermark }: { readonly watermark: string }): Uint8Array {
  const shown = { ...letter, document: letter.document ?? '', date: longDate(letter.on) }
  return typeset(template, { fonts: paperFonts(), watermark, letter: shown })
}
