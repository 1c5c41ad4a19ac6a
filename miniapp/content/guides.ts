/** One guide: from the server, else from the phone, else as it came with the app. */
import { type Answer, api, type Guide, useAnswer } from '../api/index.ts'
import { findSavedGuide } from '../offline/index.ts'

export function useGuide(key: string): Answer<Guide> {
  return useAnswer(['guide', key], signal => loadGuide(key, signal), { findSaved: () => findSavedGuide(key) })
}

async function loadGuide(key: string, signal: AbortSignal): Promise<Guide> {
  try {
    return await api.procedures.get({ key }, { signal })
  } catch (error) {
    const bundled = import.meta.env.MODE === 'zalo' ? await findBundled(key) : null
    if (bundled) return bundled
    throw error
  }
}

/** Revision 0: not one that the ward published. */
async function findBundled(key: string): Promise<Guide | null> {
  const { bundledTopics, bundledOn } = await import('./bundled-topics.ts')
  const topic = bundledTopics.find(one => one.key === key)
  return topic ? { topic, revision: 0, publishedAt: bundledOn, recordings: [] } : null
}
