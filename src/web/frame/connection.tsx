import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { RequestFailure } from '../client/failure.ts'
import { read } from '../client/request.ts'
import { useSpeech } from '../language/language.tsx'
import { frameWords } from '../language/words/frame.ts'

/** Says that the connection is lost, until something is read again. */
export function Connection() {
  const { say } = useSpeech()
  const lost = useLostConnection()
  return (
    <div role="status" className="connection" data-lost={lost || undefined}>
      {lost && say(frameWords.lostConnection)}
    </div>
  )
}

const patience = 5_000

const isOffline = (failure: unknown): boolean => failure instanceof RequestFailure && failure.kind === 'offline'

function useLostConnection(): boolean {
  const client = useQueryClient()
  const [lost, setLost] = useState(() => !navigator.onLine)
  useEffect(() => {
    const leave = () => setLost(true)
    const come = () => setLost(false)
    window.addEventListener('offline', leave)
    window.addEventListener('online', come)
    const heed = (action: { readonly type: string; readonly error?: unknown }) => {
      if (action.type === 'success') setLost(false)
      if (action.type === 'error' && isOffline(action.error)) setLost(true)
    }
    const stops = [client.getQueryCache(), client.getMutationCache()].map((cache) =>
      cache.subscribe((event) => event.type === 'updated' && heed(event.action)),
    )
    return () => {
      window.removeEventListener('offline', leave)
      window.removeEventListener('online', come)
      for (const stop of stops) stop()
    }
  }, [client])
  // A server that was stopped comes back without a word: it is asked, and what did not come is read again.
  useEffect(() => {
    if (!lost) {
      void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' })
      return
    }
    const ask = () =>
      read('/session').then(
        () => setLost(false),
        (failure: unknown) => isOffline(failure) || setLost(false),
      )
    const timer = setInterval(() => void ask(), patience)
    return () => clearInterval(timer)
  }, [lost, client])
  return lost
}
