import type { Text } from '#domain/text.ts'

/** What can go wrong between the page and the server, as the reader must tell it apart. */
export type FailureKind = 'offline' | 'signed-out' | 'forbidden' | 'missing' | 'refused' | 'broken'

/** What the server said is wrong, and how to go on. */
export interface Said {
  /** Stable, for what the page itself can mend. */
  readonly code?: string | undefined
  readonly message: Text
  readonly mend: Text
  readonly incident?: string | undefined
  /** The field of what was sent that is wrong, where one is. */
  readonly field?: string | undefined
  /** In a rule text that was sent: which one, and where in it. */
  readonly place?: { readonly file: string; readonly line: number; readonly column: number } | undefined
}

/** A request that brought no result. */
export class RequestFailure extends Error {
  readonly kind: FailureKind
  readonly status: number
  readonly said: Said | undefined

  constructor(kind: FailureKind, status: number, said?: Said) {
    super(`${kind} ${status}`)
    this.name = 'RequestFailure'
    this.kind = kind
    this.status = status
    this.said = said
  }
}

export function kindOf(status: number): FailureKind {
  if (status === 401) return 'signed-out'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'missing'
  return status >= 500 ? 'broken' : 'refused'
}
