// Asks what the first page shows while the scripts that show it are still on their way; `client/request.ts` takes the
// answers. Nothing is asked for voters, who have no account, nor where somebody is about to sign in.
if (!['/login', '/vote'].includes(location.pathname)) {
  const ask = (path) => fetch(`/api${path}`)
  const session = ask('/session')
  globalThis.zhirenAsked = { '/api/session': session }
  if (location.pathname === '/') {
    const home = ['/home', '/home/today']
    const first = { officer: [...home, '/todos/ahead'], head: home }
    const known = session.then((answer) => (answer.ok ? answer.clone().json() : {})).catch(() => ({}))
    for (const path of first.officer)
      globalThis.zhirenAsked[`/api${path}`] = known.then(({ role }) =>
        first[role]?.includes(path) ? ask(path) : undefined,
      )
  }
}
