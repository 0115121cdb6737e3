import { type ErrorComponentProps, Link } from '@tanstack/react-router'
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

export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const { say } = useSpeech()
  return (
    <div className="lost">
      <PageTitle title={say(frameWords.broken)} />
      <ErrorPanel error={error} onRetry={reset} />
    </div>
  )
}
