import { useState } from 'react'
import type { ImportDetail, ImportProblem } from '#server/contract/index.ts'
import { problemSheet } from '../../../client/import-queries.ts'
import { count } from '../../../language/format.ts'
import { type Say, useSpeech } from '../../../language/language.tsx'
import { importWords as words } from '../../../language/words/imports.ts'
import { Panel } from '../../../parts/panel.tsx'

const shownFirst = 5

/** What was wrong with the files: problems first, and all of it as a sheet to take along. */
export function Findings({ found }: { found: ImportDetail }) {
  const { say, language } = useSpeech()
  const [isWhole, setIsWhole] = useState(false)
  const sorted = [...found.findings].sort((a, b) => Number(a.isNotice) - Number(b.isNotice))
  const shown = isWhole ? sorted : sorted.slice(0, shownFirst)
  const notices = sorted.filter(({ isNotice }) => isNotice).length
  return (
    <Panel
      title={say(words.findings)}
      note={say(words.findingsCount, { problems: count(sorted.length - notices), notices: count(notices) })}
      aside={
        <a href={problemSheet(found.importId, language)} download>
          {say(words.sheet)}
        </a>
      }
      className="import-findings"
    >
      <ProblemList problems={shown} />
      {!isWhole && sorted.length > shownFirst && (
        <button type="button" className="plain-button" onClick={() => setIsWhole(true)}>
          {say(words.showAll)}
        </button>
      )}
    </Panel>
  )
}

export function ProblemList({ problems }: { problems: readonly ImportProblem[] }) {
  const { say } = useSpeech()
  return (
    <ul className="import-problems">
      {problems.map((problem) => (
        <li key={JSON.stringify(problem)} className={problem.isNotice ? 'quiet' : ''}>
          <span className="second">
            {placeOf(problem, say)} {problem.column}
          </span>
          <br />
          {say(problem.message)} <span className="second">{say(problem.mend)}</span>
        </li>
      ))}
    </ul>
  )
}

function placeOf({ file, sheet, row }: ImportProblem, say: Say): string {
  const within = sheet === null ? (file ?? '') : say(words.ofSheet, { file: file ?? '', sheet })
  return row === null ? within : say(words.place, { file: within, row })
}
