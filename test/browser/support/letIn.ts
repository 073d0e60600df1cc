import type { APIRequestContext, Page } from '@playwright/test'
import { zh } from '#ui/words/zh/all.ts'
import { answerTo } from './asOurPage.ts'

/** What the inviter's browser says to the server and hears: with a body a POST. Throws for a refusal, or answers it. */
export type Asks = (path: string, body?: unknown) => Promise<unknown>

/** As the page of somebody who is enrolled would, signed. */
export const asksBy =
  (page: Page): Asks =>
  (path, body) =>
    answerTo<unknown>(page, path, body)

/** By the requests of somebody without a browser, who has no key. */
export function asksFrom(requests: APIRequestContext, origin: string): Asks {
  return async (path, data) => {
    const answer = await (data === undefined
      ? requests.get(origin + path)
      : requests.post(origin + path, { data }))
    return answer.json()
  }
}

/** The number on the screen of somebody who waits to be let in. */
export async function numberOn(page: Page): Promise<string> {
  return ((await page.locator('.big-digits b').textContent()) ?? '').replaceAll(/\D/g, '')
}

/** What comes after an invitation was looked at: 加入 is pressed, and the inviter says yes to the number on the screen. */
export async function letIn(page: Page, inviter: Asks): Promise<void> {
  await page.getByRole('button', { name: zh.join.look.go, exact: true }).click()
  await saysYes(inviter, await numberOn(page))
}

/** Yes to whoever waits with a number. */
export async function saysYes(inviter: Asks, number: string): Promise<void> {
  const { invitations } = (await inviter('/api/invitations')) as {
    invitations: readonly { readonly id: string; readonly knocks: readonly { readonly number: string }[] }[]
  }
  const found = invitations.find(({ knocks }) => knocks.some((one) => one.number === number))
  const said = (await inviter('/api/invitations/answer', { id: found?.id, number, yes: true })) as {
    refused?: string
  }
  if (said.refused !== undefined) throw new Error(`the yes was refused: ${said.refused}`)
}
