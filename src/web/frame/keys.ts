/** The keys of the workbench: one table for what listens and for what is shown. */
import type { Text } from '#domain/text.ts'
import { frameWords } from '../language/words/frame.ts'
import { keyWords as words } from '../language/words/keys.ts'
import { slatesWords } from '../language/words/slates.ts'
import { todoWords } from '../language/words/todos.ts'
import { unitsWords } from '../language/words/units.ts'
import type { Address } from './menu-entries.tsx'

export type KeyAct =
  | { readonly does: 'search' | 'keys' | 'next' | 'previous' | 'before' | 'after' }
  | { readonly does: 'go'; readonly to: Address }

export interface Key {
  /** As pressed, one after the other. */
  readonly keys: readonly string[]
  readonly label: Text
  readonly act: KeyAct
}

const go = (key: string, to: Address, label: Text): Key => ({ keys: ['g', key], label, act: { does: 'go', to } })

/** Single letters and signs: the reader may switch them off. */
export const letterKeys: readonly { readonly label: Text; readonly keys: readonly Key[] }[] = [
  {
    label: words.everywhere,
    keys: [
      { keys: ['/'], label: words.search, act: { does: 'search' } },
      { keys: ['?'], label: words.keys, act: { does: 'keys' } },
    ],
  },
  {
    label: words.goTo,
    keys: [
      go('h', '/', frameWords.home),
      go('r', '/cadres', frameWords.roster),
      go('u', '/units', unitsWords.title),
      go('v', '/vacancies', frameWords.vacancies),
      go('s', '/slates', slatesWords.menu),
      go('t', '/todos', todoWords.menu),
    ],
  },
  {
    label: words.onPage,
    keys: [
      { keys: ['j'], label: words.next, act: { does: 'next' } },
      { keys: ['k'], label: words.previous, act: { does: 'previous' } },
      { keys: ['['], label: words.before, act: { does: 'before' } },
      { keys: [']'], label: words.after, act: { does: 'after' } },
    ],
  },
]

const all = letterKeys.flatMap(({ keys }) => keys)

/** What a key does after the one before it; `awaited` where it begins a sequence. */
export function actOf(before: string | undefined, key: string): KeyAct | 'awaited' | undefined {
  const sequence = before === undefined ? [key] : [before, key]
  const found = all.find(({ keys }) => keys.length === sequence.length && keys.every((one, at) => one === sequence[at]))
  if (found) return found.act
  if (before === undefined) return all.some(({ keys: [first] }) => first === key) ? 'awaited' : undefined
  return actOf(undefined, key)
}

/** Is something being typed there, or does it use letters itself? */
export const takesLetters = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest(
    'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable], [role="textbox"], [role="combobox"], [role="listbox"], [role="grid"]',
  ) !== null
