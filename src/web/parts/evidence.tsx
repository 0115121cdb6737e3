import { useId, useState } from 'react'
import { labelOfTable } from '#domain/lexicon/facts.ts'
import { useSpeech } from '../language/language.tsx'
import { frameWords } from '../language/words/frame.ts'
import './evidence.css'

/** What an evidence id refers to, in words, where the page already holds the row. */
export type Recall = (id: string) => string | undefined

/** The number of records an answer rests on; it opens them. */
export function EvidenceLink({ evidence, recall }: { evidence: readonly string[]; recall?: Recall }) {
  const { say } = useSpeech()
  const [open, setOpen] = useState(false)
  const list = useId()
  if (evidence.length === 0) return null
  return (
    <div className="evidence">
      <button
        type="button"
        className="plain-button"
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
      >
        {say(frameWords.evidenceCount, { count: evidence.length })}
      </button>
      <ul id={list} hidden={!open}>
        {evidence.map((id) => (
          <li key={id}>
            <span>{say(labelOfTable(id.split('/')[0] ?? id))}</span> {recall?.(id) ?? id.slice(id.indexOf('/') + 1)}
          </li>
        ))}
      </ul>
    </div>
  )
}
