import { useSyncExternalStore } from 'react'

/** A choice that the root element wears as `data-NAME` and this browser remembers as `zhiren.NAME`. */
export interface RootChoice<Choice extends string> {
  readonly choices: readonly Choice[]
  read(): Choice
  choose(choice: Choice): void
  subscribe(changed: () => void): () => void
}

/** Before the page is drawn, `public/appearance.js` has put on the root what this browser remembers. */
export function rootChoice<const Choice extends string>(
  name: 'appearance' | 'density',
  choices: readonly Choice[],
  usual: NoInfer<Choice>,
): RootChoice<Choice> {
  const told = new Set<() => void>()
  return {
    choices,
    read: () => choices.find((choice) => choice === document.documentElement.dataset[name]) ?? usual,
    choose(choice) {
      document.documentElement.dataset[name] = choice
      try {
        localStorage.setItem(`zhiren.${name}`, choice)
      } catch {
        // A browser that keeps nothing still shows the choice until it is closed.
      }
      for (const tell of told) tell()
    },
    subscribe(changed) {
      told.add(changed)
      return () => told.delete(changed)
    },
  }
}

/** The choice and the way to change it, alike in every part that asks. */
export function useRootChoice<Choice extends string>(of: RootChoice<Choice>) {
  return [useSyncExternalStore(of.subscribe, of.read), of.choose] as const
}
