import { render } from 'preact'
import { createStore } from 'zustand/vanilla'
import { clock, clockDoubt } from '#device/clock.ts'
import { onConnection, onVisible } from '#device/connection.ts'
import { cacheShelf } from '#device/copyShelf.ts'
import { handOver } from '#device/export.ts'
import { newId } from '#device/ids.ts'
import { installOffer } from '#device/install.ts'
import { onNews } from '#device/news.ts'
import { openOffice } from '#device/office.ts'
import { askToKeep, canKeep, roomLeft } from '#device/persistence.ts'
import { takePhoto } from '#device/photo.ts'
import { fetchBytes, post } from '#device/post.ts'
import { sealing } from '#device/sealing.ts'
import { everyVisible, pause } from '#device/timers.ts'
import { askForBackgroundSync, inTurn } from '#device/turns.ts'
import { updates } from '#device/update.ts'
import { uploadPhoto } from '#device/upload.ts'
import { KINDS } from '#domain/catalogue.ts'
import type { StreamId } from '#domain/ids.ts'
import { appointmentsOf, type Member, memberId } from '#domain/member.ts'
import { ok } from '#domain/result.ts'
import { openBook } from '#store/book.ts'
import { commit } from '#store/commit.ts'
import { dexieDisk } from '#store/dexieDisk.ts'
import type { Disk } from '#store/disk.ts'
import { drafts } from '#store/drafts.ts'
import { enrol, type Enrolled, enrolment } from '#store/enrolment.ts'
import { loadBook } from '#store/open.ts'
import { keepPhoto, photoBytes, photosReceived, releasePhotos, waitingPhotos } from '#store/photos.ts'
import { personKeys } from '#store/personKeys.ts'
import { rescueText } from '#store/rescue.ts'
import { secondCopy } from '#store/secondCopy.ts'
import { nudged } from '#sync/nudge.ts'
import { sendPhotos } from '#sync/photos.ts'
import { round } from '#sync/run.ts'
import { openStatus } from '#sync/status.ts'
import { App } from '#ui/App.tsx'
import { EntranceContext, entranceHere } from '#ui/office.ts'
import { Outside } from '#ui/Outside.tsx'
import { CannotKeep } from '#ui/screens/start/CannotKeep.tsx'
import type { DeviceState, FormDrafts } from '#ui/state/app.ts'
import { startLooks } from '#ui/state/theme.ts'
import { NEWS_EVENT, NEWS_PATH, PHOTOS_PATH, SYNC_PATH } from '#wire/office.ts'

/** Puts the browser half together and does nothing else. */
const DISK = 'linbian'
const MINUTE = 60_000
const root = document.getElementById('app')!

async function start(): Promise<void> {
  await startLooks()
  const keeps = canKeep()
  if (keeps !== 'yes')
    return render(<CannotKeep why={keeps === 'noStorage' ? 'noDisk' : 'notSecure'} />, root)

  const device = createStore<DeviceState>(() => ({
    update: 'none',
    readyOffline: false,
    room: { is: 'unknown' },
  }))
  const versions = updates({
    worker: '/sw.js',
    changed: (update) => device.setState({ update }),
    reload: () => location.reload(),
  })
  const lookAround = async () =>
    device.setState({ readyOffline: await versions.readyForOffline(), room: await roomLeft() })

  const disk = dexieDisk(DISK)
  const enrolled = await enrolment(disk)
  const offer = installOffer(() => draw())
  const entrance = () =>
    entranceHere({
      enrol: async ({ serverTime: _, ...told }) => {
        const health = await openOffice().health()
        await enrol(disk, { ...told, demo: health.ok && health.value.demo }, newId() as StreamId)
        await askToKeep()
      },
      enter: (path) => location.assign(path),
      offer,
    })
  const inside = enrolled && (await open(disk, enrolled))
  const draw = () =>
    render(
      <EntranceContext.Provider value={entrance()}>
        {inside ? <App app={{ ...inside, device, takeUpdate: versions.take }} /> : <Outside />}
      </EntranceContext.Provider>,
      root,
    )
  draw()

  navigator.serviceWorker.addEventListener('controllerchange', () => void lookAround())
  everyVisible(MINUTE, () => void lookAround())
  onVisible(() => void versions.check())
  inside?.status.subscribe(({ lastGood }) => {
    const doubt = clockDoubt(lastGood, clock.now(), __BUILT__)
    if (doubt?.offBy !== device.getState().clock?.offBy) device.setState({ clock: doubt })
  })
  await lookAround()
}

