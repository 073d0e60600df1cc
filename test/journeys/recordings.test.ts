import { expect, test } from 'vitest'
import { putRecording } from '#commands/recordings.ts'
import type { Recording } from '#domain/bins/recording.ts'
import { slotsOf } from '#queries/recordings.ts'
import { photoBytes } from '#store/photoBytes.ts'
import { waitingPhotos } from '#store/photos.ts'
import { must } from '#test/support/binSide.ts'
import { aSound } from '#test/support/sounds.ts'
import { twoDevices } from '#test/support/twoDevices.ts'
import { PHOTOS_PATH } from '#wire/office.ts'

const SLOT = { card: 'empty_bag', dialect: 'sichuan' } as const

test('W14 what the office records without a signal is on its own device at once, and later on everybody’s to be heard without one', async () => {
  const compound = await twoDevices()
  const { office } = compound
  const tablet = await compound.joins({ name: '廖姐', role: 'supervisor', deviceKind: 'shared' })
  await tablet.sync()
  office.wire.cut()
  const sound = await office.takePhoto(aSound())
  await must(putRecording(office, SLOT, sound))
  expect(slotsOf(office.view, office.tenant, 'empty_bag')).toEqual([
    { dialect: 'mandarin' },
    { dialect: 'sichuan', sound },
  ])
  expect(await waitingPhotos(office.disk)).toEqual([sound])

  office.wire.mend()
  expect(await office.sync()).toBe('done')
  // A photo would be let go of now; what is to be played without a network stays.
  await office.sync()
  expect(await photoBytes(office.photos, sound)).toEqual(aSound())
  await tablet.sync()
  tablet.wire.cut()
  await tablet.restart()
  expect(slotsOf(tablet.view, tablet.tenant, 'empty_bag')).toContainEqual({ dialect: 'sichuan', sound })
  expect(await photoBytes(tablet.photos, sound)).toEqual(aSound())
  // It came from the office; there is nothing to bring there again.
  expect(await waitingPhotos(tablet.disk)).toEqual([])
})

test('what is recorded again takes the place of the first, and what is taken away is not heard any more', async () => {
  const compound = await twoDevices()
  const { office } = compound
  const first = await office.takePhoto(aSound('one'))
  await must(putRecording(office, SLOT, first))
  const second = await office.takePhoto(aSound('two'))
  await must(putRecording(office, SLOT, second))
  await office.sync()
  const heard = () => slotsOf(office.view, office.tenant, 'empty_bag')[1]
  expect(heard()).toEqual({ dialect: 'sichuan', sound: second })
  // Who puts another in its place knows what was there: that is no loss to be told of.
  const [record] = office.view.all<Recording>('recording')
  expect(record?.lost).toBeUndefined()
  expect(await putRecording(office, SLOT, second)).toEqual({ ok: false, refused: 'nothingToDo' })
  await must(putRecording(office, SLOT, undefined))
  await office.sync()
  expect(heard()).toEqual({ dialect: 'sichuan' })
})

test('a supervisor’s recording is not taken: what everybody hears is for those who keep the bins', async () => {
  const compound = await twoDevices()
  const { office } = compound
  const tablet = await compound.joins({ name: '廖姐', role: 'supervisor', place: compound.place('bin-1') })
  await must(putRecording(tablet, SLOT, await tablet.takePhoto(aSound())))
  await tablet.sync()
  await office.sync()
  expect(slotsOf(office.view, office.tenant, 'empty_bag')[1]).toEqual({ dialect: 'sichuan' })
})

test('W14 a recording is served as a sound that nothing can run, and a film is not taken', async () => {
  const { office } = await twoDevices()
  const sound = await office.takePhoto(aSound())
  await must(putRecording(office, SLOT, sound))
  await office.sync()
  const answer = await office.wire.send(`${PHOTOS_PATH}/${sound}`, { method: 'GET' })
  expect(answer.headers.get('Content-Type')).toBe('audio/webm')
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(answer.headers.get('Content-Disposition')).toContain('recording.webm')

  const film = await office.takePhoto(Uint8Array.from([...aSound(), ...Buffer.from('V_VP9')]))
  await must(putRecording(office, { ...SLOT, dialect: 'mandarin' }, film))
  await office.sync()
  expect((await office.wire.send(`${PHOTOS_PATH}/${film}`, { method: 'GET' })).ok).toBe(false)
  expect(office.wire.heard).toContain('{"refused":"photoNotPicture"}')
})
