import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useSpeech } from '../../../language/language.tsx'
import { rosterViewWords as words } from '../../../language/words/roster-views.ts'
import { whyOf } from '../../../parts/states.tsx'

/** What has just been done, and how it is taken back. */
export interface Notice {
  readonly text: string
  undo?(): Promise<unknown>
}

const stays = 15_000

/** One line at the foot of the page; what can be taken back is taken back from here. */
export function NoticeLine({ notice, onGone }: { notice: Notice; onGone(): void }) {
  const { say } = useSpeech()
  const undoing = useMutation({ mutationFn: async () => notice.undo?.(), onSuccess: onGone })
  // biome-ignore lint/correctness/useExhaustiveDependencies: every notice has its own time
  useEffect(() => {
    const timer = setTimeout(onGone, stays)
    return () => clearTimeout(timer)
  }, [notice, onGone])
  return (
    <div className="notice-line" role="status">
      {undoing.isError ? say(words.notSaved, { why: whyOf(undoing.error, say) }) : notice.text}{' '}
      {notice.undo && (
        <button type="button" className="plain-button" disabled={undoing.isPending} onClick={() => undoing.mutate()}>
          {say(words.undo)}
        </button>
      )}
    </div>
  )
}
