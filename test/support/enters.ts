import type { Waiting } from '#wire/invitations.ts'
import type { InvitationReply, Join } from '#wire/office.ts'

type Post = (path: string, body: unknown) => Promise<Response>

/** What a browser sends when it confirms; its own number is drawn where none is given. */
export type Confirms = Partial<Join> & { readonly key?: string }

/**
 * Somebody is let in: their browser confirms the invitation, the inviter says yes to the number on its screen, and it confirms
 * again. Answers what was said to it last: also a no that came before there was a number.
 *
 * @param theirs the way from the browser that joins
 * @param inviters the way from the browser of the inviter
 * @param form the kind of device, and what else is said; `key`: by the link's secret instead of the code
 */
export async function enters(
  theirs: Post,
  inviters: Post,
  { id, code }: Pick<InvitationReply, 'id' | 'code'>,
  form: Confirms = {},
): Promise<Response> {
  const confirms = { key: code, deviceKind: 'own', attempt: crypto.randomUUID(), ...form }
  const first = await theirs('/api/join', confirms)
  if (first.status !== 202) return first
  const { waiting } = (await first.json()) as Waiting
  const said = await inviters('/api/invitations/answer', { id, number: waiting, yes: true })
  if (!said.ok) throw new Error(`the yes was refused: ${await said.text()}`)
  return theirs('/api/join', confirms)
}
