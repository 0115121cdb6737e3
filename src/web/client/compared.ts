/** Who has been put aside for a comparison, the last five; kept until the window is closed. */
const memory = 'zhiren.compared'
const most = 5

export function comparedWith(cadreId: string): string[] {
  try {
    const held: unknown = JSON.parse(sessionStorage.getItem(memory) ?? '[]')
    const others = Array.isArray(held)
      ? held.filter((id): id is string => typeof id === 'string' && id !== cadreId)
      : []
    return [...others, cadreId].slice(-most)
  } catch {
    return [cadreId]
  }
}

export function rememberCompared(cadreIds: readonly string[]): void {
  try {
    sessionStorage.setItem(memory, JSON.stringify(cadreIds))
  } catch {
    // The address of the comparison names them all the same.
  }
}
