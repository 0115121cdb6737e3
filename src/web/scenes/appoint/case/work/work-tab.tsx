import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CaseDetail } from '#server/contract/index.ts'
import { caseQuery } from '../../../../client/case-queries.ts'
import { valueOf } from '../../../../client/search.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { caseWords as words } from '../../../../language/words/cases.ts'
import { Panel } from '../../../../parts/panel.tsx'
import { ErrorPanel } from '../../../../parts/states.tsx'
import { useCaseSearch } from '../use-case-search.ts'
import type { Wanted } from '../wanted.ts'
import { Deadlines } from './deadlines.tsx'
import { FactsForm } from './facts-form.tsx'
import { GatePanel } from './gate-panel.tsx'
import { useDraft } from './use-draft.ts'
import { useSaving } from './use-saving.ts'

/** Where people vote. */
const stagesWithBallot: ReadonlySet<string> = new Set(['recommendation', 'decision'])

/** The work of the present stage: its facts on the left, its gate on the right. */
export function WorkTab({ detail }: { detail: CaseDetail }) {
  const { say } = useSpeech()
  const [search, change] = useCaseSearch()
  const [on, setOn] = useState<string>()
  const [wanted, setWanted] = useState<Wanted>()
  const [typed, onType] = useDraft(detail.caseId)
  const saving = useSaving(detail, typed, onType)
  const asked = useQuery({
    ...caseQuery(detail.caseId, on),
    placeholderData: keepPreviousData,
    enabled: on !== undefined,
  })
  const atGate = on === undefined ? detail : (asked.data ?? detail)
  const shown = detail.path.find(({ stage }) => stage === valueOf(search, 'stage'))?.stage ?? detail.stage
  const step = detail.path.find(({ stage }) => stage === shown)
  const show = (stage: string) => change({ stage: stage === detail.stage ? '' : stage })
  const want = (next: Wanted) => {
    const field = detail.fields.find(({ name }) => name === next.name)
    if (field && field.stage !== shown) show(field.stage)
    setWanted(next)
  }
  return (
    <div className="case-work">
      <div className="case-column">
        <Panel
          title={say(words.factsOf, { stage: step?.title ?? detail.stageTitle })}
          note={
            stagesWithBallot.has(shown) &&
            detail.standing === 'open' && (
              <Link to="/ballots/new" search={{ caseId: detail.caseId }}>
                {say(words.ballot)}
              </Link>
            )
          }
          aside={
            <label className="case-stage-choice act-fields">
              <span className="out-of-sight">{say(words.otherStage)}</span>
              <select value={shown} onChange={({ target }) => show(target.value)}>
                {detail.path
                  .filter(({ state }) => state !== 'left-out')
                  .map(({ stage, title }) => (
                    <option key={stage} value={stage}>
                      {say(title)}
                    </option>
                  ))}
              </select>
            </label>
          }
          flush
        >
          <FactsForm
            key={shown}
            detail={detail}
            fields={detail.fields.filter(({ stage }) => stage === shown)}
            typed={typed}
            saving={saving}
            wanted={wanted}
            onType={onType}
          />
        </Panel>
        <Deadlines detail={detail} />
      </div>
      <div className="case-column" aria-busy={asked.isFetching}>
        {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
        <GatePanel
          detail={atGate}
          on={on ?? detail.today}
          onDay={setOn}
          isDrafted={Object.keys(typed.draft).length > 0}
          onWant={want}
        />
      </div>
    </div>
  )
}
