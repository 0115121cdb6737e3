/** What is not cast yet is kept on the voter's own phone, under one key, and for a while only. */

/** Marks of a question: options by number, and names as they are being typed. */
export interface Answer {
  readonly options: readonly number[]
  readonly names: readonly string[]
}

export interface Draft {
  readonly code: string
  readonly answers: readonly Answer[]
  /** Milliseconds since 1970. */
  readonly until: number
}

const memory = 'zhiren.vote'

/** @returns undefined where nothing is kept, it is too old, or it is not ours */
export function readDraft(stored: string | null, now: number): Draft | undefined {
  if (stored === null) return undefined
  try {
    const draft = JSON.parse(stored) as Partial<Draft>
    const isOurs = typeof draft.code === 'string' && Array.isArray(draft.answers) && Number(draft.until) > now
    return isOurs ? (draft as Draft) : undefined
  } catch {
    return undefined
  }
}

export function keptDraft(): Draft | undefined {
  try {
    return readDraft(localStorage.getItem(memory), Date.now())
  } catch {
    return undefined
  }
}

export function keepDraft(draft: Draft | undefined): void {
  try {
    if (draft === undefined) localStorage.removeItem(memory)
    else localStorage.setItem(memory, JSON.stringify(draft))
  } catch {
    // A phone that keeps nothing still votes.
  }
}

/** What is sent: the options in the order of the list, then the names that were written. */
export const marksOf = ({ options, names }: Answer): (number | string)[] => [
  ...options.toSorted((a, b) => a - b),
  ...names.map((name) => name.trim()).filter((name) => name !== ''),
]

/** An option marked or taken off; where one alone may be chosen, another takes its place. */
export function toggled({ options, names }: Answer, option: number, most: number): Answer {
  if (most === 1) return { options: [option], names: [] }
  const others = options.filter((one) => one !== option)
  return { options: others.length === options.length ? [...options, option] : others, names }
}
