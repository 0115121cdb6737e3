import type { Server } from './index.ts'

const patience = 10_000

/** Takes no more requests and lets those under way end, for ten seconds or until told to hurry. */
export async function closeInTime(server: Server, hurry?: AbortSignal): Promise<void> {
  const cut = (): void => server.server.closeAllConnections()
  const late = setTimeout(cut, patience)
  if (hurry?.aborted) cut()
  hurry?.addEventListener('abort', cut)
  try {
    await server.close()
  } finally {
    clearTimeout(late)
    hurry?.removeEventListener('abort', cut)
  }
}
