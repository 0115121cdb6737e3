/** On English pages the names of people, units and instruments are Chinese: each says so, to speech and to the choice of fonts. */
const ours = 'data-named'
const unmarked = 'script, style, textarea, select, option'

/** Whether words of a page are Chinese alone: Han, and no letters of another script. */
export const isChinese = (words: string): boolean =>
  /\p{Script=Han}/u.test(words) && !/[\p{L}--\p{Script=Han}]/v.test(words)

/** Marks elements whose own words are Chinese with `lang`, now and as the page changes; ends with what it gives back. */
export function markForeignNames(root: HTMLElement): () => void {
  const watch = new MutationObserver((changes) => {
    const seen = new Set(changes.map(({ target }) => target))
    for (const { addedNodes } of changes) for (const node of addedNodes) seen.add(node)
    for (const node of seen) if (node.isConnected) markWithin(node)
  })
  markWithin(root)
  watch.observe(root, { childList: true, characterData: true, subtree: true })
  return () => {
    watch.disconnect()
    for (const marked of root.querySelectorAll(`[${ours}]`)) unmark(marked)
  }
}

function markWithin(node: Node): void {
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
  const parents = new Set<Element>()
  for (
    let text: Node | null = node.nodeType === Node.TEXT_NODE ? node : texts.nextNode();
    text;
    text = texts.nextNode()
  )
    if (text.parentElement) parents.add(text.parentElement)
  for (const element of parents) mark(element)
}

function mark(element: Element): void {
  const isOurs = element.hasAttribute(ours)
  if ((element.hasAttribute('lang') && !isOurs) || element.closest(unmarked)) return
  const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
  const isNamed = isChinese(own.map(({ textContent }) => textContent).join(''))
  if (isNamed && !isOurs) {
    element.setAttribute(ours, '')
    element.setAttribute('lang', 'zh-CN')
  } else if (!isNamed && isOurs) unmark(element)
}

function unmark(element: Element): void {
  element.removeAttribute(ours)
  element.removeAttribute('lang')
}
