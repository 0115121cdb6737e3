import { useState } from 'react'

const memory = 'zhiren.what-if.rule'

function kept(): string {
  try {
    return sessionStorage.getItem(memory) ?? ''
  } catch {
    return ''
  }
}

function keep(text: string): void {
  try {
    sessionStorage.setItem(memory, text)
  } catch {
    // A browser that keeps nothing still shows the text until the page is left.
  }
}

/** The rule being written: it outlives a way to another page and back, and ends with the tab of the browser. */
export function useKeptText(): readonly [string, (text: string) => void] {
  const [text, setText] = useState(kept)
  return [
    text,
    (next) => {
      keep(next)
      setText(next)
    },
  ]
}
