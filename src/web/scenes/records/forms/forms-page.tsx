import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { FormOrderShape } from '#server/contract/index.ts'
import { formBatchesQuery, makeForms } from '../../../client/form-queries.ts'
import { rosterPageQuery } from '../../../client/queries.ts'
import { valuesOf } from '../../../client/search.ts'
import { useSpeech } from '../../../language/language.tsx'
import { formBatchWords } from '../../../language/words/forms.ts'
import { takeOutWords } from '../../../language/words/papers.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import { PageViews } from '../../../parts/page-views.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { filterOf } from '../roster/clauses.ts'
import { BatchItem } from './batch-item.tsx'
import { type Chosen, PeoplePart } from './people-part.tsx'
import { beginSettings, type FormSettings, SettingsPart } from './settings-part.tsx'
import './forms.css'

/** The forms of many people: who, how, what for; and what has been made. */
export function FormsPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/forms' })
  const filter = useMemo(() => filterOf(search), [search])
  const inRoster = useQuery(rosterPageQuery(filter, 0, 1)).data?.total
  const named = valuesOf(search, 'cadres')
  const [chosen, setChosen] = useState<Chosen>({ by: named.length > 0 ? 'list' : 'filter', list: named })
  const [settings, setSettings] = useState<FormSettings>(beginSettings)
  const count = chosen.by === 'filter' ? (inRoster ?? 0) : chosen.list.length
  const people = chosen.by === 'filter' ? { filter } : { cadreIds: [...chosen.list] }
  return (
    <>
      <PageTitle title={say(formBatchWords.menu)} note={say(formBatchWords.note)} views={<PageViews of="/papers" />} />
      <div className="forms">
        <div className="forms-column">
          <Panel title={say(formBatchWords.who)} aside={say(formBatchWords.people, { count })}>
            <PeoplePart chosen={chosen} search={search} onChange={setChosen} />
          </Panel>
          <Panel title={say(formBatchWords.how)} note={say(formBatchWords.emptyNote)}>
            <SettingsPart settings={settings} onChange={setSettings} />
            <Make count={count} settings={settings} people={people as FormOrderShape['people']} />
          </Panel>
        </div>
        <Batches />
      </div>
    </>
  )
}

interface MakeProps {
  readonly count: number
  readonly settings: FormSettings
  readonly people: FormOrderShape['people']
}

function Make({ count, settings, people }: MakeProps) {
  const { say } = useSpeech()
  const client = useQueryClient()
  const [missing, setMissing] = useState(false)
  const making = useMutation({
    mutationFn: () => makeForms({ people, ...told(settings) }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['forms'] }),
  })
  const make = () => {
    const isMissing = Array.from(settings.purpose.trim()).length < 2
    setMissing(isMissing)
    if (!isMissing) making.mutate()
  }
  return (
    <div className="forms-list">
      {missing && <p role="alert">{say(takeOutWords.purposeMissing)}</p>}
      <button
        type="button"
        className="main-button"
        disabled={count === 0 || settings.formats.length === 0 || making.isPending}
        onClick={make}
      >
        {say(formBatchWords.make)}
      </button>
      {making.isError && <ErrorPanel error={making.error} what={say(formBatchWords.failed)} />}
    </div>
  )
}

/** What is left empty is not sent. */
const told = ({ formats, purpose, edition, ...texts }: FormSettings) => ({
  ...{ formats: [...formats], purpose, edition },
  ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== '')),
})

function Batches() {
  const { say } = useSpeech()
  const batches = useQuery(formBatchesQuery)
  return (
    <Panel title={say(formBatchWords.batches)} note={say(formBatchWords.batchesNote)} flush>
      {batches.isError && <ErrorPanel error={batches.error} onRetry={() => void batches.refetch()} />}
      {batches.isPending && <SkeletonRows rows={4} height={48} />}
      {batches.data?.batches.length === 0 && (
        <EmptyState why={say(formBatchWords.none)} next={say(formBatchWords.noneNext)} />
      )}
      <ul>
        {batches.data?.batches.map((batch) => (
          <BatchItem key={batch.batchId} batch={batch} />
        ))}
      </ul>
    </Panel>
  )
}
