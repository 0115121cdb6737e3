import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Dropdown, type MenuProps } from 'antd'
import { useRef, useState } from 'react'
import type { RosterView, SavedRosterView } from '#server/contract/index.ts'
import { homeQuery, rosterPageQuery } from '../../../client/queries.ts'
import { changeView, putAwayView, rosterViewsQuery, setDefaultView } from '../../../client/roster-queries.ts'
import type { Search } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rosterViewWords as words } from '../../../language/words/roster-views.ts'
import { whyOf } from '../../../parts/states.tsx'
import { filterOf } from './clauses.ts'
import type { Notice } from './notice-line.tsx'
import { addressOf } from './view.ts'
import { ViewDialog } from './view-dialog.tsx'
import '../../../parts/tabs.css'

interface ViewTabsProps {
  readonly open: SavedRosterView | undefined
  /** What is shown is no longer what the open view keeps. */
  readonly changed: boolean
  readonly now: RosterView
  onShow(search: Search): void
  onNotice(notice: Notice): void
}

type Asked = 'save' | 'rename'

/** All, then the views that are kept with the number of their people; what is done with a view stands beside it. */
export function ViewTabs({ open, changed, now, onShow, onNotice }: ViewTabsProps) {
  const { say } = useSpeech()
  const list = useQuery(rosterViewsQuery).data
  const views = list?.views.filter(({ view }) => view !== null) ?? []
  const serving = useQuery(homeQuery).data?.counts.serving
  const totals = useQueries({
    queries: views.map(({ view }) => rosterPageQuery(filterOf((view?.query ?? {}) as Search), 0, 1)),
  })
  const [asked, setAsked] = useState<Asked>()
  return (
    <nav className="tabs view-tabs" aria-label={say(words.views)}>
      <Link to="/cadres" search={{ view: 'all' }} {...(open ? {} : { 'aria-current': 'page' })} activeOptions={never}>
        {say(words.all)} <span className="quiet">{serving !== undefined && count(serving)}</span>
      </Link>
      {views.map((one, at) => (
        <Link
          key={one.viewId}
          to="/cadres"
          search={addressOf(one)}
          {...(open?.viewId === one.viewId ? { 'aria-current': 'page' } : {})}
          activeOptions={never}
          title={say(one.shared ? words.sharedBy : words.own, { owner: one.owner })}
        >
          {one.name}
          {open?.viewId === one.viewId && changed && <span className="view-changed"> {say(words.changed)}</span>}{' '}
          <span className="quiet">{totals[at]?.data && count(totals[at].data.total)}</span>
        </Link>
      ))}
      {open && (
        <ViewActs
          view={open}
          isDefault={list?.defaultViewId === open.viewId}
          changed={changed}
          now={now}
          onRename={() => setAsked('rename')}
          onShow={onShow}
          onNotice={onNotice}
        />
      )}
      <button type="button" className="plain-button" onClick={() => setAsked('save')}>
        {say(words.save)}
      </button>
      {asked && (
        <ViewDialog
          renamed={asked === 'rename' ? open : undefined}
          now={now}
          onClose={() => setAsked(undefined)}
          onSaved={(saved) => onShow(addressOf(saved))}
        />
      )}
    </nav>
  )
}

/** The links of views are current by the view that is open, not by their address. */
const never = { exact: true, includeSearch: true, explicitUndefined: true } as const

interface ViewActsProps {
  readonly view: SavedRosterView
  readonly isDefault: boolean
  readonly changed: boolean
  readonly now: RosterView
  onRename(): void
  onShow(search: Search): void
  onNotice(notice: Notice): void
}

function ViewActs({ view, isDefault, changed, now, onRename, onShow, onNotice }: ViewActsProps) {
  const { say } = useSpeech()
  const client = useQueryClient()
  const { viewId, version, name, shared } = view
  const kept = view.view
  const menu = useRef<HTMLButtonElement>(null)
  const reread = () => client.invalidateQueries({ queryKey: rosterViewsQuery.queryKey })
  const acting = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSettled: reread,
    onError: (error) => onNotice({ text: say(words.notSaved, { why: whyOf(error, say) }) }),
  })
  const update = () => acting.mutate(() => changeView(viewId, version, { name, shared, view: now }))
  const putAway = () =>
    acting.mutate(async () => {
      const away = await putAwayView(viewId, version)
      onShow({ view: 'all' })
      onNotice({
        text: say(words.putAwayDone, { name }),
        async undo() {
          if (kept) await changeView(viewId, away.version, { name, shared, view: kept })
          await reread()
          onShow(addressOf(view))
        },
      })
    })
  const items: MenuProps['items'] = [
    ...(view.mayChange
      ? [
          { key: 'rename', label: say(words.rename), onClick: onRename },
          {
            key: 'share',
            label: say(shared ? words.unshare : words.share),
            onClick: () =>
              acting.mutate(() => changeView(viewId, version, { name, shared: !shared, view: kept ?? now })),
          },
        ]
      : []),
    {
      key: 'default',
      label: say(isDefault ? words.undefault : words.makeDefault),
      onClick: () => acting.mutate(() => setDefaultView(isDefault ? null : viewId)),
    },
    ...(view.mayChange ? [{ key: 'away', label: say(words.putAway), onClick: putAway }] : []),
  ]
  return (
    <span className="view-acts">
      {changed && (
        <>
          {view.mayChange && (
            <button type="button" className="plain-button" onClick={update}>
              {say(words.update)}
            </button>
          )}
          <button type="button" className="plain-button" onClick={() => onShow(addressOf(view))}>
            {say(words.restore)}
          </button>
        </>
      )}
      <Dropdown trigger={['click']} menu={{ items, onClick: () => menu.current?.focus() }}>
        <button ref={menu} type="button" className="plain-button" aria-label={say(words.acts, { name })}>
          ⋯
        </button>
      </Dropdown>
    </span>
  )
}
