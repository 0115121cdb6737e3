import { useState } from 'react'

const key = 'zhiren.units.folds'

type Folds = ReadonlyMap<string, boolean>

function kept(): Folds {
  try {
    const folds: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}')
    return new Map(
      Object.entries(folds ?? {}).filter((fold): fold is [string, boolean] => typeof fold[1] === 'boolean'),
    )
  } catch {
    return new Map()
  }
}

/**
 * Which units somebody opened (true) or folded in the tree; the others stand as the tree thinks best. Kept while the window is
 * open, so that going from unit to unit folds nothing.
 */
export function useFolds(): [Folds, (unitId: string, isOpen: boolean) => void] {
  const [folds, setFolds] = useState(kept)
  return [
    folds,
    (unitId, isOpen) => {
      const next = new Map([...folds, [unitId, isOpen]])
      sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(next)))
      setFolds(next)
    },
  ]
}
