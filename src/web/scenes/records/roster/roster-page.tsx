import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useCallback, useRef, useState } from 'react'
import { rosterChoicesQuery } from '../../../client/queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { conditionWords } from '../../../language/words/conditions.ts'
import { rosterWords } from '../../../language/words/roster.ts'
import '../../../parts/buttons.css'
import { WordsField } from '../../../parts/words-field.tsx'
import { FilterSentence } from './filter-sentence.tsx'
import { type Notice, NoticeLine } from './notice-line.tsx'
import { PrintedRoster } from './printed-roster.tsx'
import './roster.css'
import { RosterTable } from './roster-table.tsx'
import { RosterTitle } from './roster-title.tsx'
import { SortWord } from './sort-word.tsx'
import { Statistics } from './statistics-beside.tsx'
import { usePrinting } from './use-printing.ts'
import { useOpenView, useShow, useShown } from './use-shown.ts'
import { columnsText, type Look, withSort } from './view.ts'
import { type TellBeyond, ViewLine } from './view-line.tsx'

/** The roster: everybody whom the sentence lists, one row each; the whole view is in the address. */
export function RosterPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/cadres' })
  const view = useOpenView(search)
  const show = useShow()
  const shown = useShown(search, view.open)
  const { look, sort, filter, query, page } = shown
  const printing = usePrinting(query, page.data)
  const beyond = useRef<TellBeyond>(null)
  const [notice, setNotice] = useState<Notice>()
  const [exporting, setExporting] = useState(false)
  const offered = useQuery(rosterChoicesQuery).data
  const isCounting = page.isPlaceholderData || !page.data
  const title = view.open?.name ?? say(rosterWords.title)
  const set = useCallback((part: Search) => show({ ...search, ...part }, true), [show, search])
  const tellBeyond = useCallback<TellBeyond>((columns) => beyond.current?.(columns), [])
  const setColumns = useCallback((columns: Look['columns']) => set({ columns: columnsText(columns) }), [set])
  return (
    <div className="roster">
      <RosterTitle
        found={page.data}
        look={look}
        filter={filter as Search}
        onColumns={setColumns}
        onDensity={(density) => set({ density })}
        onExport={() => setExporting(true)}
        onPrint={printing.print}
      />
      <ViewLine {...view} search={search} look={look} beyond={beyond} onShow={show} onNotice={setNotice} />
      <div className="roster-controls">
        <WordsField
          label={say(rosterWords.searchLabel)}
          hint={say(rosterWords.search)}
          value={valueOf(search, 'q') ?? ''}
          onChange={(q) => set({ q })}
        />
        <FilterSentence
          search={search}
          offered={offered}
          sortedBy={<SortWord keys={sort} onSort={(keys) => show(withSort(search, keys))} />}
          count={
            isCounting
              ? say(conditionWords.counting)
              : say(conditionWords.people, { count: count(page.data?.total ?? 0) })
          }
          onChange={show}
        />
      </div>
      <div className={search['panel'] === 'off' ? 'roster-body folded' : 'roster-body'} aria-busy={isCounting}>
        <div className="roster-table">
          <RosterTable
            shown={shown}
            search={search}
            offered={offered}
            isSettled={view.isSettled}
            title={title}
            exporting={exporting}
            onExporting={setExporting}
            onShow={show}
            onSort={(keys) => show(withSort(search, keys))}
            onColumns={setColumns}
            onBeyond={tellBeyond}
            onNotice={setNotice}
          />
        </div>
        <Statistics filter={filter} search={search} onShow={show} />
      </div>
      {notice && <NoticeLine notice={notice} onGone={() => setNotice(undefined)} />}
      {printing.page && (
        <PrintedRoster page={printing.page} title={title} columns={look.columns} search={search} offered={offered} />
      )}
    </div>
  )
}
