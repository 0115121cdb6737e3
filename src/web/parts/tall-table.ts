import { type RefObject, useEffect, useState } from 'react'

const stepOf: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 15,
  PageUp: -15,
  Home: -1e9,
  End: 1e9,
}

/** The row that a key moves to in a long table; undefined where the key moves nowhere. */
export function rowAfter(key: string, at: number, rows: number): number | undefined {
  const step = stepOf[key]
  return step === undefined ? undefined : Math.min(rows - 1, Math.max(0, at + step))
}

interface Size {
  readonly width: number
  readonly height: number
}

/** The size of the place a table fills; a virtual table must know it. */
export function useSize(place: RefObject<HTMLDivElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 1000, height: 600 })
  useEffect(() => {
    const element = place.current
    if (!element) return
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [place])
  return size
}
