/** Pages with the tables of others, built and served for one run. */
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const pages = join(import.meta.dirname, 'tables')
const types: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css' }

export interface PeerTables {
  readonly address: string
  close(): void
}

/** `ADDRESS/antd.html?rows=N` and `ADDRESS/ag-grid.html?rows=N`. */
export async function servePeerTables(): Promise<PeerTables> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiren-bench-tables-'))
  await build({
    configFile: false,
    root: pages,
    logLevel: 'error',
    plugins: [react()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2023',
      assetsDir: '.',
      chunkSizeWarningLimit: 4000,
      rollupOptions: { input: ['antd', 'ag-grid'].map((name) => join(pages, `${name}.html`)) },
    },
  })
  const server = createServer((request, response) => {
    const file = join(folder, basename(new URL(request.url ?? '/', 'http://localhost').pathname))
    if (!existsSync(file)) return response.writeHead(404).end()
    response.setHeader('content-type', types[file.split('.').at(-1) ?? ''] ?? 'text/plain')
    return createReadStream(file).pipe(response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
