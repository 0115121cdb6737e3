import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Text } from '#domain/text.ts'
import type { AskedPage as Asked } from '#server/contract/index.ts'
import { askedQuery } from '../../../client/incentive-queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { frameWords } from '../../../language/words/frame.ts'
import { incentiveWords as words } from '../../../language/words/incentives.ts'
import '../../../parts/buttons.css'
import { FindingItem } from '../../../parts/finding-item.tsx'
import { OpenMatterDialog } from '../../../parts/matter/open-matter-dialog.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { PageViews } from '../../../parts/page-views.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import './incentives.css'
import { MattersOfKind } from './matters-of-kind.tsx'

interface About {
  readonly kind: 'fitness' | 'tolerance'
  readonly title: Text
  readonly note: Text
  readonly none: Text
  readonly noneNext: Text
  readonly verb: Text
}

export const FitnessPage = () => (
  <AskedPage
    kind="fitness"
    title={words.fitness}
    note={words.fitnessNote}
    none={words.noFitness}
    noneNext={words.noFitnessNext}
    verb={words.takeUp}
  />
)

export const TolerancePage = () => (
  <AskedPage
    kind="tolerance"
    title={words.tolerance}
    note={words.toleranceNote}
    none={words.noTolerance}
    noneNext={words.noToleranceNext}
    verb={words.applyTolerance}
  />
)

const pageSize = 20

/** Whom the rules ask people to look at, with the grounds, and what has been taken up. */
function AskedPage({ kind, title, note, none, noneNext, verb }: About) {
  const { say } = useSpeech()
  const search: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const list = useQuery(askedQuery(kind, { offset, limit: pageSize }))
  const [taken, setTaken] = useState<Asked['people'][number] | undefined>()
  return (
    <>
      <PageTitle
        title={say(title)}
        note={list.data && say(words.people, { total: count(list.data.total) })}
        views={<PageViews of="/fitness" />}
      />
      <div className="incentive-stack">
        <MattersOfKind kind={kind} />
        <Panel title={say(words.toLookAt)} note={say(note)} flush>
          {list.isError && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
          {list.isPending && <SkeletonRows rows={6} height={60} />}
          {list.data?.total === 0 && <EmptyState why={say(none)} next={say(noneNext)} />}
          <ul className="asked">
            {list.data?.people.map((person) => (
              <li key={person.cadreId}>
                <div className="asked-person">
                  <Link to="/cadres/$cadreId" params={{ cadreId: person.cadreId }}>
                    {person.name}
                  </Link>
                  <small>{person.post}</small>
                  <button type="button" className="plain-button" onClick={() => setTaken(person)}>
                    {say(verb)}
                  </button>
                </div>
                <ul className="findings">
                  {person.findings.map((finding) => (
                    <FindingItem
                      key={finding.rule}
                      finding={finding}
                      after={<Questions asked={finding.questions ?? []} />}
                    />
                  ))}
                </ul>
              </li>
            ))}
          </ul>
          {list.data && (
            <Pager
              offset={offset}
              size={pageSize}
              total={list.data.total}
              onMove={(next) => void navigate({ to: `/${kind}`, search: { offset: String(next) } })}
            />
          )}
        </Panel>
      </div>
      {taken && (
        <OpenMatterDialog
          kind={kind}
          cadre={{ id: taken.cadreId, name: taken.name }}
          reason={taken.findings
            .flatMap(({ reasons }) => reasons.map((reason) => say(reason)))
            .join(say(frameWords.semicolon))}
          origin={{
            source: taken.findings.map(({ rule }) => rule).join(' '),
            says: taken.findings[0]?.basis.title ?? title,
          }}
          onClose={() => setTaken(undefined)}
        />
      )}
    </>
  )
}

function Questions({ asked }: { readonly asked: readonly Text[] }) {
  const { say } = useSpeech()
  return (
    <>
      {asked.map((question) => (
        <p key={question.zh} className="second">
          {say(question)}
        </p>
      ))}
    </>
  )
}
