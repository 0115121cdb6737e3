/** How far an account has gone through the tour in this browser: a step to go on from, or over. */
export type TourMemory = number | 'over' | undefined

const place = (account: string): string => `zhiren.tour.${account}`

export function tourMemory(account: string): TourMemory {
  try {
    const kept = localStorage.getItem(place(account))
    if (kept === null) return undefined
    return /^\d$/.test(kept) ? Number(kept) : 'over'
  } catch {
    return 'over'
  }
}

export function rememberTour(account: string, memory: number | 'over'): void {
  try {
    localStorage.setItem(place(account), String(memory))
  } catch {
    // A browser that keeps nothing offers no tour.
  }
}
