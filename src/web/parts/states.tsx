import { type ReactNode, useEffect, useState } from 'react'
import type { Text } from '#domain/text.ts'
import { type FailureKind, RequestFailure } from '../client/failure.ts'
import { type Say, useSpeech } from '../language/language.tsx'
import { frameWords } from '../language/words/frame.ts'
import './states.css'

const causes: Record<FailureKind, Text> = {
  offline: frameWords.errorOffline,
  'signed-out': frameWords.errorSignedOut,
  forbidden: frameWords.errorForbidden,
  missing: frameWords.errorMissing,
  refused: frameWords.errorServer,
  broken: frameWords.errorServer,
}

const failureOf = (error: unknown): RequestFailure =>
  error instanceof RequestFailure ? error : new RequestFailure('broken', 0)

/** Why there is no result and how to go on, as the server said it, else in our own words. */
export function whyOf(error: unknown, say: Say): string {
  const { said, kind, status } = failureOf(error)
  return said ? `${say(said.message)} ${say(said.mend)}` : say(causes[kind], { status })
}

interface ErrorPanelProps {
  readonly error: unknown
  /** What did not succeed, where it is not that something was read. */
  readonly what?: string
  readonly onRetry?: () => void
  /** Another way on, where reading again does not help. */
  readonly onward?: ReactNode
}

/** Says what was not read, why, and how to go on; what the server said takes the place of our own words. */
export function ErrorPanel({ error, what, onRetry, onward }: ErrorPanelProps) {
  const { say } = useSpeech()
  const incident = failureOf(error).said?.incident
  return (
    <div className="error-panel" role="alert">
      <p className="error-what">{what ?? say(frameWords.errorWhere)}</p>
      <p>
        {whyOf(error, say)} {incident && <span className="quiet">{incident}</span>}
      </p>
      {(onRetry || onward) && (
        <p className="error-ways">
          {onRetry && (
            <button type="button" className="plain-button" onClick={onRetry}>
              {say(frameWords.retry)}
            </button>
          )}
          {onward}
        </p>
      )}
    </div>
  )
}

/** Why there is nothing here, and what to do next. */
export function EmptyState({ why, next }: { why: string; next?: ReactNode }) {
  return (
    <div className="empty-state">
      <p>{why}</p>
      {next && <div>{next}</div>}
    </div>
  )
}

/** Rows of the height of what will stand here. After two seconds it says what is being read. */
export function SkeletonRows({ rows, height, what }: { rows: number; height: number; what?: string }) {
  const { say } = useSpeech()
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 2000)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="skeleton" role="status">
      <span className={slow ? 'skeleton-word' : 'out-of-sight'}>{what ?? say(frameWords.reading)}</span>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <span key={row} className="skeleton-row" style={{ height }}>
          <span style={{ width: `${58 + ((row * 17) % 36)}%` }} />
        </span>
      ))}
    </div>
  )
}
