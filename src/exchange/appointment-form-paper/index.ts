/**
 * The appointment form (干部任免审批表) on paper: PDF and Word on the official grid, the same pages as a drawing for the
 * screen. Beside the other files out, because it loads a typesetter and a writer of Word documents.
 *
 * @example
 * const pdf = writeFormPdf(form, { today: 20261122, watermark: '林晓舟 2026-11-22 上会' })
 */
export type { Edition } from './grid.ts'
export { dateIn } from './printed-form.ts'
export { writeFormDocx } from './write-form-docx.ts'
export { drawForm, missingFromForm, type PaperOptions, writeFormPdf } from './write-form-pdf.ts'
