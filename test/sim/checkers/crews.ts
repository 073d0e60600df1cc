import { took } from '#domain/change.ts'
import type { PersonId } from '#domain/ids.ts'
import type { Crew } from '#domain/ledger/crew.ts'
import type { Finding, History } from '../history.ts'

/**
 * INV-12 (a team): who is in it is everybody who was put into it, less who was taken out, whoever did it and whatever they had
 * seen. Followed from the log alone, for teams whose whole life is one epoch.
 */
export function crews({ end }: History): readonly Finding[] {
  return [...end.servers.values()].flatMap(({ rows, records }) =>
    records.flatMap((record): readonly Finding[] => {
      if (record.kind !== 'crew') return []
      const own = rows.filter((row) => row.record === record.id)
      if (own.some((row) => row.first) || new Set(own.map(({ epoch }) => epoch)).size > 1) return []
      const people = new Set<PersonId>()
      for (const { name, outcome, body } of own) {
        if (!took(outcome)) continue
        const { who } = (body as { args: { who: PersonId } }).args
        if (name === 'crew.join') people.add(who)
        if (name === 'crew.part') people.delete(who)
      }
      const now = (record as Crew).people
      return now.length === people.size && now.every((one) => people.has(one))
        ? []
        : [{ is: 'overwritten', what: `crew ${record.id}: ${now.join()} is not ${[...people].join()}` }]
    }),
  )
}
