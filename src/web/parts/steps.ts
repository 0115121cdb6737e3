/** Steps back and forward, beside those of the browser: they last as long as the page is open. */
export interface Steps<T> {
  readonly past: readonly T[]
  readonly future: readonly T[]
}

export const noSteps: Steps<never> = { past: [], future: [] }

/** Something new: what could be done again no longer can. */
export const stepped = <T>({ past }: Steps<T>, from: T): Steps<T> => ({ past: [...past, from], future: [] })

/** The state before, and the steps from there; undefined where there is none. */
export function undone<T>({ past, future }: Steps<T>, from: T): [T, Steps<T>] | undefined {
  const to = past.at(-1)
  return to === undefined ? undefined : [to, { past: past.slice(0, -1), future: [from, ...future] }]
}

export function redone<T>({ past, future }: Steps<T>, from: T): [T, Steps<T>] | undefined {
  const [to, ...rest] = future
  return to === undefined ? undefined : [to, { past: [...past, from], future: rest }]
}
