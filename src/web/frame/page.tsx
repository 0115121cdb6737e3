import { Outlet, useChildMatches } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'

const loadAntDesign = async () => ({ default: (await import('../tokens/ant-design.tsx')).AntDesign })
const AntDesign = lazy(loadAntDesign)

/** Pages that have nothing of Ant Design, and do not wait for it: those on which people arrive. */
const plainPages: ReadonlySet<string> = new Set(['/login', '/vote', '/office/'])

/** Has what stands around a page come together with it. */
export function preparePage(routeId: string): void {
  if (!plainPages.has(routeId)) void loadAntDesign()
}

/** The page in its frame, with Ant Design around it where it uses that. */
export function Page() {
  const isPlain = useChildMatches({ select: ([page]) => page !== undefined && plainPages.has(page.routeId) })
  return (
    <Suspense>
      {isPlain ? (
        <Outlet />
      ) : (
        <AntDesign>
          <Outlet />
        </AntDesign>
      )}
    </Suspense>
  )
}
