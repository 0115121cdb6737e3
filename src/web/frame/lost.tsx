import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { RequestFailure } from '../client/failure.ts'
import { read } from '../client/request.ts'
import { useSpeech } from '../language/language.tsx'
import { frameWords } from '../language/words/frame.ts'
import { PageTitle } from '../parts/page-title.tsx'
import { EmptyState, ErrorPanel } from '../parts/states.tsx'
import './lost.css'

export function MissingPage() {
  const { say } = useSpeech()
  return (
    <div className="lost">
      <PageTitle title={say(frameWords.notFound)} />
      <EmptyState why={say(frameWords.notFoundNext)} next={<Link to="/">{say(frameWords.backHome)}</Link>} />
    </div>
  )
}

/** As browsers say that a part of the page did not come. */
const isUnread = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|module script|preload css/i.test(error.message)

/** What could not be drawn; a page that did not come because the server was away is fetched once it is back. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const { say } = useSpeech()
  const unread = isUnread(error)
  useReloadOnceBack(unread)
  return (
    <div className="lost">
      <PageTitle title={say(frameWords.broken)} />
      <ErrorPanel
        error={unread ? new RequestFailure('offline', 0) : error}
        onRetry={unread ? () => window.location.reload() : reset}
      />
    </div>
  )
}

const memory = 'zhiren.reloaded'
const [patience, apart] = [3_000, 60_000]

/** Asks until the server answers, then loads the page anew: once a minute at most, should it not be for want of a server. */
function useReloadOnceBack(isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted || Date.now() - Number(sessionStorage.getItem(memory) ?? 0) < apart) return
    const reload = () => {
      sessionStorage.setItem(memory, String(Date.now()))
      window.location.reload()
    }
    const ask = () =>
      read('/session').then(reload, (failure: unknown) => {
        if (failure instanceof RequestFailure && failure.kind !== 'offline') reload()
      })
    const timer = setInterval(() => void ask(), patience)
    return () => clearInterval(timer)
  }, [isWanted])
}
