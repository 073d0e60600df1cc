import type { Context } from 'hono'
import type { Result } from '#domain/result.ts'
import type { Role } from '#domain/roles.ts'
import type { BackupDesk } from '#server/backup/desk.ts'
import type { Guesses } from '#server/people/guesses.ts'
import type { Moments } from '#server/people/moments.ts'
import type { Entered, Office } from '#server/people/office.ts'
import type { SetUpCode } from '#server/people/setUpCode.ts'
import type { KeptPhotos } from '#server/photos/kept.ts'
import type { Uploads } from '#server/photos/uploads.ts'
import type { Wall } from '#server/wall/reading.ts'
import type { SyncReply } from '#wire/messages.ts'
import type { RescueReply } from '#wire/rescue.ts'
import type { OfficeRefusal } from '#wire/refusals.ts'
import type { SessionCookie } from './cookie.ts'
import type { Caller, Env } from './guard.ts'
import type { News } from './news.ts'
import type { Route } from './routes.ts'

export type Handlers<R extends Route> = Readonly<Record<R, (c: Context<Env>) => Promise<Response> | Response>>

export interface AppDeps {
  readonly office: Office
  readonly uploads: Uploads
  readonly kept: KeptPhotos
  readonly news: News
  readonly guesses: Guesses
  readonly moments: Moments
  /** How often somebody may write to the public page. */
  readonly posts: Guesses
  /** How often somebody may try there by which word a matter is asked after. */
  readonly asking: Guesses
  /** How often somebody may answer a survey there. */
  readonly answers: Guesses
  /** How often a code of a firm's link may be tried. */
  readonly firmCodes: Guesses
  /** How often a firm may answer by its link. */
  readonly firmWords: Guesses
  readonly wall: Wall
  readonly backups: BackupDesk
  readonly cookie: SessionCookie
  readonly setUpCode: SetUpCode
  readonly version: string
  /** The public address for links; without it the one the officer uses. */
  readonly origin: string | undefined
  /** Reached over TLS, here or at a proxy in front. */
  readonly https: boolean
  /** Where the built client is, and the assets of earlier builds; without it only the API is served. */
  readonly client: { readonly folder: string; readonly earlier: readonly string[] } | undefined
  /** One exchange (W1) of a caller; `raw` is the message as JSON value. */
  exchange(caller: Caller, raw: unknown): Promise<Result<SyncReply, OfficeRefusal>>
  /** Takes in a file of unsent changes; `text` is what the officer's browser read from it. */
  bringRescue(caller: Caller, text: string): Promise<Result<RescueReply, OfficeRefusal>>
  /** Whether a record in the caller's scope names the photo (W14). */
  mayReadPhoto(caller: Caller, hash: string): Promise<boolean>
  /** Present on a demonstration only. */
  readonly enterDemo: ((role: Role) => Promise<Result<Entered, OfficeRefusal>>) | undefined
  addressOf(c: Context): string | undefined
  /** A developer has to look. Never gets a body, a name or an address. */
  failed(what: { readonly route: string; readonly error: unknown }): void
}
