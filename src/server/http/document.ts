import swagger from '@fastify/swagger'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { requestHeader } from '../contract/index.ts'
import type { App } from './app.ts'
import { cookieName } from './guard.ts'

/** Writes the OpenAPI 3.1 document from the schemas of the routes. Register it before them. */
export async function describeApi(app: App, isSecure: boolean): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Zhiren 知人',
        version: '1',
        description: `What the workbench asks. Requests other than GET carry the header ${requestHeader.name}: ${requestHeader.value}.`,
        license: { name: 'Apache-2.0' },
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookieName(isSecure) } } },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
}

export function serveDocument(app: App): void {
  app.route({
    method: 'GET',
    url: '/openapi.json',
    config: { access: 'anyone' },
    schema: { hide: true },
    handler: async () => app.swagger(),
  })
}
