import { existsSync } from 'node:fs'
import { join } from 'node:path'
import files from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './app.ts'
import { noSuchPage } from './refusal.ts'

const year = 365 * 24 * 3600

/**
 * Serves the built pages. An address that names no file is a page of the workbench and gets its index, so that links
 * into it can be opened; files whose names carry a hash are kept by the browser for good.
 */
export async function serveWebsite(app: App, folder: string): Promise<void> {
  await app.register(files, {
    root: folder,
    dotfiles: 'deny',
    cacheControl: false,
    preCompressed: true,
    setHeaders(response, path) {
      const isHashed = path.startsWith(join(folder, 'assets'))
      response.header('cache-control', isHashed ? `public, max-age=${year}, immutable` : 'no-cache')
    },
  })
}

/** Whether a folder holds the built pages. */
export const isBuilt = (folder: string): boolean => existsSync(join(folder, 'index.html'))

/** Answers an address that no route and no file has. */
export function answerUnknown(hasPages: boolean) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const isPage = request.method === 'GET' && !request.url.startsWith('/api/') && !/\.\w+($|\?)/.test(request.url)
    if (!hasPages || !isPage) throw noSuchPage()
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  }
}
