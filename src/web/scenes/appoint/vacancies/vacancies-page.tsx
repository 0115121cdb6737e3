import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { vacanciesQuery } from '../../../client/queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { vacanciesWords } from '../../../language/words/appoint.ts'
import { seatsWords } from '../../../language/words/seats.ts'
import { ListViews } from '../../../parts/list-views.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { SeatsBoard } from './board/seats-board.tsx'
import { VacancyList } from './vacancy-list.tsx'
import './vacancies.css'

/** Vacant seats with how the comparison came out; and beside them the board of all seats that ask for something. */
export function VacanciesPage() {
  const { say } = useSpeech()
  const search: Search = useSearch({ from: '/office/vacancies' })
  const isBoard = valueOf(search, 'view') === 'board'
  const list = useQuery(vacanciesQuery).data?.vacancies
  return (
    <>
      <PageTitle
        title={say(vacanciesWords.title)}
        note={list && say(vacanciesWords.count, { total: count(list.length) })}
        views={
          <ListViews
            label={seatsWords.views}
            views={[
              { label: seatsWords.list, search: {}, isHere: !isBoard },
              { label: seatsWords.board, search: { view: 'board' }, isHere: isBoard },
            ]}
          />
        }
      />
      {isBoard ? <SeatsBoard search={search} /> : <VacancyList />}
    </>
  )
}
