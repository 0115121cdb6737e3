import { labelOf } from '#domain/lexicon/terms.ts'
import type { Verdict } from '#server/contract/index.ts'
import { useSpeech } from '../language/language.tsx'
import './verdict-mark.css'

/** The four shapes; each is told from the others without colour. */
const shapes: Record<Verdict, React.ReactNode> = {
  met: (
    <g fill="none" stroke="currentColor" strokeWidth="1.2" strokeLinecap="round" strokeLinejoin="round">
      <circle cx="7" cy="7" r="6" />
      <path d="M4.4 7.2 6.3 9l3.4-3.9" />
    </g>
  ),
  unmet: (
    <>
      <rect x="1" y="1" width="12" height="12" rx="1.5" fill="currentColor" />
      <path d="m4.4 4.4 5.2 5.2m0-5.2-5.2 5.2" stroke="var(--paper)" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  unknown: (
    <g fill="none" stroke="currentColor">
      <circle cx="7" cy="7" r="6" strokeWidth="1.2" strokeDasharray="2.2 1.57" />
      <path d="M3.6 8.6 8.6 3.6M3.9 11.1 11.1 3.9M6.6 11.2 11.2 6.6" strokeWidth="0.9" />
    </g>
  ),
  discretion: (
    <g stroke="currentColor" strokeWidth="1.2" strokeLinejoin="round">
      <path d="M7 .9 13.1 7 7 13.1.9 7z" fill="none" />
      <path d="M7 .9V13.1L.9 7z" fill="currentColor" />
    </g>
  ),
}

export function VerdictShape({ verdict, size = 14 }: { verdict: Verdict; size?: number }) {
  return (
    <svg className="verdict-shape" width={size} height={size} viewBox="0 0 14 14" aria-hidden="true">
      {shapes[verdict]}
    </svg>
  )
}

/** Mark and word together: a verdict is never said by colour alone. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { say } = useSpeech()
  return (
    <span className={`verdict ${verdict}`}>
      <VerdictShape verdict={verdict} />
      {say(labelOf('verdict', verdict))}
    </span>
  )
}
