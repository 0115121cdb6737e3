/** The far side of the print shop: one form in, its files out. */
import type { AppointmentForm } from '#domain/appointment-form.ts'
import type { PaperOptions } from '#exchange/appointment-form-paper/index.ts'
import { type FormFormat, formFile } from './form-file.ts'

export interface PrintTask {
  readonly form: AppointmentForm
  readonly formats: readonly FormFormat[]
  readonly options: PaperOptions
}

export type PrintAnswer = { readonly files: readonly Uint8Array[] } | { readonly failure: string }

process.on('message', async (task: PrintTask) => {
  const answer = await print(task).catch((cause: Error): PrintAnswer => ({ failure: cause.message }))
  process.send?.(answer)
})

async function print({ form, formats, options }: PrintTask): Promise<PrintAnswer> {
  return { files: await Promise.all(formats.map((format) => formFile(form, format, options))) }
}
