import type { MutationCache } from '@tanstack/react-query'

/** What was typed into a form since something was last saved. */
let typed = new Set<HTMLInputElement | HTMLTextAreaElement>()

const isTyped = (): boolean =>
  [...typed].some((field) => field.isConnected && !field.closest('.login-card') && field.value.trim() !== '')

/** Reloading or closing the window while something typed is not saved is asked about first, in the browser's own words. */
export function askBeforeLosingWords(mutations: MutationCache): void {
  document.addEventListener('input', ({ target }) => {
    const isField =
      target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')
    if (isField && target.form) typed.add(target)
  })
  mutations.subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success') typed = new Set()
  })
  window.addEventListener('beforeunload', (event) => {
    if (isTyped()) event.preventDefault()
  })
}
