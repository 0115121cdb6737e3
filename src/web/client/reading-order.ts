/** The list that a reader came from, so that a person's page leads on to the next of it. Kept until the window is closed. */
import { queryClient } from './queries.ts'

export interface Neighbour {
  readonly cadreId: string
  readonly name: string
}

interface Page {
  readonly offset: number
  readonly rows: readonly Neighbour[]
}

const memory = 'zhiren.reading-order'

/** The people before and after somebody in the list last looked at that holds him or her. */
export function neighboursOf(cadreId: string): { readonly before?: Neighbour; readonly after?: Neighbour } {
  const order = seenWith(cadreId) ?? remembered()
  const place = order.findIndex((one) => one.cadreId === cadreId)
  if (place < 0) return {}
  const [before, after] = [order[place - 1], order[place + 1]]
  return { ...(before && { before }), ...(after && { after }) }
}

/** From the pages of rosters that are held: those of one filter beside each other, the newest filter first. */
function seenWith(cadreId: string): readonly Neighbour[] | undefined {
  const held = queryClient
    .getQueryCache()
    .findAll({ queryKey: ['cadres'] })
    .filter(({ state }) => isPage(state.data))
    .sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
  const found = held.find(({ state }) => (state.data as Page).rows.some((row) => row.cadreId === cadreId))
  if (!found) return undefined
  const filter = JSON.stringify(found.queryKey[1])
  const order = held
    .filter(({ queryKey }) => JSON.stringify(queryKey[1]) === filter)
    .map(({ state }) => state.data as Page)
    .sort((a, b) => a.offset - b.offset)
    .flatMap(({ rows }) => rows.map(({ cadreId: id, name }) => ({ cadreId: id, name })))
  remember(order)
  return order
}

const isPage = (data: unknown): data is Page =>
  typeof data === 'object' && data !== null && 'rows' in data && Array.isArray(data.rows) && 'offset' in data

function remember(order: readonly Neighbour[]): void {
  try {
    sessionStorage.setItem(memory, JSON.stringify(order))
  } catch {
    // A browser that keeps nothing still leads on while the page is open.
  }
}

function remembered(): readonly Neighbour[] {
  try {
    const order: unknown = JSON.parse(sessionStorage.getItem(memory) ?? '[]')
    return Array.isArray(order) ? (order as Neighbour[]) : []
  } catch {
    return []
  }
}
