import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { CaseDetail, CasePapers } from '#server/contract/index.ts'
import { casePapersQuery, fileGateFindings } from '../../../../client/case-queries.ts'
import { valueOf } from '../../../../client/search.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { caseWords as words } from '../../../../language/words/cases.ts'
import { Panel } from '../../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../../parts/states.tsx'
import { useCaseSearch } from '../use-case-search.ts'
import { PaperTable } from './paper-table.tsx'
import { UploadForm } from './upload-form.tsx'

/** The papers of the case by stage; what this place asks for and the file does not hold comes first. */
export function PapersTab({ detail }: { detail: CaseDetail }) {
  const { say } = useSpeech()
  const asked = useQuery(casePapersQuery(detail.caseId))
  const queries = useQueryClient()
  const filing = useMutation({
    mutationFn: () => fileGateFindings(detail.caseId),
    onSettled: () => queries.invalidateQueries({ queryKey: casePapersQuery(detail.caseId).queryKey }),
  })
  if (asked.isError) return <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <SkeletonRows rows={8} height={46} />
  const { papers } = asked.data
  const present = papers.filter(({ isPresent }) => isPresent)
  const stages = [...detail.path.map(({ stage }) => stage), null]
  return (
    <div className="case-work">
      <div className="case-column">
        <Panel
          title={say(words.papers)}
          note={say(words.paperCount, { count: present.length })}
          aside={
            <button type="button" className="plain-button" disabled={filing.isPending} onClick={() => filing.mutate()}>
              {say(words.fileGate)}
            </button>
          }
          flush
        >
          {filing.isError && <ErrorPanel error={filing.error} what={say(words.notFiled)} />}
          {papers.length === 0 && <EmptyState why={say(words.noPapers)} next={say(words.noPapersNext)} />}
          {stages.map((stage) => {
            const here = papers.filter((paper) => paper.stage === stage)
            if (here.length === 0) return null
            const title = detail.path.find((step) => step.stage === stage)?.title ?? words.anyStage
            return <PaperTable key={stage ?? ''} title={say(title)} papers={here} detail={detail} />
          })}
        </Panel>
      </div>
      <div className="case-column">
        <Missing detail={detail} papers={asked.data} />
        <UploadForm detail={detail} papers={asked.data} />
      </div>
    </div>
  )
}

function Missing({ detail, papers }: { detail: CaseDetail; papers: CasePapers }) {
  const { say } = useSpeech()
  const [search, change] = useCaseSearch()
  if (papers.missing.length === 0) return null
  const chosen = `${valueOf(search, 'kind')} ${valueOf(search, 'about') ?? ''}`
  return (
    <Panel title={say(words.missing)} note={say(words.missingNote, { count: papers.missing.length })} flush>
      <ul className="case-missing">
        {papers.missing.map(({ kind, stage, cadreId }) => (
          <li key={`${kind} ${cadreId}`} aria-current={chosen === `${kind} ${cadreId ?? ''}`}>
            <span className="hatch" aria-hidden="true" />
            <span>
              {say(labelOf('paperKind', kind))}{' '}
              <span className="second">
                {[
                  detail.people.find((person) => person.cadreId === cadreId)?.name,
                  stage &&
                    say(detail.path.find((step) => step.stage === stage)?.title ?? labelOf('processStage', stage)),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <button
              type="button"
              className="plain-button"
              onClick={() => {
                change({ kind, about: cadreId ?? '' })
                document.getElementById('case-paper-file')?.focus()
              }}
            >
              {say(words.fileThis)}
              <span className="out-of-sight"> {say(labelOf('paperKind', kind))}</span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
