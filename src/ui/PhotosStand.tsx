import './photo.css'
import { useEffect, useState } from 'preact/hooks'
import { type PhotosStand as Stand, useApp } from './state/app.ts'
import { useStore } from './state/view.ts'
import { useWords } from './words.ts'

/**
 * How many of a record's photos are where they belong, while some are not: on the device that took them how many it still
 * has to send, anywhere else how many of them have arrived. Nothing where all is well, and nothing that nobody knows now.
 */
export function PhotosStand({ hashes }: { hashes: readonly string[] }) {
  const { photosStand, status, editions } = useApp()
  const { common } = useWords()
  const { link } = useStore(status)
  const { edition } = useStore(editions)
  const [stand, setStand] = useState<{ readonly named: string; readonly found: Stand }>()
  const named = hashes.join(' ')
  useEffect(() => {
    let here = true
    // What has arrived stays there: it is asked until all is well, and then no more.
    if (named !== '' && !isWell(stand, named))
      void photosStand(named.split(' ')).then((found) => here && setStand({ named, found }))
    return () => {
      here = false
    }
  }, [named, photosStand, link, edition])
  if (stand?.named !== named) return null
  const { of, waiting, refused, arrived } = stand.found
  const own = [
    waiting > 0 && common.photo.waiting(waiting),
    refused > 0 && common.photo.refused(refused),
  ].filter(Boolean)
  const away = arrived !== undefined && arrived < of - waiting - refused
  const said = away ? [...own, common.photo.arrived(arrived, of)] : own
  return said.length > 0 ? <span class="caption photos-stand">{said.join('・')}</span> : null
}

function isWell(
  stand: { readonly named: string; readonly found: Stand } | undefined,
  named: string,
): boolean {
  return stand?.named === named && stand.found.arrived === stand.found.of
}
