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

function useLostConnection(): boolean {
  const client = useQueryClient()
  const [lost, setLost] = useState(() => !navigator.onLine)
  useEffect(() => {
    const leave = () => setLost(true)
    const come = () => setLost(false)
    window.addEventListener('offline', leave)
    window.addEventListener('online', come)
    const stop = client.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated') return
      if (event.action.type === 'success') setLost(false)
      const failure: unknown = event.action.type === 'error' ? event.action.error : undefined
      if (failure instanceof RequestFailure && failure.kind === 'offline') setLost(true)
    })
    return () => {
      window.removeEventListener('offline', leave)
      window.removeEventListener('online', come)
      stop()
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
        (failure: unknown) => failure instanceof RequestFailure && failure.kind !== 'offline' && setLost(false),
      )
    const timer = setInterval(() => void ask(), patience)
    return () => clearInterval(timer)
  }, [lost, client])
  return lost
}
