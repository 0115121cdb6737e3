import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useSpeech } from '../language/language.tsx'
import { frameWords } from '../language/words/frame.ts'
import { Sign, WideMenu } from './menu.tsx'

/** On a phone: the menu comes over the page, and goes when a page is chosen. */
export function MenuDrawer() {
  const { say } = useSpeech()
  const drawer = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
  const { href } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: closes whenever the address changes
  useEffect(() => drawer.current?.close(), [href])
  return (
    <>
      <button
        type="button"
        className="menu-open"
        aria-label={say(frameWords.menu)}
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true)
          drawer.current?.showModal()
        }}
      >
        <Sign>
          <path d="M2 4h12M2 8h12M2 12h12" />
        </Sign>
      </button>
      <dialog
        ref={drawer}
        className="menu-drawer"
        aria-label={say(frameWords.menu)}
        onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
        onClose={() => setOpen(false)}
        onKeyDown={({ key, currentTarget }) => key === 'Escape' && currentTarget.close()}
      >
        {open && (
          <nav className="menu menu-wide" aria-label={say(frameWords.pages)}>
            <button type="button" className="plain-button menu-close" onClick={() => drawer.current?.close()}>
              {say(frameWords.close)}
            </button>
            <WideMenu />
          </nav>
        )}
      </dialog>
    </>
  )
}
