/**
 * One question for all who ask it at the same time: whoever asks while it is being answered shares the next asking, so that
 * no answer was begun before it was wanted.
 */
export function inTurn<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve()
  let next: Promise<T> | undefined
  return () => {
    next ??= running.then(() => {
      next = undefined
      const asked = ask()
      running = asked.catch(() => undefined)
      return asked
    })
    return next
  }
}
