#!/usr/bin/env node
// `npx zhiren …`: the command line, on the pinned Node.
process.argv.splice(2, 0, 'src/cli/main.ts')
await import('./launch.mjs')
