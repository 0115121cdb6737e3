import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import type { OfficePaper, PaperChoices, PaperRequest } from '#server/contract/index.ts'
import { paperChoicesQuery, paperPreviewQuery } from '../../../client/paper-queries.ts'
import { valueOf } from '../../../client/search.ts'
import { useSpeech } from '../../../language/language.tsx'
import { paperWords } from '../../../language/words/papers.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import { PageViews } from '../../../parts/page-views.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { PaperSheet } from '../../../parts/paper-sheet.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { TakeOut } from '../../../parts/take-out.tsx'
import { PaperFields, type Wording } from './paper-fields.tsx'
import { beginSource, type Source, SourcePart, sourceOf } from './source-part.tsx'
import './papers.css'

/** Papers of meetings and offices: which, about whom, how it looks, and out. */
export function PapersPage() {
  const { say } = useSpeech()
  const choices = useQuery(paperChoicesQuery)
  return (
    <>
      <PageTitle title={say(paperWords.title)} note={say(paperWords.note)} views={<PageViews of="/papers" />} />
      {choices.isError && <ErrorPanel error={choices.error} onRetry={() => void choices.refetch()} />}
      {choices.isPending && <SkeletonRows rows={12} height={36} />}
      {choices.data && <Papers choices={choices.data} />}
    </>
  )
}

function Papers({ choices }: { choices: PaperChoices }) {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/papers' })
  const [paper, setPaper] = useState<OfficePaper>(
    () => choices.papers.find(({ kind }) => kind === valueOf(search, 'paper'))?.kind ?? 'discussion-list',
  )
  const [source, setSource] = useState<Source>(() => beginSource(search))
  const [wording, setWording] = useState<Wording>({
    title: '',
    month: choices.asOf.slice(0, 7),
    copies: 1,
    third: 'abstain',
  })
  const wanted = sourceOf(source, paper)
  const { title, ...rest } = wording
  const order: Partial<PaperRequest> | undefined = wanted && {
    paper,
    source: wanted,
    ...rest,
    ...(title.trim() === '' ? {} : { title: title.trim() }),
  }
  return (
    <div className="papers">
      <div className="papers-column">
        <Panel title={say(paperWords.paper)}>
          <PaperFields choices={choices} paper={paper} wording={wording} onPaper={setPaper} onWording={setWording} />
        </Panel>
        <Panel title={say(paperWords.from)}>
          <SourcePart choices={choices} paper={paper} source={source} onChange={setSource} />
        </Panel>
        <Panel title={say(paperWords.takeOut)}>
          <TakeOut path="/papers/file" formats={['pdf', 'xlsx']} order={order} />
        </Panel>
      </div>
      <Preview order={order} />
    </div>
  )
}

function Preview({ order }: { order: Partial<PaperRequest> | undefined }) {
  const { say } = useSpeech()
  const asked = useDeferredValue(order)
  const preview = useQuery({ ...paperPreviewQuery({ ...asked, copies: 1 }), enabled: asked !== undefined })
  const seen = asked === undefined ? undefined : preview.data
  return (
    <Panel
      title={say(paperWords.preview)}
      note={seen && seen.people > 0 ? say(paperWords.previewOf, { count: seen.people }) : undefined}
      flush
    >
      {asked === undefined && <EmptyState why={say(paperWords.nobody)} next={say(paperWords.nobodyNext)} />}
      {asked !== undefined && preview.isError && <ErrorPanel error={preview.error} />}
      {asked !== undefined && preview.isPending && <SkeletonRows rows={10} height={28} />}
      {!preview.isError && seen && <PaperSheet paper={seen} stale={preview.isPlaceholderData} />}
    </Panel>
  )
}
