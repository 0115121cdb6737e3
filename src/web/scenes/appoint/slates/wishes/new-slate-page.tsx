import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { SlateChoices, SlateShape } from '#server/contract/index.ts'
import { valueOf } from '../../../../client/search.ts'
import { slateChoicesQuery, slateQuery, slatesQuery } from '../../../../client/slate-queries.ts'
import { month } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { slateWords } from '../../../../language/words/slate.ts'
import { wishWords } from '../../../../language/words/slates.ts'
import { PageTitle } from '../../../../parts/page-title.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../../parts/states.tsx'
import { freeName, nextName } from '../../slate/relock.ts'
import { slateName } from '../../slate/slate-name.ts'
import { draftFrom, draftOf } from './draft.ts'
import type { LockSeat } from './locks-part.tsx'
import { WishForm } from './wish-form.tsx'
import './wishes.css'

/** What a slate is asked for; `?from=` takes up a saved one. */
export function NewSlatePage() {
  const { say } = useSpeech()
  const from = valueOf(useSearch({ from: '/office/slates/new' }), 'from')
  const choices = useQuery(slateChoicesQuery)
  const saved = useQuery({ ...slateQuery(from ?? ''), enabled: from !== undefined })
  const slates = useQuery(slatesQuery)
  const failed = choices.error ?? saved.error ?? slates.error
  return (
    <>
      <PageTitle
        title={say(from === undefined ? wishWords.title : wishWords.again)}
        note={saved.data ? say(wishWords.fromNote, { name: slateName(saved.data.name, say) }) : say(wishWords.note)}
        aside={<Link to="/slates">{say(slateWords.back)}</Link>}
      />
      {failed && (
        <ErrorPanel
          error={failed}
          onRetry={() => {
            void choices.refetch()
            void slates.refetch()
            if (from !== undefined) void saved.refetch()
          }}
        />
      )}
      {!failed && (choices.isPending || saved.isLoading || slates.isPending) && <SkeletonRows rows={12} height={48} />}
      {choices.data && slates.data && (from === undefined || saved.data) && (
        <Begun choices={choices.data} saved={saved.data} taken={slates.data.slates.map(({ name }) => name)} />
      )}
    </>
  )
}

interface BegunProps {
  readonly choices: SlateChoices
  readonly saved: SlateShape | undefined
  /** Names that saved slates have. */
  readonly taken: readonly string[]
}

function Begun({ choices, saved, taken }: BegunProps) {
  const { say } = useSpeech()
  if (choices.vacancies.length === 0) {
    return (
      <div className="sheet">
        <EmptyState
          why={say(wishWords.noVacancies)}
          next={
            <Link to="/vacancies" search={{ view: 'board' }}>
              {say(wishWords.noVacanciesNext)}
            </Link>
          }
        />
      </div>
    )
  }
  const name = saved ? nextName(saved.name) : say(wishWords.defaultName, { month: month(choices.asOf) })
  const free = freeName(name, taken)
  const initial = saved ? draftFrom(saved, choices, free) : draftOf(choices, free)
  return (
    <WishForm
      key={saved?.slateId ?? 'new'}
      choices={choices}
      initial={initial}
      seats={seatsOf(choices, saved)}
      basedOn={saved?.slateId}
    />
  )
}

/** Seats that a lock can name: the vacancies, and those that the saved plans move people to. */
function seatsOf({ vacancies }: SlateChoices, saved: SlateShape | undefined): LockSeat[] {
  const seats = [...vacancies, ...(saved?.plans ?? []).flatMap(({ moves }) => moves.map(({ to }) => to))]
  const names = new Map(seats.map(({ positionId, unitName, title }) => [positionId, `${unitName} ${title}`]))
  return [...names].map(([positionId, name]) => ({ positionId, name }))
}
