/** The far side of the print shop: one form in, its files out. */
import type { AppointmentForm } from '#domain/appointment-form.ts'
import { missingFromForm, type PaperOptions } from '#exchange/appointment-form-paper/index.ts'
import { type FormFormat, formFile } from './form-file.ts'

export interface PrintTask {
  readonly form: AppointmentForm
  readonly formats: readonly FormFormat[]
  readonly options: PaperOptions
}

export interface Printed {
  readonly files: readonly Uint8Array[]
  /** Characters that the PDF shows as empty boxes. */
  readonly missing: readonly string[]
}

export type PrintAnswer = Printed | { readonly failure: string }

process.on('message', async (task: PrintTask) => {
  const answer = await print(task).catch((cause: Error): PrintAnswer => ({ failure: cause.message }))
  process.send?.(answer)
})

async function print({ form, formats, options }: PrintTask): Promise<PrintAnswer> {
  const files = await Promise.all(formats.map((format) => formFile(form, format, options)))
  return { files, missing: formats.includes('pdf') ? missingFromForm(form) : [] }
}
