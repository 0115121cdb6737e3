import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { NoticeList } from '#server/contract/index.ts'
import { markNoticesRead, noticesQuery } from '../client/frame-queries.ts'
import { count, minute } from '../language/format.ts'
import { useSpeech } from '../language/language.tsx'
import { noticeSays, noticeWords as words } from '../language/words/notices.ts'
import { Sign } from './menu.tsx'
import type { Address } from './menu-entries.tsx'
import { Popout } from './popout.tsx'
import './notices.css'

/** What others did that concerns this account; opening the list marks it as read. */
export function Notices() {
  const { say } = useSpeech()
  const list = useQuery(noticesQuery).data
  const unread = list?.unread ?? 0
  return (
    <Popout
      className="sign-button notices"
      label={unread > 0 ? say(words.unread, { count: count(unread) }) : say(words.menu)}
      button={
        <>
          <Sign>
            <path d="M8 2a4 4 0 0 0-4 4v3l-1.500 2.500h11L12 9V6a4 4 0 0 0-4-4Zm-1.500 9.500a1.500 1.500 0 0 0 3 0" />
          </Sign>
          {unread > 0 && <b>{count(unread)}</b>}
        </>
      }
    >
      {() => <List list={list} />}
    </Popout>
  )
}

function List({ list }: { list: NoticeList | undefined }) {
  const { say } = useSpeech()
  const client = useQueryClient()
  const { mutate: markRead } = useMutation({ mutationFn: markNoticesRead })
  const newest = list?.unread ? list.notices[0]?.at : undefined
  useEffect(() => {
    if (newest === undefined) return
    markRead(newest)
    // What is new stays marked until the list is shut.
    return () => {
      client.setQueryData(
        noticesQuery.queryKey,
        (old) => old && { unread: 0, notices: old.notices.map((one) => ({ ...one, isNew: false })) },
      )
    }
  }, [client, markRead, newest])
  if (!list || list.notices.length === 0) return <p className="notices-none">{say(words.none)}</p>
  return (
    <>
      <p className="notices-note">{say(words.note)}</p>
      <ul>
        {list.notices.map(({ id, kind, at, by, title, to, isNew }) => (
          <li key={id}>
            <Link to={to as Address}>
              <span data-new={isNew || undefined}>
                {isNew && <span className="out-of-sight">{say(words.isNew)} </span>}
                {say(noticeSays[kind], { title: title ?? '' })}
              </span>
              <small>
                {minute(at)}
                {by && `　${say(by)}`}
              </small>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
