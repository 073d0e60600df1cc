import type { Inside, KeptBody, Seals } from '#store/outbox.ts'

/** Seals without a cipher, for worlds that are about order and loss, not about secrecy. Keeps the binding to tenant and id. */
export const plainSeals: Seals = {
  toServer: async (tenant, id, inside): Promise<KeptBody> => ({
    sealed: JSON.stringify({ tenant, id, inside }),
    alg: 'P256-A256GCM',
    key: 'plain',
  }),
  toAuthor: async (author, id, inside) => JSON.stringify({ author, id, inside }),
  byAuthor: async (author, id, own) => {
    const kept = JSON.parse(own) as { author: string; id: string; inside: Inside }
    return kept.author === author && kept.id === id ? kept.inside : undefined
  },
}
