import { askColleague } from '#server/people/colleagues.ts'
import { addCompound, compoundsOfOfficer, listCompounds } from '#server/people/communities.ts'
import { guesser } from '#server/people/guesses.ts'
import { addCompoundSchema, colleagueSchema } from '#wire/compounds.ts'
import type { AppDeps, Handlers } from './deps.ts'
import { refuse } from './refuse.ts'
import { act } from './respond.ts'
import { ROUTES } from './routes.ts'

/** The compounds of one community on this server. */
export function compounds({
  office,
  guesses,
  addressOf,
}: AppDeps): Handlers<'GET /api/compounds' | 'POST /api/compounds' | 'POST /api/compounds/colleague'> {
  return {
    'GET /api/compounds': async (c) => c.json(await listCompounds(office, c.get('caller'))),
    'POST /api/compounds': async (c) => {
      // The passphrase is asked for: somebody at an officer's phone must not try them all.
      const address = guesser(addressOf(c))
      const tried = guesses.try(address)
      if (!tried.ok) return refuse('tooOften', tried.retryAfter)
      return act(c, addCompoundSchema, ROUTES['POST /api/compounds'].bytes, async (form) => {
        // Two that begin together must not make two of one name.
        const added = await office.alone('setUp', () => addCompound(office, c.get('caller'), form))
        if (added.ok || added.refused !== 'loginWrong') guesses.right(address)
        return added
      })
    },
    'POST /api/compounds/colleague': (c) =>
      act(c, colleagueSchema, ROUTES['POST /api/compounds/colleague'].bytes, async (form) => {
        const { tenant, person } = c.get('caller')
        const compounds = await compoundsOfOfficer(office, tenant, person)
        return askColleague(office, c.get('caller'), compounds, form)
      }),
  }
}
