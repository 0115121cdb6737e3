/** What was opened from the search last: offered before anything is typed. Kept until the window is closed or the account leaves. */
import type { Pick } from './picks.ts'

const memory = 'zhiren.recent-picks'
const most = 8

export function recentPicks(): readonly Pick[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(memory) ?? '[]')
    return Array.isArray(kept) ? (kept as Pick[]) : []
  } catch {
    return []
  }
}

export function rememberPick(pick: Pick): void {
  try {
    const others = recentPicks().filter(({ href }) => href !== pick.href)
    sessionStorage.setItem(memory, JSON.stringify([pick, ...others].slice(0, most)))
  } catch {
    // A browser that keeps nothing offers nothing before something is typed.
  }
}

export const forgetPicks = (): void => sessionStorage.removeItem(memory)