/** The device of an enrolled person: its book, its way to make things durable, and its sync. */
async function open(disk: Disk, enrolled: Enrolled) {
  const { tenant, person } = enrolled
  const seals = sealing({
    server: enrolled.serverKey,
    keys: personKeys(disk),
    unlocked: (one) => one === person,
  })
  const copy = secondCopy(disk, cacheShelf(DISK))
  await copy.putBack()
  const book = openBook()
  await loadBook(disk, seals, book)
  const status = openStatus()
  status.setState({ unsent: book.waiting().length })

  const ends = {
    disk,
    book,
    status,
    device: enrolled.deviceKind,
    newId,
    post: (body: string) => post(SYNC_PATH, body),
    photosAsked: () => waitingPhotos(disk),
    photosHere: (hashes: readonly string[]) => photosReceived(disk, hashes),
  }
  const { nudge } = nudged(
    () =>
      inTurn('sync', async () => {
        const first = await round(ends)
        if (first !== 'done') return first
        await copy.prune()
        const waiting = (await waitingPhotos(disk)).length > 0
        if (waiting) {
          await sendPhotos({ disk, upload: (hash, bytes) => uploadPhoto(PHOTOS_PATH, hash, bytes) })
          await round(ends)
        }
        const confirmed = new Set(
          [...book.bases()].flatMap((record) => KINDS.get(record.kind)?.photosOf?.(record) ?? []),
        )
        await releasePhotos(disk, (hash) => confirmed.has(hash))
        return first
      }),
    pause,
    Math.random,
  )
  const afterCommit = () => {
    nudge()
    void copy.follow()
    void askForBackgroundSync('outbox')
  }

  const reload = () => void loadBook(disk, seals, book)
  for (const table of ['outbox', 'meta'] as const) disk.watch(table, reload)
  onConnection((seems) => seems && nudge())
  onVisible(nudge)
  everyVisible(MINUTE, nudge)
  onNews(NEWS_PATH, NEWS_EVENT, nudge)
  nudge()

  const committer = { disk, book, seals, tenant, newId, now: clock.now }
  return {
    ctx: {
      tenant,
      compound: enrolled.compound,
      me: person,
      deviceKind: enrolled.deviceKind,
      view: book,
      newId,
      now: clock.now,
      commit: async (intents: Parameters<typeof commit>[2]) => {
        const done = await commit(committer, person, intents)
        if (done.ok) afterCommit()
        return done
      },
    },
    editions: book.editions,
    status,
    get person() {
      return { name: enrolled.name, appointments: appointmentsOf(book.get<Member>(memberId(person))) }
    },
    demo: enrolled.demo,
    nudge,
    waiting: book.waiting,
    toFile: async () => {
      const content = await rescueText(disk, clock.now())
      if (content === undefined) return false
      const name = `linbian-${clock.today()}.json`
      return (await handOver({ name, type: 'application/json', content })) !== 'cancelled'
    },
    drafts: formDrafts(disk, seals, enrolled),
    takePhoto: async (picture: Blob) => {
      const taken = await takePhoto(picture)
      if (!taken.ok) return taken
      const kept = await keepPhoto(disk, { ...taken.value, at: clock.now() })
      return kept.ok ? ok({ hash: kept.value.hash }) : kept
    },
    photo: async (hash: string) => {
      const here = await photoBytes(disk, hash)
      return here ? new Blob([here], { type: 'image/jpeg' }) : fetchBytes(`${PHOTOS_PATH}/${hash}`)
    },
    now: clock.now,
    today: clock.today,
  }
}

function formDrafts(disk: Disk, seals: ReturnType<typeof sealing>, { person }: Enrolled): FormDrafts {
  const kept = drafts({ disk, seals, now: clock.now })
  const key = (form: string, about: string) => ({ author: person, form, about })
  return {
    keep: async (form, about, content) => void (await kept.keep(key(form, about), 1, content)),
    open: async <T,>(form: string, about: string) =>
      (await kept.open(key(form, about)))?.content as T | undefined,
    list: async (form) => (await kept.list(person)).filter((entry) => entry.form === form),
    drop: (form, about) => kept.drop(key(form, about)),
  }
}

await start()
