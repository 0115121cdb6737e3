import { Popover } from 'antd'
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react'

interface ClauseWordProps {
  readonly words: string
  readonly open: boolean
  onOpen(open: boolean): void
  /** What opens under the words. */
  readonly children: ReactNode
}

/** Words of the sentence that are changed where they stand. */
export function ClauseWord({ words, open, onOpen, children }: ClauseWordProps) {
  const word = useRef<HTMLButtonElement>(null)
  const leave = () => {
    word.current?.focus()
    onOpen(false)
  }
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={open}
      onOpenChange={onOpen}
      destroyOnHidden
      content={
        <Editor word={word} onLeave={leave}>
          {children}
        </Editor>
      }
    >
      <button ref={word} type="button" className="clause">
        {words}
      </button>
    </Popover>
  )
}

interface EditorProps {
  readonly word: RefObject<HTMLButtonElement | null>
  onLeave(): void
  readonly children: ReactNode
}

/**
 * Its value has the focus at once. Enter after a value, Escape, and Tab over the edge lead back to the word; where that is
 * gone, what adds a condition has the focus.
 */
function Editor({ word, onLeave, children }: EditorProps) {
  const editor = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const value = editor.current?.querySelector('input') ?? editor.current?.querySelector('select:last-of-type')
    if (value instanceof HTMLElement) value.focus({ preventScroll: true })
    return () => {
      if (word.current || document.activeElement !== document.body) return
      document.querySelector<HTMLElement>('.sentence .add-clause')?.focus({ preventScroll: true })
    }
  }, [word])
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const { key, target, shiftKey, currentTarget } = event
    const isChoosing = currentTarget.querySelector('[aria-expanded="true"]') !== null
    if (isChoosing) return
    const isDone = key === 'Escape' || (key === 'Enter' && target instanceof HTMLInputElement)
    const controls = [...currentTarget.querySelectorAll('input, select, button')]
    if (isDone) event.preventDefault()
    if (isDone || (key === 'Tab' && target === controls.at(shiftKey ? 0 : -1))) onLeave()
  }
  return (
    <div ref={editor} role="group" className="clause-editor" onKeyDown={press}>
      {children}
    </div>
  )
}
