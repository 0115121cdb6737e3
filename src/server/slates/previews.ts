import { type Ground, type OpenPreview, openPreview, previewKey, type SlatePreview } from '#appoint/index.ts'
import type { SlateRequest } from '#domain/slate.ts'

/** As many officers as may be at a form at one time. */
const keptMost = 8

/** Previews, kept open for the facts that they were made on, so that another lock is answered at once. */
export function previewReader(): (ground: Ground, request: SlateRequest) => SlatePreview {
  const known = new WeakMap<Ground, Map<string, OpenPreview>>()
  return (ground, request) => {
    const ofGround = known.get(ground) ?? new Map<string, OpenPreview>()
    known.set(ground, ofGround)
    const key = previewKey(request)
    const open = ofGround.get(key) ?? openPreview(ground, request)
    ofGround.delete(key)
    ofGround.set(key, open)
    const [oldest] = ofGround.keys()
    if (ofGround.size > keptMost && oldest !== undefined) ofGround.delete(oldest)
    return open.under(request.locks)
  }
}
