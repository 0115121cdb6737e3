import { readTemplate, typeset } from '../typesetting/typeset.ts'

export interface Slip {
  readonly voterClass: string
  readonly code: string
}

export interface SlipSheet {
  readonly title: string
  /** Where to vote. */
  readonly address: string
  readonly slips: readonly Slip[]
}

const template = readTemplate(import.meta.dirname, 'slips.typ')

/**
 * Slips with one-time codes (票条) on A4, twelve a page, to be cut along the dashes, mixed by class and drawn.
 * @example slipsPdf({ title: '会议推荐', address: 'http://10.0.0.8:8080/vote', slips: [{ voterClass: 'A 类', code: 'K7QM 2XW9 PR4D' }] })
 */
export const slipsPdf = (sheet: SlipSheet): Uint8Array => typeset(template, sheet)
