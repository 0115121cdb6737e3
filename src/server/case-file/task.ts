/** What goes to the process that binds a file, and what comes back. */
import type { CaseFileText } from '#exchange/index.ts'

export interface BindingTask {
  readonly text: CaseFileText
  /** Holds the papers as `0`, `1`, … in the order of `text.papers`; the bound file is written here as `file.pdf`. */
  readonly folder: string
}

export type BindingAnswer =
  | { readonly done: number }
  | { readonly pages: number; readonly unread: readonly string[] }
  | { readonly failure: string }

export const boundName = 'file.pdf'
