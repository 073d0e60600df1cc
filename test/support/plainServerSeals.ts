import type { ServerSeals } from '#server/sealing.ts'

/** The server's end of `plainSeals`: no cipher, the same bindings, and nothing that takes a turn of the event loop. */
export const plainServerSeals: ServerSeals = {
  key: 'plain',
  publicKey: '',
  open: async (tenant, change, key, text) => {
    const kept = JSON.parse(text) as { tenant: string; id: string; inside: unknown }
    return key === 'plain' && kept.tenant === tenant && kept.id === change ? kept.inside : undefined
  },
  close: async (about, value) => JSON.stringify({ about, value }),
  reveal: async (about, text) => {
    try {
      const kept = JSON.parse(text) as { about: string; value: unknown }
      return kept.about === about ? kept.value : undefined
    } catch {
      return undefined
    }
  },
  digest: async (text) => `digest of ${text}`,
}
