import { render } from 'preact'
import type { PersonId, TenantId } from '#domain/ids.ts'
import { compoundPlace } from '#domain/places.ts'
import { dayOf } from '#domain/workingDays.ts'
import { openBook } from '#store/book.ts'
import { commit } from '#store/commit.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import type { Seals } from '#store/outbox.ts'
import { openStatus } from '#sync/status.ts'
import { App } from '#ui/App.tsx'
import { startLooks } from '#ui/state/theme.ts'

const tenant = 'demo' as TenantId
const me = 'me' as PersonId
const book = openBook()
const disk = memoryDisk()
const newId = () => crypto.randomUUID()
const now = () => new Date().toISOString()
const seals: Seals = {
  toServer: async (_tenant, _id, inside) => ({ open: inside }),
  toAuthor: async (_author, _id, inside) => JSON.stringify(inside),
  byAuthor: async (_author, _id, own) => JSON.parse(own),
}

await startLooks()
render(
  <App
    app={{
      ctx: {
        tenant,
        compound: compoundPlace(tenant),
        me,
        deviceKind: 'own',
        view: book,
        newId,
        now,
        commit: (intents) => commit({ disk, book, seals, tenant, newId, now }, me, intents),
      },
      editions: book.editions,
      status: openStatus(),
      person: { name: '', appointments: [] },
      demo: true,
      nudge: () => undefined,
      waiting: book.waiting,
      toFile: async () => false,
      now,
      today: () => dayOf(now()),
    }}
  />,
  document.getElementById('app')!,
)
