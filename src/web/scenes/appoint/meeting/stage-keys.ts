/** The page that a key leads to, or undefined where the key is not one of the stage's. */
export function pageAfter(key: string, at: number, pages: number): number | undefined {
  const last = pages - 1
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
    case 'PageDown':
    case ' ':
      return Math.min(last, at + 1)
    case 'ArrowLeft':
    case 'ArrowUp':
    case 'PageUp':
      return Math.max(0, at - 1)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
