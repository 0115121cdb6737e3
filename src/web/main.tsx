import './tokens/fonts.css'
import './tokens/tokens.css'
import './tokens/base.css'
import './print/print.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { type AnyRoute, RouterProvider } from '@tanstack/react-router'
import { lazy, StrictMode, Suspense, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './client/queries.ts'
import { useEndedSession } from './client/session-end.ts'
import { preparePage } from './frame/page.tsx'
import { askBeforeLosingWords } from './frame/typed-words.ts'
import { LanguageProvider, useSpeech } from './language/language.tsx'
import { footWhilePrinting } from './print/foot.ts'
import { loadSignInAgain, router } from './router.tsx'

const SignInAgain = lazy(loadSignInAgain)

function Workbench() {
  const { language } = useSpeech()
  const ended = useEndedSession()
  useEffect(() => footWhilePrinting(queryClient, language), [language])
  return (
    <>
      <RouterProvider router={router} />
      <Suspense>{ended && <SignInAgain ended={ended} />}</Suspense>
    </>
  )
}

// The pieces of the first page come while the session is still being read.
const routes: Readonly<Record<string, AnyRoute>> = router.routesById
const asked = router.matchRoutes(router.latestLocation)
for (const { routeId } of asked) {
  const route = routes[routeId]
  if (route) void router.loadRouteChunk(route)
}
preparePage(asked.at(-1)?.routeId ?? '')

askBeforeLosingWords(queryClient.getMutationCache())

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <LanguageProvider>
          <Workbench />
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}
