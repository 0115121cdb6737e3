/** A form as a file of the format that was asked for. */
import type { AppointmentForm } from '#domain/appointment-form.ts'
import { type PaperOptions, writeFormDocx, writeFormPdf } from '#exchange/appointment-form-paper/index.ts'
import { writeLrmx } from '#exchange/index.ts'

export const formFormats = ['pdf', 'docx', 'lrmx'] as const
export type FormFormat = (typeof formFormats)[number]

/** An `.lrmx` bears no watermark: it is read by machines. */
export function formFile(
  form: AppointmentForm,
  format: FormFormat,
  options: PaperOptions,
): Uint8Array | Promise<Uint8Array> {
  if (format === 'lrmx') return writeLrmx(form)
  return format === 'docx' ? writeFormDocx(form, options) : writeFormPdf(form, options)
}
